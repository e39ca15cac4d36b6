"""Who is hurt by the changes of a range: consumers below what changed, sources that feed it.

A rule that protects readers hurts those downstream; one that protects writers hurts whoever
feeds the element directly: the contracts and data products that it is made of.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from enum import StrEnum

from bot.core.contract.model import Contract, step
from bot.core.finding import Finding, Weight
from bot.core.lineage.flow import Direction, Flow
from bot.core.lineage.graph import Confidence, EdgeKind, Lineage, Node, NodeKind, Owners
from bot.core.lineage.impact import Impacted
from bot.core.lineage.impact import reached as ways_from
from bot.core.lineage.index import Elements
from bot.core.lineage.paths import prefixes
from bot.core.records import dataclass, replace
from bot.core.rule import Protects, protected


class Side(StrEnum):
    """Whether somebody reads what changed, or feeds it."""

    READS = "reads"
    FEEDS = "feeds"


@dataclass(frozen=True, slots=True, kw_only=True)
class Touched:
    """An element of the base that changes so that one side is hurt, and what says so.

    `findings` are fingerprints; there may be none where a whole contract goes.
    """

    element: Node
    side: Side
    findings: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Reached:
    """A contract, data product or consumer that is hurt.

    `ways` lead from each element that changes to each element of this one that is reached, nearest
    first, and `names` has the names along each; `findings` are the fingerprints of the findings
    whose changes reach it. `file` is None for a consumer that only what it reads knows of.
    """

    node: Node
    name: str
    side: Side
    file: str | None
    owners: Owners
    ways: tuple[Impacted, ...]
    names: tuple[tuple[str, ...], ...]
    findings: tuple[str, ...]

    @property
    def id(self) -> str:
        """The id of the contract, data product or consumer."""
        return self.node.holder

    @property
    def kind(self) -> NodeKind:
        """A contract, a data product, or a consumer without a document."""
        return self.node.kind

    @property
    def confidence(self) -> Confidence:
        """The confidence of the surest way."""
        return min(way.confidence for way in self.ways)


def matters(finding: Finding) -> bool:
    """Tell whether people are asked because of a finding on a change: it breaks, or may."""
    return finding.weight >= Weight.UNSURE


def touched(
    old: Contract, findings: Iterable[Finding], renames: Mapping[str, str] | None = None
) -> tuple[Touched, ...]:
    """Return the elements of a contract at the base that findings which matter are about.

    A finding below an element (a quality rule, a field that is new) is about that element, one on
    the contract (a server, the team) about all of it. `renames` has the old name of an element by
    the path under which the change knows it: readers know the old name alone.
    """
    elements = Elements(old)
    found: dict[tuple[Node, Side], list[str]] = {}
    for finding in findings:
        if matters(finding):
            element = _element(elements, finding.path, renames or {})
            for side in _sides(finding):
                found.setdefault((element, side), []).append(finding.fingerprint)
    return tuple(
        Touched(element=element, side=side, findings=tuple(dict.fromkeys(prints)))
        for (element, side), prints in found.items()
    )


def gone(old: Contract, findings: Iterable[Finding]) -> Touched:
    """Return a contract that goes: all of it, for its readers."""
    prints = tuple(finding.fingerprint for finding in findings if matters(finding))
    return Touched(element=Elements(old).node, side=Side.READS, findings=prints)


def reached(graph: Lineage | Flow, changes: Iterable[Touched]) -> tuple[Reached, ...]:
    """Return who is hurt by changes, in the order of their names.

    The contract that changes is not among them, nor what no document describes. `graph` is the
    lineage of the base: who stops to read in the same range is hurt all the same.
    """
    flow = graph if isinstance(graph, Flow) else Flow(graph)
    ways: dict[tuple[Node, Side], list[tuple[Impacted, Touched]]] = {}
    for change in changes:
        for way in _ways(flow, change):
            owner = way.node.owner
            if owner != change.element.owner and owner.kind is not NodeKind.OUTSIDE:
                ways.setdefault((owner, change.side), []).append((way, change))
    told = [_reached(flow.lineage, *key, pairs) for key, pairs in ways.items()]
    return tuple(sorted(told, key=_order))


def merged(found: Iterable[Reached]) -> tuple[Reached, ...]:
    """Return each of those who are reached once, also where several contracts reach them."""
    told: dict[tuple[Node, Side], Reached] = {}
    for one in found:
        key = (one.node, one.side)
        known = told.get(key)
        told[key] = one if known is None else _joined(known, one)
    return tuple(sorted(told.values(), key=_order))


def _joined(first: Reached, second: Reached) -> Reached:
    pairs = dict(zip((*first.ways, *second.ways), (*first.names, *second.names), strict=True))
    ways = sorted(pairs, key=_way_order)
    return replace(
        first,
        ways=tuple(ways),
        names=tuple(pairs[way] for way in ways),
        findings=tuple(dict.fromkeys((*first.findings, *second.findings))),
    )


def _order(one: Reached) -> tuple[object, ...]:
    return (one.name, one.node.order, one.side)


def _reached(
    lineage: Lineage, owner: Node, side: Side, pairs: Sequence[tuple[Impacted, Touched]]
) -> Reached:
    ways = sorted(dict.fromkeys(way for way, _ in pairs), key=_way_order)
    names = {node: lineage.address(node) for way in ways for node in way.way}
    document = lineage.documents.get(owner)
    return Reached(
        node=owner,
        name=lineage.address(owner),
        side=side,
        file=None if document is None else document.file,
        owners=lineage.owners(owner),
        ways=tuple(ways),
        names=tuple(tuple(names[node] for node in way.way) for way in ways),
        findings=tuple(dict.fromkeys(name for _, change in pairs for name in change.findings)),
    )


def _ways(flow: Flow, change: Touched) -> Iterator[Impacted]:
    if change.side is Side.READS:
        yield from ways_from(flow, change.element, Direction.DOWN)
        return
    for way in ways_from(flow, change.element, Direction.UP):
        if way.distance == 1 and way.edges[0].kind in _FEEDING:
            yield way


_FEEDING = (EdgeKind.TRANSFORM, EdgeKind.PORT)


def _sides(finding: Finding) -> tuple[Side, ...]:
    match protected(finding.effect):
        case Protects.READERS | Protects.EVERYONE:
            return (Side.READS,)
        case Protects.WRITERS:
            return (Side.FEEDS,)
        case Protects.BOTH:
            return (Side.READS, Side.FEEDS)


def _element(elements: Elements, path: str, renames: Mapping[str, str]) -> Node:
    """Return the innermost element of the base on a path; the contract where there is none."""
    found, old, before = elements.node, "", ""
    for prefix in prefixes(path):
        told = prefix[len(before) :]
        if prefix in renames:
            told = f".{step(renames[prefix])}" if before else step(renames[prefix])
        old, before = old + told, prefix
        if old not in elements.paths():
            break
        found = elements.of(old)
    return found


def _way_order(way: Impacted) -> tuple[object, ...]:
    return (way.distance, way.confidence, way.node.order, way.way[0].order)
