"""What history proves about the elements that a change takes away."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date

from bot.core.contract.model import Contract
from bot.core.deprecation.clock import Edge, Past, Stretch, later, read_clock, stretches
from bot.core.deprecation.elements import Flag, Sort
from bot.core.deprecation.evidence import (
    Announcement,
    Evidence,
    Free,
    Never,
    Parting,
    Proof,
    Stood,
    Unproven,
)
from bot.core.deprecation.partings import Going, announced, going
from bot.core.deprecation.standing import standing
from bot.core.deprecation.timeline import proven_days
from bot.core.history.snapshot import Commit
from bot.core.phases import Phase, phase_of
from bot.core.places import locate
from bot.core.policy.window import Window
from bot.core.records import dataclass

UNSHALLOW = (
    "Run `git fetch --unshallow` and judge again; in GitHub Actions, set `fetch-depth: 0` for"
    " actions/checkout."
)
_UPDATE = (
    "Bring the branch up to date with the default branch, and judge again; a file that cannot be"
    " read there has to be mended first, under its id."
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Lived:
    """What the default branch tells of one contract: its states and the whole line, newest first.

    Each call begins anew, and whoever takes few states pays for few.
    """

    past: Callable[[], Iterable[Past]]
    line: Callable[[], Iterable[Commit]]


def gather(  # noqa: PLR0913  # two sides, what history tells, and what the policy asks
    old: Contract | None,
    new: Contract | None,
    lived: Lived,
    window: Window,
    today: date,
    *,
    goes: Sequence[Going] | None = None,
    readers: Callable[[], tuple[str, ...]] | None = None,
) -> Evidence:
    """Return what history proves about what goes with the step from old to new.

    History is asked only where something goes, or where a day of removal was set. `goes` is what
    goes, where that is known already. `readers` are asked for only where a whole contract ends.
    """
    if goes is None:
        goes = () if old is None else going(old, new)
    ends = any(one.entry.flag.sort is Sort.CONTRACT for one in goes)
    return Evidence(
        today=today,
        window=window,
        partings=() if old is None else _partings(old, new, goes, lived, (window, today)),
        announced=() if new is None else tuple(_announced(old, new, lived, window, today)),
        readers=readers() if ends and readers is not None else None,
    )


def _partings(
    old: Contract,
    new: Contract | None,
    goes: Sequence[Going],
    lived: Lived,
    asked: tuple[Window, date],
) -> tuple[Parting, ...]:
    if not goes:
        return ()
    window, _ = asked
    proofs: Iterable[Proof] = [Free()] * len(goes)
    if window.days or window.releases:
        promised = standing(old).promises or _ever_promised(lived.past())
        if promised is False:
            return ()
        flags = [one.entry.flag for one in goes]
        proofs = _proofs(flags, lived, asked, sure=promised is True)
    return tuple(
        Parting(
            path=one.entry.flag.path,
            sort=one.entry.flag.sort,
            told=one.entry.flag.told,
            proof=proof,
            base=locate(old.file, one.entry.element.node),
            where=None
            if new is None or one.holder is None
            else locate(new.file, one.holder.node, "status" if not one.entry.flag.path else None),
        )
        for one, proof in zip(goes, proofs, strict=True)
    )


def _proofs(
    goes: Sequence[Flag],
    lived: Lived,
    asked: tuple[Window, date],
    *,
    sure: bool,
) -> list[Proof]:
    """Return what is proven of each. `sure` False: nobody knows whether it was ever promised."""
    window, today = asked
    found: list[Proof] = []
    reaches = stretches(goes, lived.past())
    days = _days(lived, reaches, today)
    for flag, stretch in zip(goes, reaches, strict=True):
        clock = read_clock(flag, stretch, window, days, today)
        if clock is not None and (clock.settled or clock.may_go(today)):
            found.append(Stood(clock))
        elif not stretch.there:
            why = (
                "the default branch has it no longer as the base of this comparison does, or"
                " cannot be read"
            )
            found.append(Unproven(why, _UPDATE))
        elif clock is not None:
            why = f"the clone ends on {clock.day}, and it was deprecated by then"
            found.append(Unproven(why, UNSHALLOW))
        elif not sure:
            why = "the clone ends before it is certain that nobody was ever promised anything"
            found.append(Unproven(why, UNSHALLOW))
        else:
            found.append(Never())
    return found


def _ever_promised(past: Iterable[Past]) -> bool | None:
    """Tell whether a draft was ever more than one, since it was retired; None if unknown."""
    for met in past:
        known = met.standing
        if known is not None and phase_of(known.status) is Phase.RETIRED:
            return False
        if known is not None and known.promises:
            return True
        if isinstance(met, Edge):
            return None
    return False


def _announced(
    old: Contract | None, new: Contract, lived: Lived, window: Window, today: date
) -> Iterable[Announcement]:
    """Yield each day of removal that was set, where the first possible one is certain."""
    found = tuple(announced(old, new)) if window.days and standing(new).promises else ()
    if not found:
        return
    reaches = stretches([entry.flag for entry in found], lived.past() if old is not None else ())
    days = _days(lived, reaches, today)
    for entry, reach in zip(found, reaches, strict=True):
        clock = read_clock(entry.flag, reach, window, days, today)
        if clock is not None and not clock.settled:
            continue
        yield Announcement(
            path=entry.flag.path,
            sort=entry.flag.sort,
            removal=entry.flag.told.removal or "",
            earliest=later(today, window.days) if clock is None else clock.first_day,
            clock=clock,
            where=locate(new.file, entry.element.node),
        )


def _days(lived: Lived, reaches: Iterable[Stretch], today: date) -> Mapping[str, date]:
    """Return the proven days, where any are asked for."""
    flagged = any(reach.since is not None for reach in reaches)
    return proven_days(lived.line(), today) if flagged else {}


def asks_history(goes: Sequence[Going], old: Contract) -> bool:
    """Tell whether what goes needs more of the history than its last state."""
    return any(one.entry.covered for one in goes) or bool(goes and not standing(old).promises)
