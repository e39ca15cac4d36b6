"""DC507 enum-value-deprecated."""

from __future__ import annotations

from collections.abc import Iterator

from bot.core.contract.model import EnumValue
from bot.core.diff.changes import Change, Changed
from bot.core.finding import Bump, Hit, Plane, Weight
from bot.core.plain import said
from bot.core.rule import Example, OnChange, Pair, Rule


def _judge(change: Change, _pair: Pair) -> Iterator[Hit]:
    match change:
        case Changed(before=EnumValue() as before, after=EnumValue() as after):
            if before.deprecation.flagged is False and after.deprecation.flagged is True:
                yield Hit(message=f"the value `{said(after.value)}` is deprecated from now on")
        case _:
            return


_LIVE = """\
schema:
- name: orders
  properties:
  - name: status
    logicalType: string
    enum: [{value: PAID}, {value: NEW}]
"""

_DEPRECATED = """\
schema:
- name: orders
  properties:
  - name: status
    logicalType: string
    enum: [{value: PAID, tags: [deprecated]}, {value: NEW}]
"""


ENUM_VALUE_DEPRECATED = Rule(
    id="DC507",
    name="enum-value-deprecated",
    plane=Plane.LIFECYCLE,
    weight=Weight.NOTE,
    bump=Bump.MINOR,
    summary="A value of a list is deprecated from now on.",
    why="Readers learn that the value will go, and the clock of its window starts.",
    instead="Name the value that replaces it, and wait for the window before it is removed.",
    examples=(
        Example(
            title="`PAID` is deprecated",
            old=_LIVE,
            new=_DEPRECATED,
            strikes=("orders.status.enum.PAID",),
        ),
        Example(
            title="the other way round",
            old=_DEPRECATED,
            new=_LIVE,
        ),
    ),
    judge=OnChange(("enum value.deprecated",), _judge),
    mirror="enum-value-undeprecated",
)
