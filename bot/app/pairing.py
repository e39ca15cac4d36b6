"""Pairs the contracts on the two sides of a range."""

from __future__ import annotations

from collections.abc import Sequence

from bot.app.documents import Loaded
from bot.core.contract.model import Contract
from bot.core.records import dataclass
from bot.core.versions import release_line
from bot.ports import FileChange


@dataclass(frozen=True, slots=True)
class Step:
    """One contract on both sides of a range; a side is None where the contract is not there."""

    old: Contract | None
    new: Contract | None


def pair_up(changes: Sequence[FileChange], before: Loaded, after: Loaded) -> tuple[Step, ...]:
    """Return which contract became which: by id and release line, else by id and path.

    A file that moved is one contract, two majors of one id are two. Where an id went and another
    came at the same path, one contract changed its id. A contract whose new file cannot be read is
    left out: its fault is told instead, and it is not called removed.
    """
    old = [found for _, found in before.documents if isinstance(found, Contract)]
    new = [found for _, found in after.documents if isinstance(found, Contract)]
    unreadable = {fault.where.file for fault in after.faults if fault.where}
    broken = {
        change.old.path
        for change in changes
        if change.old and change.new and change.new.path in unreadable
    }
    kept = {found.id for found in old} & {found.id for found in new}
    steps: list[Step] = []
    for key in (
        lambda found: (found.id, release_line(found.version), found.file),
        lambda found: (found.id, release_line(found.version)),
        lambda found: (found.id, found.file),
        lambda found: found.id,
        lambda found: None if found.id in kept else found.file,
    ):
        waiting = {key(found): found for found in reversed(new)}
        waiting.pop(None, None)
        for found in list(old):
            partner = waiting.pop(key(found), None)
            if partner is not None:
                steps.append(Step(found, partner))
                old = [entry for entry in old if entry is not found]
                new = [entry for entry in new if entry is not partner]
    steps += [Step(found, None) for found in old if found.file not in broken]
    steps += [Step(None, found) for found in new]
    return tuple(sorted(steps, key=step_path))


def step_path(step: Step) -> str:
    """Return the path by which steps are sorted: that of the head, where the contract is there."""
    found = step.new or step.old
    return found.file if found else ""
