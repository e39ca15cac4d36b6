"""DC412 maximum-length-lowered."""

from __future__ import annotations

from collections.abc import Iterator
from math import inf

from bot.core.contract.model import Field
from bot.core.diff.changes import Change, Changed
from bot.core.finding import Effect, Hit, Plane
from bot.core.idle_options import is_idle
from bot.core.rule import Example, OnChange, Pair, Rule
from bot.core.types.logical import retyped


def _judge(change: Change, pair: Pair) -> Iterator[Hit]:
    match change:
        case Changed(before=Field() as before, after=Field() as after, old=old, new=new):
            if retyped(before.logical_type, after.logical_type) or is_idle(change, pair):
                return
            before_count, after_count = _count(old, inf), _count(new, inf)
            if after_count < before_count:
                limits = [
                    "no limit" if count is None else f"at most {count}" for count in (new, old)
                ]
                yield Hit(
                    message=f"characters of `{change.place.path}`: {limits[0]}, before {limits[1]}"
                )
        case _:
            return


def _count(value: object, default: float) -> float:
    return value if isinstance(value, int) else default


_LONG = """\
schema:
- name: orders
  properties:
  - {name: amount, logicalType: string, logicalTypeOptions: {maxLength: 50}}
"""

_SHORT = """\
schema:
- name: orders
  properties:
  - {name: amount, logicalType: string, logicalTypeOptions: {maxLength: 20}}
"""


MAXIMUM_LENGTH_LOWERED = Rule(
    id="DC412",
    name="maximum-length-lowered",
    plane=Plane.WIRE,
    effect=Effect.TIGHTENS,
    summary="Texts must be shorter than they could be.",
    why="Rows written before may hold longer texts.",
    instead="Check that every kept row is short enough, then publish it in a new major.",
    examples=(
        Example(
            title="50 become 20",
            old=_LONG,
            new=_SHORT,
            strikes=("orders.amount",),
        ),
        Example(
            title="20 become 50",
            old=_SHORT,
            new=_LONG,
        ),
    ),
    judge=OnChange(("field.logicalTypeOptions.maxLength",), _judge),
    mirror="maximum-length-raised",
)
