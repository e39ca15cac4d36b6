"""Lineage and impact for people on a terminal."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from bot.core.lineage.excerpt import Excerpt
from bot.core.lineage.flow import Direction
from bot.core.lineage.graph import Confidence, EdgeKind, Lineage, LineageFault, Node, NodeKind
from bot.core.lineage.impact import Impacted, path_of
from bot.render.escape import line
from bot.render.lineage.words import heading, kind_words, owner_words
from bot.render.text.page import GAP, Block, Line, Row, Table, Tone
from bot.render.words import counted

MOST_LINES = 500
_LONGEST_TEXT = 300
_MOST_OWNERS = 10
_MOST_NAMES = 3
_LEFT_OUT = "; --format json has all"


def excerpt_page(found: Excerpt) -> Iterator[Block]:
    """Yield the page of an excerpt: a table of who reads whom, or a tree in each direction."""
    if found.focus is None:
        yield from _overview(found)
    else:
        yield from _trees(found, found.focus)
    yield from _faults(found.faults)


def _overview(found: Excerpt) -> Iterator[Block]:
    address = found.lineage.address
    rows = [
        Row(
            (
                _short(address(link.source)),
                _short(address(link.target)),
                kind_words(link.kind),
                _fields(link.edges[0].source, len({edge.source for edge in link.edges})),
            )
        )
        for link in found.links
    ]
    if not rows:
        yield Line("nothing here refers to anything else", Tone.QUIET)
        return
    yield Table(("read", "by", "as", "of it"), tuple(rows[:MOST_LINES]), toned=2)
    if len(rows) > MOST_LINES:
        yield Line(f"and {len(rows) - MOST_LINES:,} more{_LEFT_OUT}", Tone.QUIET)


def _fields(source: Node, number: int) -> str:
    return "all" if number == 1 and not source.path else counted(number, "element", "elements")


def _trees(found: Excerpt, focus: Node) -> Iterator[Block]:
    lineage = found.lineage
    yield Line(_short(lineage.address(focus)), Tone.TITLE)
    owners = owner_words(lineage.owners(focus))
    told = f"{heading(lineage, focus)}{', owned by ' + owners if owners else ''}"
    yield Line(_short(told), Tone.QUIET, indent=2)
    for direction, ways in found.ways:
        down = direction is Direction.DOWN
        yield GAP
        if not ways:
            yield Line("reaches nobody that is known" if down else "made of nothing that is known")
            continue
        yield Line("reaches" if down else "made of")
        yield from _tree(lineage, focus, ways, direction)


def _tree(
    lineage: Lineage, focus: Node, ways: Sequence[Impacted], direction: Direction
) -> Iterator[Block]:
    """Yield each node once, below the node from which its way comes; not all of very many."""
    below: defaultdict[Node, list[Impacted]] = defaultdict(list)
    for way in ways:
        before = way.trail.before
        edge = None if before is None else before.edge
        down = direction is Direction.DOWN
        below[focus if edge is None else edge.target if down else edge.source].append(way)
    waiting = [(way, 1) for way in reversed(below[focus])]
    shown = 0
    while waiting and shown < MOST_LINES:
        way, depth = waiting.pop()
        shown += 1
        yield Line(_branch(lineage, way), indent=2 * min(depth, 20), hang=4)
        waiting += [(after, depth + 1) for after in reversed(below[way.node])]
    if shown < len(ways):
        yield Line(f"and {len(ways) - shown:,} more{_LEFT_OUT}", Tone.QUIET)


def _branch(lineage: Lineage, way: Impacted) -> str:
    last = way.trail.edge
    told = [str(way.node.kind)] if way.node.kind in _READERS else []
    told += [kind_words(last.kind)] if last.kind is not EdgeKind.TRANSFORM else []
    told += [last.confidence.word] if last.confidence is not Confidence.DECLARED else []
    notes = f"  [{', '.join(told)}]" if told else ""
    return f"{_short(lineage.address(way.node))}{notes}"


_READERS = (NodeKind.PRODUCT, NodeKind.CONSUMER, NodeKind.OUTSIDE)


def impact_page(lineage: Lineage, element: Node, found: Sequence[Impacted]) -> Iterator[Block]:
    """Yield the page of an impact: who is reached, who owns it, how sure that is, which way."""
    name = _short(lineage.address(element))
    if not found:
        yield Line(f"{name} reaches nobody that is known", Tone.GOOD)
        yield Line(
            "Only readers that a contract or a data product names are known.", Tone.QUIET, indent=2
        )
        return
    yield Line(f"{name} reaches {counted(len(found), 'element', 'elements')}", Tone.TITLE)
    teams = dict.fromkeys(owner_words(one.owners) or "nobody named" for one in found)
    told = ", ".join(_short(team) for team in [*teams][:_MOST_OWNERS])
    more = f" and {len(teams) - _MOST_OWNERS} more" if len(teams) > _MOST_OWNERS else ""
    yield Line(f"owned by {told}{more}", indent=2, hang=2)
    yield GAP
    rows = tuple(_impacted(lineage, one) for one in found[:MOST_LINES])
    yield Table(("reached", "owned by", "sure", "way"), rows, toned=2)
    if len(found) > MOST_LINES:
        yield Line(f"and {len(found) - MOST_LINES:,} more{_LEFT_OUT}", Tone.QUIET)


def _impacted(lineage: Lineage, one: Impacted) -> Row:
    tone = Tone.DOUBTFUL if one.confidence is not Confidence.DECLARED else Tone.PLAIN
    path = path_of(one, lineage.address)
    names = list(path.names[1:-1])
    if path.left_out:
        names = [*path.first[1 : _MOST_NAMES + 1], "…", path.last[-2]]
    way = " → ".join(map(_short, names)) or "directly"
    return Row(
        (
            _short(lineage.address(one.node)),
            _short(owner_words(one.owners)) or "nobody named",
            one.confidence.word,
            way,
        ),
        tone,
    )


def _faults(faults: Sequence[LineageFault]) -> Iterator[Block]:
    if not faults:
        return
    yield GAP
    yield Line("What is wrong", Tone.TITLE)
    for fault in faults[:MOST_LINES]:
        told = f"{fault.where}: {fault.kind}: {fault.message}"
        yield Line(line(told, 2 * _LONGEST_TEXT), Tone.DOUBTFUL, hang=2)
    if len(faults) > MOST_LINES:
        yield Line(f"and {len(faults) - MOST_LINES:,} more{_LEFT_OUT}", Tone.QUIET)


def _short(text: str) -> str:
    return line(text, _LONGEST_TEXT)
