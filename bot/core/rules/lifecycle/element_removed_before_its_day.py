"""DC943 element-removed-before-its-day."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from bot.core.deprecation.days import declared_day
from bot.core.deprecation.elements import Sort
from bot.core.deprecation.evidence import Parting
from bot.core.finding import Hit, Plane, Weight
from bot.core.rule import Chapter, Example, OnRelease, Release, Rule
from bot.core.text import shortened
from bot.core.versions import parse


def _judge(release: Release) -> Iterator[Hit]:
    for parting in release.evidence.partings:
        for announced, hint, day in (_too_soon(parting, release), _too_low(parting, release)):
            if announced:
                yield Hit(
                    message=f"{_named(parting)} goes, and its end was announced for {announced}",
                    path=parting.path,
                    before=announced,
                    base=parting.base,
                    where=parting.where,
                    hint=hint,
                    first_day=day,
                )


_Told = tuple[str, str, date | None]
"""What was announced, what to do, and the day for which it is enough to wait."""
_NOTHING: _Told = ("", "", None)


def _too_soon(parting: Parting, release: Release) -> _Told:
    day = declared_day(parting.told.removal)
    if day is None or day <= release.evidence.today:
        return _NOTHING
    return f"{day}", f"Merge this on {day} (UTC) or later.", day


def _too_low(parting: Parting, release: Release) -> _Told:
    wanted = parse(parting.told.removal_version or "")
    found = None if release.new is None else parse(release.new.version)
    if wanted is None or found is None or found >= wanted:
        return _NOTHING
    told = shortened(str(wanted))
    return f"version {told}", f"Keep it until version {told}.", None


def _named(parting: Parting) -> str:
    if parting.sort is Sort.CONTRACT:
        return "the contract"
    return f"the {parting.sort} `{parting.path}`"


_UNTIL_DECEMBER = """\
schema:
- name: orders
  properties:
  - {name: net, logicalType: number}
  - name: amount
    logicalType: number
    deprecated: true
    customProperties:
    - property: deprecation
      value: {replacedBy: orders.net, removal: "2026-12-31"}
"""

_NET = """\
schema:
- name: orders
  properties:
  - {name: net, logicalType: number}
"""

_HISTORY = (Chapter(day="2026-02-02", text=_UNTIL_DECEMBER),)


ELEMENT_REMOVED_BEFORE_ITS_DAY = Rule(
    id="DC943",
    name="element-removed-before-its-day",
    plane=Plane.LIFECYCLE,
    weight=Weight.ERROR,
    summary="Something was removed before the day, or the version, that was announced for it.",
    why="Readers planned with the announcement: for them the day that was told is the promise.",
    instead="Keep it until then; the window of the policy is the least, not the most.",
    examples=(
        Example(
            title="the window is over, and the day has not come",
            history=_HISTORY,
            old=_UNTIL_DECEMBER,
            new=_NET,
            today="2026-11-02",
            strikes=("orders.amount",),
        ),
        Example(
            title="on the day itself",
            history=_HISTORY,
            old=_UNTIL_DECEMBER,
            new=_NET,
            today="2026-12-31",
        ),
    ),
    judge=OnRelease(_judge),
    no_mirror="what goes late harms nobody",
)
