"""DC944 removal-announced-early."""

from __future__ import annotations

from collections.abc import Iterator

from bot.core.deprecation.days import declared_day
from bot.core.deprecation.elements import Sort
from bot.core.deprecation.evidence import Announcement
from bot.core.finding import Hit, Plane, Weight
from bot.core.rule import Chapter, Example, OnRelease, Release, Rule


def _judge(release: Release) -> Iterator[Hit]:
    for announced in release.evidence.announced:
        day = declared_day(announced.removal)
        if day is not None and day < announced.earliest:
            yield Hit(
                message=f"{_named(announced)} is to go on {day}, before its window of"
                f" {release.evidence.window} is over",
                path=announced.path,
                after=str(day),
                where=announced.where,
                hint=_hint(announced),
            )


def _named(announced: Announcement) -> str:
    if announced.sort is Sort.CONTRACT:
        return "the contract"
    return f"the {announced.sort} `{announced.path}`"


def _hint(announced: Announcement) -> str:
    key = "endOfLife" if announced.sort is Sort.CONTRACT else "removal"
    if announced.clock is None:
        return f"Announce {announced.earliest} or later (`{key}`), if this is merged today."
    since = f"it is deprecated since {announced.clock.day}"
    return f"Announce {announced.earliest} or later (`{key}`): {since}."


def _until(day: str) -> str:
    return f"""\
schema:
- name: orders
  properties:
  - {{name: net, logicalType: number}}
  - name: amount
    logicalType: number
    deprecated: true
    customProperties:
    - property: deprecation
      value: {{replacedBy: orders.net, removal: "{day}"}}
"""


_LIVE = """\
schema:
- name: orders
  properties:
  - {name: net, logicalType: number}
  - {name: amount, logicalType: number}
"""

_HISTORY = (Chapter(day="2026-01-12", text=_LIVE),)


REMOVAL_ANNOUNCED_EARLY = Rule(
    id="DC944",
    name="removal-announced-early",
    plane=Plane.LIFECYCLE,
    weight=Weight.ERROR,
    summary="The day that is announced for a removal comes before the window is over.",
    why=(
        "The removal will be refused on that day: readers hurry for nothing, or learn not to"
        " believe what is announced."
    ),
    instead="Announce the first day that the finding names, or a later one.",
    examples=(
        Example(
            title="two months from now",
            history=_HISTORY,
            old=_LIVE,
            new=_until("2026-04-01"),
            today="2026-02-02",
            strikes=("orders.amount",),
        ),
        Example(
            title="ninety days from now",
            history=_HISTORY,
            old=_LIVE,
            new=_until("2026-05-03"),
            today="2026-02-02",
        ),
    ),
    judge=OnRelease(_judge),
    no_mirror="a later day gives more time",
)
