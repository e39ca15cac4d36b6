"""Drawings of the lineage in which whole domains are one box each."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable

from markupsafe import Markup

from bot.core.lineage.excerpt import Link
from bot.core.lineage.graph import Node
from site_gen.drawing.lineage import MOST_BOXES, node_box, zoom_words
from site_gen.drawing.svg import Box, Line, drawing
from site_gen.paths import domain_path, relative
from site_gen.scene import Scene

End = Node | str
"""What a box stands for: a node of the lineage, or a domain by its name."""


def domains_drawing(scene: Scene) -> Markup | None:
    """Return which domain reads which as SVG; None where no domain reads another."""
    near = scene.near
    pairs = [
        (link, near.domain(link.source), near.domain(link.target)) for link in near.graph.links
    ]
    links = [link for link, source, target in pairs if source and target]
    if all(source == target for _, source, target in pairs if source and target):
        return None
    return _drawn(scene, links, near.domain, "lineage", name="domains")


def domain_drawing(scene: Scene, domain: str) -> Markup | None:
    """Return who reads whom in a domain, and which other domains it has to do with.

    None where nobody does, or the drawing would be too large.
    """

    def end(node: Node) -> End:
        found = scene.near.domain(node)
        return node if found in (domain, "") else found

    links = scene.near.links_of.get(domain, ())
    if not domain or not links or len(links) > MOST_BOXES:
        return None
    return _drawn(scene, links, end, domain_path(domain), name="domain")


def _drawn(
    scene: Scene, links: Iterable[Link], end: Callable[[Node], End], page: str, *, name: str
) -> Markup:
    pairs = Counter((end(link.source), end(link.target)) for link in links)
    places = {
        one: place for place, one in enumerate(dict.fromkeys(x for two in pairs for x in two))
    }
    lines = [
        Line(
            source=places[source],
            target=places[target],
            label=f"{_name(scene, source)} → {_name(scene, target)}: "
            + scene.t.count("count.references", number),
            sure=True,
        )
        for (source, target), number in pairs.items()
        if source != target
    ]
    return drawing(
        [_box(scene, one, page) for one in places],
        lines,
        name=name,
        title=scene.t("lineage.domains"),
        description=scene.t(
            "lineage.counted",
            boxes=scene.t.count("count.boxes", len(places)),
            lines=scene.t.count("count.arrows", len(lines)),
        ),
        words=zoom_words(scene),
    )


def _name(scene: Scene, end: End) -> str:
    return end if isinstance(end, str) else scene.near.lineage.address(end)


def _box(scene: Scene, end: End, page: str) -> Box:
    if isinstance(end, Node):
        return node_box(scene, end, page)
    entries = scene.catalogue.domains.get(end, ())
    href = relative(page, domain_path(end), explicit=scene.site.explicit) if entries else None
    told = (
        scene.t("domain").lower(),
        scene.t.count("count.contracts", len(entries)) if entries else "",
    )
    return Box(
        label=end,
        note=" · ".join(part for part in told if part),
        kind="domain",
        href=href,
        group=end,
        status="",
        focus=False,
    )
