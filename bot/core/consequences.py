"""What changed contracts do to those around them: who is reached, and what no longer fits."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from bot.core.contract.model import Contract, DataProduct, step
from bot.core.finding import Finding
from bot.core.lineage.caused import caused, entry_of, refers_alike
from bot.core.lineage.flow import Flow
from bot.core.lineage.graph import Lineage
from bot.core.lineage.index import Elements
from bot.core.lineage.paths import prefixes
from bot.core.lineage.reach import Reached, Side, Touched, gone, matters, reached, touched
from bot.core.lineage.region import Region
from bot.core.lineage.shelf import Shelf
from bot.core.records import dataclass, replace
from bot.core.review import ContractReview, Fact, Judging

Found = Contract | DataProduct
_RENAMED = ("object renamed", "field renamed")


@dataclass(frozen=True, slots=True, kw_only=True)
class Difference:
    """The documents that differ between two trees, by their files; `gone` has files that went."""

    before: Mapping[str, Found]
    after: Mapping[str, Found]
    gone: frozenset[str]

    def speaking(self) -> tuple[str, ...]:
        """Return the files that no longer say the same to, or about, other documents."""
        files = dict.fromkeys((*self.before, *self.after, *self.gone))
        return tuple(file for file in files if not self._alike(file))

    def _alike(self, file: str) -> bool:
        old, new = self.before.get(file), self.after.get(file)
        if old is None or new is None:
            return old is new and file not in self.gone
        return refers_alike(old, new)


def hurt_by(entry: ContractReview) -> tuple[Touched, ...]:
    """Return the elements of the base whose change hurts somebody; none needs no lineage."""
    if entry.old is None:
        return ()
    if entry.new is None:
        return (gone(entry.old, entry.gate),)
    paths = Elements(entry.old).paths()
    timely = (finding for finding in entry.gate if finding.path in paths)
    return touched(entry.old, (*entry.findings, *timely), _renames(entry.facts))


def lineage_around(entries: Iterable[ContractReview], base: Shelf) -> Lineage:
    """Return the lineage of the base as far as what these reviews tell of reaches."""
    region = Region(base)
    told = [(entry.old, hurt_by(entry)) for entry in entries]
    region.ask(old.file for old, changes in told if old is not None and changes)
    region.follow(one.element for _, changes in told for one in changes if one.side is Side.READS)
    return region.lineage()


def with_impact(entries: Iterable[ContractReview], lineage: Lineage) -> tuple[ContractReview, ...]:
    """Return reviews with whom they reach in the base: see `bot.core.lineage.reach`."""
    flow = Flow(lineage)
    found = ((entry, hurt_by(entry)) for entry in entries)
    return tuple(_told(entry, reached(flow, told)) if told else entry for entry, told in found)


def newly_broken(
    difference: Difference, files: Iterable[str], base: Shelf, judging: Judging
) -> tuple[Finding, ...]:
    """Return the findings across documents that the difference of these files causes.

    What the policy itself says of the whole tree is not among them: the tree is not looked at.
    """
    added = {file: entry_of(one.node, file) for file, one in difference.after.items()}
    head = base.with_changes(added, difference.gone)
    return caused(base, head, files, judging.general())


def _renames(facts: Iterable[Fact]) -> dict[str, str]:
    """Return the old name of each renamed object and field by the path that it has now."""
    found = {}
    for fact in facts:
        if fact.subject in _RENAMED:
            around = prefixes(fact.path)[:-1]
            now = step(str(fact.after))
            found[f"{around[-1]}.{now}" if around else now] = str(fact.before)
    return found


def _told(entry: ContractReview, found: tuple[Reached, ...]) -> ContractReview:
    names: defaultdict[str, list[str]] = defaultdict(list)
    for one in sorted(found, key=lambda one: (one.nearest.distance, one.name)):
        for fingerprint in one.findings:
            names[fingerprint].append(one.name)
    return replace(
        entry,
        impact=found,
        findings=_with_names(entry.findings, names),
        gate=_with_names(entry.gate, names),
    )


def _with_names(
    findings: Iterable[Finding], names: Mapping[str, Sequence[str]]
) -> tuple[Finding, ...]:
    return tuple(
        replace(finding, impacted=tuple(dict.fromkeys(names[finding.fingerprint])))
        if matters(finding) and finding.fingerprint in names
        else finding
        for finding in findings
    )
