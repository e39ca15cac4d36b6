"""What of the lineage is drawn: the whole of it, or what is one hop away from a contract."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from markupsafe import Markup

from bot.core.contract.model import DataProduct
from bot.core.lineage.excerpt import Link
from bot.core.lineage.graph import Confidence, Node, NodeKind
from bot.core.versions import release_line
from site_gen.catalogue import Entry
from site_gen.drawing.svg import Box, Line, drawing
from site_gen.neighbours import Neighbours
from site_gen.paths import contract_path, product_path, relative
from site_gen.scene import Scene

MOST_BOXES = 400
"""Above it a drawing of everything helps nobody: the explorer draws what is asked for."""


def whole_drawing(scene: Scene) -> Markup | None:
    """Return who reads whom as SVG, None where nobody reads anybody or the drawing is too large."""
    graph = scene.near.graph
    linked = {end for link in graph.links for end in (link.source, link.target)}
    nodes = [node for node in graph.nodes if node in linked]
    if not nodes or len(nodes) > MOST_BOXES:
        return None
    return _drawn(scene, nodes, graph.links, "lineage", name="lineage", focus=None)


def contract_drawing(scene: Scene, entry: Entry) -> Markup | None:
    """Return what a contract reads and who reads it as SVG; None where nobody does, or too many."""
    if entry.gone:
        return None
    node = Node(NodeKind.CONTRACT, entry.id, "", release_line(entry.head.version))
    return _around(scene, node, contract_path(entry.id))


def product_drawing(scene: Scene, product: DataProduct) -> Markup | None:
    """Return what a data product reads and what is made of it, as that of a contract."""
    return _around(scene, Node(NodeKind.PRODUCT, product.id), product_path(product.id))


def _around(scene: Scene, node: Node, page: str) -> Markup | None:
    before = scene.near.links_to.get(node, ())
    after = scene.near.links_from.get(node, ())
    links = tuple(dict.fromkeys((*before, *after)))
    if not links or len(links) > MOST_BOXES:
        return None
    nodes = tuple(
        dict.fromkeys((node, *(end for link in links for end in (link.source, link.target))))
    )
    return _drawn(scene, nodes, links, page, name="near", focus=node)


def _drawn(  # noqa: PLR0913  # what is drawn, and where it will stand
    scene: Scene,
    nodes: Sequence[Node],
    links: Iterable[Link],
    page: str,
    *,
    name: str,
    focus: Node | None,
) -> Markup:
    places = {node: place for place, node in enumerate(nodes)}
    lines = _lines(scene, links, places)
    return drawing(
        [node_box(scene, node, page, focus) for node in nodes],
        lines,
        name=name,
        title=scene.t("lineage.title"),
        description=scene.t(
            "lineage.drawn",
            boxes=scene.t.count("count.documents", len(nodes)),
            lines=scene.t.count("count.arrows", len(lines)),
        ),
        words=zoom_words(scene),
    )


def zoom_words(scene: Scene) -> dict[str, str]:
    """Return what the script writes on its buttons."""
    return {name: scene.t(f"drawing.{name}") for name in ("zoom", "larger", "smaller", "fit")}


def node_box(scene: Scene, node: Node, page: str, focus: Node | None = None) -> Box:
    """Return the box of a node, with a link from the page that it is drawn on to its own."""
    near: Neighbours = scene.near
    found = near.pages.get(node.owner)
    document = near.lineage.documents.get(node.owner)
    domain = document.domain or "" if document else ""
    kind = scene.t.term("node", node.kind.value)
    status = (document.status or "") if document else ""
    parts = [kind, domain, status if status not in ("active", "") else ""]
    return Box(
        label=near.lineage.address(node),
        note=" · ".join(part for part in parts if part),
        kind=node.kind.value,
        href=None if found is None else relative(page, found, explicit=scene.site.explicit),
        group=domain,
        status=status,
        focus=node == focus,
    )


def _lines(scene: Scene, links: Iterable[Link], places: Mapping[Node, int]) -> list[Line]:
    """Return an arrow for each pair; as sure as the surest of the links between the two."""
    found: dict[tuple[int, int], list[Link]] = {}
    for link in links:
        if link.source in places and link.target in places:
            found.setdefault((places[link.source], places[link.target]), []).append(link)
    lines = []
    for (source, target), between in found.items():
        ways = dict.fromkeys(scene.t.term("edge", link.kind.value) for link in between)
        first = between[0]
        ends = (
            scene.near.lineage.address(first.source),
            scene.near.lineage.address(first.target),
        )
        lines.append(
            Line(
                source=source,
                target=target,
                label=f"{ends[0]} → {ends[1]}: {', '.join(ways)}",
                sure=min(link.confidence for link in between) is not Confidence.WHOLE,
            )
        )
    return lines
