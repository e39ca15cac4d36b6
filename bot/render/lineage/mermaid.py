"""Lineage as a Mermaid flowchart. Ids are ours; names of contracts stand in labels only."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from bot.core.lineage.excerpt import Excerpt, Link
from bot.core.lineage.graph import Confidence, EdgeKind, Node, NodeKind
from bot.render.escape import mermaid
from bot.render.lineage.words import heading, link_words

_LONGEST_LABEL = 120


def excerpt_mermaid(found: Excerpt) -> str:
    """Return a flowchart from left to right; elements stand in a box of their contract."""
    return "\n".join(("flowchart LR", *_lines(found), ""))


def _lines(found: Excerpt) -> Iterator[str]:
    names = {node: f"n{number}" for number, node in enumerate(found.nodes)}
    boxes: defaultdict[Node, list[Node]] = defaultdict(list)
    for node in found.nodes:
        boxes[node.owner].append(node)
    for number, (owner, nodes) in enumerate(boxes.items()):
        if owner.kind is not NodeKind.CONTRACT or nodes == [owner]:
            yield from (f"  {names[node]}{_shape(found, node)}" for node in nodes)
            continue
        yield f"  subgraph g{number}[{_label(heading(found.lineage, owner))}]"
        yield from (f"    {names[node]}{_shape(found, node)}" for node in nodes)
        yield "  end"
    yield from (
        f"  {names[link.source]} {_arrow(link)} {names[link.target]}" for link in found.links
    )
    if found.focus is not None:
        yield f"  style {names[found.focus]} stroke-width:3px"


def _shape(found: Excerpt, node: Node) -> str:
    label = _label(node.path or found.lineage.address(node))
    match node.kind:
        case NodeKind.PRODUCT | NodeKind.CONSUMER:
            return f"([{label}])"
        case NodeKind.OUTSIDE:
            return f"{{{{{label}}}}}"
        case NodeKind.CONTRACT | NodeKind.OBJECT | NodeKind.FIELD:
            return f"[{label}]"


def _label(text: str) -> str:
    return f'"{mermaid(text, _LONGEST_LABEL)}"'


def _arrow(link: Link) -> str:
    told = link_words(link)
    solid = link.kind is not EdgeKind.RELATIONSHIP and link.confidence is not Confidence.READ
    arrow = "-->" if solid else "-.->"
    return f'{arrow}|"{told}"|' if told else arrow
