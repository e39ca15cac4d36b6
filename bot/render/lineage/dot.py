"""Lineage in the language of Graphviz."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from bot.core.lineage.excerpt import Excerpt
from bot.core.lineage.graph import Confidence, EdgeKind, Node, NodeKind
from bot.render.escape import dot
from bot.render.lineage.words import heading, link_words

_LONGEST_LABEL = 120


def excerpt_dot(found: Excerpt) -> str:
    """Return a directed graph from left to right; elements stand in a cluster of their contract."""
    return "\n".join(("digraph lineage {", "  rankdir=LR;", *_lines(found), "}", ""))


def _lines(found: Excerpt) -> Iterator[str]:
    names = {node: f"n{number}" for number, node in enumerate(found.nodes)}
    clusters: defaultdict[Node, list[Node]] = defaultdict(list)
    for node in found.nodes:
        clusters[node.owner].append(node)
    yield "  node [shape=box];"
    for number, (owner, nodes) in enumerate(clusters.items()):
        if owner.kind is not NodeKind.CONTRACT or nodes == [owner]:
            yield from (f"  {names[node]}{_attributes(found, node)};" for node in nodes)
            continue
        yield f"  subgraph cluster_{number} {{"
        yield f"    label={_text(heading(found.lineage, owner))};"
        yield from (f"    {names[node]}{_attributes(found, node)};" for node in nodes)
        yield "  }"
    for link in found.links:
        told = [f"label={_text(link_words(link))}"] if link_words(link) else []
        sure = link.confidence is not Confidence.READ and link.kind is not EdgeKind.RELATIONSHIP
        told += [] if sure else ["style=dashed"]
        notes = f" [{', '.join(told)}]" if told else ""
        yield f"  {names[link.source]} -> {names[link.target]}{notes};"


def _attributes(found: Excerpt, node: Node) -> str:
    told = [f"label={_text(node.path or found.lineage.address(node))}"]
    match node.kind:
        case NodeKind.PRODUCT | NodeKind.CONSUMER:
            told.append("shape=ellipse")
        case NodeKind.OUTSIDE:
            told.append("shape=hexagon")
        case NodeKind.CONTRACT | NodeKind.OBJECT | NodeKind.FIELD:
            pass
    told += ["penwidth=3"] if node == found.focus else []
    return f" [{', '.join(told)}]"


def _text(text: str) -> str:
    return f'"{dot(text, _LONGEST_LABEL)}"'
