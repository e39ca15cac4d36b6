"""DC942 window-unproven."""

from __future__ import annotations

from collections.abc import Iterator

from bot.core.deprecation.elements import Sort
from bot.core.deprecation.evidence import Parting, Unproven
from bot.core.finding import Hit, Plane, Weight
from bot.core.rule import Chapter, Example, OnRelease, Release, Rule


def _judge(release: Release) -> Iterator[Hit]:
    for parting in release.evidence.partings:
        match parting.proof:
            case Unproven(why, hint):
                yield Hit(
                    message=f"{_named(parting)} goes, and how long it was deprecated cannot be"
                    f" told: {why}",
                    path=parting.path,
                    base=parting.base,
                    where=parting.where,
                    hint=hint,
                )
            case _:
                continue


def _named(parting: Parting) -> str:
    if parting.sort is Sort.CONTRACT:
        return "the contract"
    return f"the {parting.sort} `{parting.path}`"


_DEPRECATED = """\
schema:
- name: orders
  properties:
  - {name: net, logicalType: number}
  - {name: amount, logicalType: number, deprecated: true}
"""

_NET = """\
schema:
- name: orders
  properties:
  - {name: net, logicalType: number}
"""

_HISTORY = (Chapter(day="2026-02-02", text=_DEPRECATED),)


WINDOW_UNPROVEN = Rule(
    id="DC942",
    name="window-unproven",
    plane=Plane.LIFECYCLE,
    weight=Weight.UNSURE,
    summary="Something was removed, and history does not prove how long it was deprecated.",
    why=(
        "A shallow clone ends before the day on which the deprecation began. A window is never"
        " guessed: neither for the one who removes nor against."
    ),
    instead="Fetch the whole history, and judge again.",
    examples=(
        Example(
            title="the clone begins within the window",
            history=_HISTORY,
            shallow=True,
            old=_DEPRECATED,
            new=_NET,
            today="2026-03-02",
            strikes=("orders.amount",),
        ),
        Example(
            title="what the clone shows is long enough",
            history=_HISTORY,
            shallow=True,
            old=_DEPRECATED,
            new=_NET,
            today="2026-06-01",
        ),
    ),
    judge=OnRelease(_judge),
    no_mirror="what is proven has rules of its own",
)
