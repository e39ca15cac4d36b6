"""Turns what a review found into what approvals are computed from."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from bot.core.approvals.codeowners import CodeOwners
from bot.core.approvals.scene import ChangedContract, ChangedFile, ChangedProduct, Consumer, Scene
from bot.core.consequences import hurt_by
from bot.core.contract.model import Contract
from bot.core.lineage.graph import Lineage
from bot.core.lineage.reach import Reached, Side, merged, reached
from bot.core.policy.settings import SETTINGS_FILE, Settings, effective
from bot.core.records import dataclass
from bot.core.review import ContractReview
from bot.core.versions import release_line


@dataclass(frozen=True, slots=True, kw_only=True)
class Changes:
    """What differs between two revisions, beside the contracts that a review tells of."""

    files: tuple[ChangedFile, ...]
    products: tuple[ChangedProduct, ...]
    codeowners: CodeOwners | None


def hurts(entries: Iterable[ContractReview]) -> bool:
    """Tell whether a change hurts somebody who feeds or reads; where none does, ask no lineage."""
    return any(hurt_by(entry) for entry in entries)


def _reached(entries: Sequence[ContractReview], lineage: Lineage | None) -> tuple[Reached, ...]:
    """Return who is hurt, as the reviews tell it already, or as the lineage does."""
    told = merged(one for entry in entries for one in entry.impact)
    if told or lineage is None:
        return told
    return reached(lineage, (change for entry in entries for change in hurt_by(entry)))


def scene(
    entries: Sequence[ContractReview],
    changes: Changes,
    settings: Settings,
    lineage: Lineage | None,
) -> Scene:
    """Return what approvals are computed from: all of it as of the base, save what changed.

    `lineage` is that of the base, None where nothing hurts anybody. A contract whose file is
    untouched, and that is told because of its waivers, is nobody's to approve but the board's.
    """
    hurt = _reached(entries, lineage)
    changed = {path for file in changes.files for path in file.paths}
    touched_ones = [entry for entry in entries if changed & set(_files(entry))]
    return Scene(
        policy=settings.approvals,
        settings_file=settings.file or SETTINGS_FILE,
        files=changes.files,
        contracts=tuple(_contract(entry, settings) for entry in touched_ones),
        products=changes.products,
        consumers=tuple(_consumers(entries, hurt, lineage)),
        codeowners=changes.codeowners,
    )


def _contract(entry: ContractReview, settings: Settings) -> ChangedContract:
    sides = [side for side in (entry.old, entry.new) if side is not None]
    policies = [effective(settings, side).approvals for side in sides]
    return ChangedContract(
        old=entry.old,
        new=entry.new,
        findings=entry.findings,
        subjects=tuple(fact.subject for fact in entry.facts),
        required=entry.required,
        policy=policies[0] if policies else settings.approvals,
        policy_after=policies[-1] if policies else settings.approvals,
    )


def _consumers(
    entries: Sequence[ContractReview], hurt: Sequence[Reached], lineage: Lineage | None
) -> Iterator[Consumer]:
    rules = {
        found.fingerprint: f"{found.rule} {found.name}"
        for entry in entries
        for found in entry.findings
    }
    files = {_key(entry.old): _files(entry) for entry in entries if entry.old is not None}
    for one in hurt:
        if one.side is not Side.READS or lineage is None:
            continue
        starts = [start.element for start in one.starts]
        owners = {(node.holder, node.major) for node in starts}
        told = dict.fromkeys(rules[name] for name in one.findings if name in rules)
        named = (one.owners.team, one.owners.contact, *one.owners.usernames)
        yield Consumer(
            name=one.name,
            what=str(one.kind),
            document=lineage.documents.get(one.node),
            named=tuple(name for name in named if name),
            reads=tuple(lineage.address(node) for node in starts),
            rules=tuple(told),
            paths=tuple(path for key in sorted(owners, key=str) for path in files.get(key, ())),
        )


def _key(contract: Contract) -> tuple[str, int | None]:
    return (contract.id, release_line(contract.version))


def _files(entry: ContractReview) -> tuple[str, ...]:
    return tuple(dict.fromkeys(side.file for side in (entry.old, entry.new) if side is not None))
