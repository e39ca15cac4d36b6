"""Compares what two deprecations say about the day, or the version, of the removal."""

from __future__ import annotations

from enum import StrEnum

from bot.core.contract.model import Deprecation
from bot.core.sets.measures import Instant, compare, read_measure
from bot.core.versions import parse


class Shift(StrEnum):
    """How the new announcement of a removal stands to the old one."""

    SAME = "same"
    ANNOUNCED = "announced"
    WITHDRAWN = "withdrawn"
    EARLIER = "earlier"
    LATER = "later"
    UNCLEAR = "unclear"


def removal_shift(old: Deprecation, new: Deprecation) -> Shift:
    """Return how the removal moved; SAME where either is not deprecated at all.

    Of a date and a version beside it, the one that came closer counts.
    """
    if not (old.flagged and new.flagged):
        return Shift.SAME
    shifts = {_dates(old, new), _versions(old, new)} - {Shift.SAME}
    dated = [bool(told.removal or told.removal_version) for told in (old, new)]
    if dated == [False, True]:
        return Shift.ANNOUNCED
    if dated == [True, False]:
        return Shift.WITHDRAWN
    for shift in (Shift.EARLIER, Shift.UNCLEAR, Shift.LATER, Shift.ANNOUNCED, Shift.WITHDRAWN):
        if shift in shifts:
            return shift
    return Shift.SAME


def removal_told(told: Deprecation) -> str:
    """Return when the removal is, in words."""
    parts = [
        told.removal or "",
        f"version {told.removal_version}" if told.removal_version else "",
    ]
    return ", ".join(part for part in parts if part) or "an open day"


def _dates(old: Deprecation, new: Deprecation) -> Shift:
    if old.removal == new.removal:
        return Shift.SAME
    if not old.removal or not new.removal:
        return Shift.WITHDRAWN if old.removal else Shift.ANNOUNCED
    before, after = read_measure(old.removal), read_measure(new.removal)
    if not (isinstance(before, Instant) and isinstance(after, Instant)):
        return Shift.UNCLEAR
    return _shift(compare(before, after))


def _versions(old: Deprecation, new: Deprecation) -> Shift:
    if old.removal_version == new.removal_version:
        return Shift.SAME
    if not old.removal_version or not new.removal_version:
        return Shift.WITHDRAWN if old.removal_version else Shift.ANNOUNCED
    before, after = parse(old.removal_version), parse(new.removal_version)
    if before is None or after is None:
        return Shift.UNCLEAR
    return _shift(after.compare(before))


def _shift(order: int | None) -> Shift:
    if order is None:
        return Shift.UNCLEAR
    if order == 0:
        return Shift.SAME
    return Shift.LATER if order > 0 else Shift.EARLIER
