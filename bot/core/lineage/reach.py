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
from bot.core.lineage.impact import Impacted, Path, path_of
from bot.core.lineage.impact import reached as ways_from
from bot.core.lineage.index import Elements
from bot.core.lineage.paths import prefixes
from bot.core.records import dataclass, field, replace
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
class Start:
    """An element that changes and reaches somebody: its name and nearest way, and how many ways.

    `ways` lead to as many elements of theirs; `confidence` is that of the surest.
    """

    name: str
    nearest: Impacted
    ways: int
    confidence: Confidence

    @property
    def element(self) -> Node:
        """The element that changes."""
        return self.nearest.start


@dataclass(frozen=True, slots=True, kw_only=True)
class Reached:
    """A contract, data product or consumer that is hurt.

    `starts` are the elements that change and reach it, by their nearest ways; `path` has the names
    on the nearest way of all. `findings` are the fingerprints of the findings whose changes reach
    it. `file` is None for a consumer that only what it reads knows of.
    """

    node: Node
    name: str
    side: Side
    file: str | None
    owners: Owners
    starts: tuple[Start, ...]
    path: Path
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
    def nearest(self) -> Impacted:
        """The nearest way."""
        return self.starts[0].nearest

    @property
    def ways(self) -> int:
        """How many ways lead to it: from each start to each element of it that is reached."""
        return sum(start.ways for start in self.starts)

    @property
    def confidence(self) -> Confidence:
        """The confidence of the surest way."""
        return min(start.confidence for start in self.starts)


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
    told: dict[tuple[Node, Side], _Hurt] = {}
    for change in changes:
        for owner, start in _starts(flow, change).items():
            hurt = told.setdefault((owner, change.side), _Hurt())
            hurt.starts.setdefault(start.element, start)
            hurt.findings.update(dict.fromkeys(change.findings))
    return tuple(
        sorted((_reached(flow.lineage, *key, hurt) for key, hurt in told.items()), key=_order)
    )


@dataclass(slots=True)
class _Hurt:
    starts: dict[Node, Start] = field(default_factory=dict)
    findings: dict[str, None] = field(default_factory=dict)


def _starts(flow: Flow, change: Touched) -> Mapping[Node, Start]:
    """Return the start that a change is for each of those whom it reaches."""
    ways: dict[Node, list[Impacted]] = {}
    for way in _ways(flow, change):
        ways.setdefault(way.node.owner, []).append(way)
    name, own = flow.lineage.address(change.element), change.element.owner
    return {
        owner: Start(
            name=name,
            nearest=found[0],
            ways=len(found),
            confidence=min(way.confidence for way in found),
        )
        for owner, found in ways.items()
        if owner != own and owner.kind is not NodeKind.OUTSIDE
    }


def merged(found: Iterable[Reached]) -> tuple[Reached, ...]:
    """Return each of those who are reached once, also where several contracts reach them."""
    told: dict[tuple[Node, Side], list[Reached]] = {}
    for one in found:
        told.setdefault((one.node, one.side), []).append(one)
    return tuple(sorted(map(_joined, told.values()), key=_order))


def _joined(ones: Sequence[Reached]) -> Reached:
    if len(ones) == 1:
        return ones[0]
    starts: dict[Node, Start] = {}
    for one in ones:
        for start in one.starts:
            starts.setdefault(start.element, start)
    return replace(
        ones[0],
        starts=_sorted(starts.values()),
        path=min(ones, key=lambda one: _start_order(one.starts[0])).path,
        findings=tuple(dict.fromkeys(name for one in ones for name in one.findings)),
    )


def _order(one: Reached) -> tuple[object, ...]:
    return (one.name, one.node.order, one.side)


def _reached(lineage: Lineage, owner: Node, side: Side, hurt: _Hurt) -> Reached:
    starts = _sorted(hurt.starts.values())
    document = lineage.documents.get(owner)
    return Reached(
        node=owner,
        name=lineage.address(owner),
        side=side,
        file=None if document is None else document.file,
        owners=lineage.owners(owner),
        starts=starts,
        path=path_of(starts[0].nearest, lineage.address),
        findings=tuple(hurt.findings),
    )


def _sorted(starts: Iterable[Start]) -> tuple[Start, ...]:
    return tuple(sorted(starts, key=_start_order))


def _start_order(start: Start) -> tuple[object, ...]:
    way = start.nearest
    return (way.distance, way.confidence, way.node.order, way.start.order)


def _ways(flow: Flow, change: Touched) -> Iterator[Impacted]:
    if change.side is Side.READS:
        yield from ways_from(flow, change.element, Direction.DOWN)
        return
    for way in ways_from(flow, change.element, Direction.UP):
        if way.distance == 1 and way.trail.edge.kind in _FEEDING:
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
