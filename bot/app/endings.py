"""What the history of the default branch says about the steps of a review."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from typing import Protocol

from bot.core.contract.model import Contract
from bot.core.deprecation.calendar import Notice, in_order, notices
from bot.core.deprecation.evidence import NO_EVIDENCE, Evidence
from bot.core.deprecation.partings import Going, going
from bot.core.deprecation.proof import asks_history, gather
from bot.core.deprecation.timeline import proven_days
from bot.core.records import dataclass, replace
from bot.core.review import Judging
from bot.ports import History, Tree

Readers = Callable[[Contract], tuple[str, ...]]
"""Tells who still reads a contract that is to end."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Past:
    """The default branch, whose first-parent line starts clocks, and the UTC day of judging.

    `line` is the branch's tip and not the base of the comparison: that one may lie on the line of
    a branch that was merged, where a flag proves nothing.
    """

    line: Tree
    today: date
    readers: Readers | None = None


Sides = tuple[Contract | None, Contract | None]
"""A contract before a change and after it; None where it was not there."""


def evidence(
    steps: Sequence[Sides], history: History, past: Past | None, judging: Judging
) -> tuple[Evidence, ...]:
    """Return for each step what history proves about what goes; nothing without a past."""
    if past is None:
        return (NO_EVIDENCE,) * len(steps)
    goes = [() if old is None else going(old, new) for old, new in steps]
    asking = [
        old
        for (old, _), gone in zip(steps, goes, strict=True)
        if old is not None and asks_history(gone, old)
    ]
    history.expect(past.line, asking)
    return tuple(
        _of_step(step, gone, history, past, judging) for step, gone in zip(steps, goes, strict=True)
    )


def _of_step(
    step: Sides, goes: Sequence[Going], history: History, past: Past, judging: Judging
) -> Evidence:
    old, new = step
    contract = old or new
    if contract is None:
        return NO_EVIDENCE
    asked = past.readers
    return gather(
        old,
        new,
        history.lived(past.line, contract),
        judging.window(contract),
        past.today,
        goes=goes,
        readers=None if asked is None or old is None else lambda: asked(old),
    )


def published(
    old: Contract | None, new: Contract | None, history: History, past: Past | None
) -> Mapping[str, str] | None:
    """Return the released versions of a contract, None where none is or no past was handed in."""
    if past is None or new is None:
        return None
    versions = [found.version for found in (old, new) if found is not None]
    return history.published(past.line, old or new, versions)


class Kept(Protocol):
    """Who reads what, at the tip of a branch."""

    def majors(self, identity: str) -> int:
        """Return how many release lines an id has."""
        ...

    def of(self, file: str, path: str) -> tuple[str, ...]:
        """Return the names of those who read an element of a file."""
        ...


def calendar(
    history: History,
    line: Tree,
    today: date,
    judging: Judging,
    reading: Callable[[tuple[str, ...]], Kept] | None = None,
) -> tuple[Notice, ...]:
    """Return everything that is deprecated at the tip of a line, by the day on which it may go.

    `reading` is handed the files in question, and says who reads what is in them; without it
    nobody is asked.
    """
    found = tuple(history.deprecated(line))
    kept = None if reading is None else reading(tuple(one.head.file for one in found))
    days = proven_days(history.commits(line), today) if found else {}
    if kept is None:
        return in_order(tuple(notices(found, judging.window, days, today, lambda _: 1)))
    told = notices(found, judging.window, days, today, kept.majors)
    return in_order([replace(one, readers=kept.of(one.file, one.clock.path)) for one in told])
