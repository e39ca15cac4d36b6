"""DC508 enum-value-undeprecated."""

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
            if before.deprecation.flagged is True and after.deprecation.flagged is False:
                yield Hit(message=f"the value `{said(after.value)}` is no longer deprecated")
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


ENUM_VALUE_UNDEPRECATED = Rule(
    id="DC508",
    name="enum-value-undeprecated",
    plane=Plane.LIFECYCLE,
    weight=Weight.NOTE,
    bump=Bump.MINOR,
    summary="A value of a list is no longer deprecated.",
    why=("The value stays; a window that was running starts anew if it is deprecated again."),
    instead="Nothing to do: tell consumers who have already moved.",
    examples=(
        Example(
            title="`PAID` comes back",
            old=_DEPRECATED,
            new=_LIVE,
            strikes=("orders.status.enum.PAID",),
        ),
        Example(
            title="the other way round",
            old=_LIVE,
            new=_DEPRECATED,
        ),
    ),
    judge=OnChange(("enum value.deprecated",), _judge),
    mirror="enum-value-deprecated",
)
