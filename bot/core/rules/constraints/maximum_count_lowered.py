"""DC416 maximum-count-lowered."""

from __future__ import annotations

from collections.abc import Iterator
from math import inf

from bot.core.contract.model import Field
from bot.core.diff.changes import Change, Changed
from bot.core.finding import Effect, Hit, Plane
from bot.core.rule import Example, OnChange, Pair, Rule
from bot.core.types.logical import retyped


def _judge(change: Change, _pair: Pair) -> Iterator[Hit]:
    match change:
        case Changed(before=Field() as before, after=Field() as after, old=old, new=new):
            if retyped(before.logical_type, after.logical_type):
                return
            before_count, after_count = _count(old, inf), _count(new, inf)
            if after_count < before_count:
                limits = [
                    "no limit" if count is None else f"at most {count}" for count in (new, old)
                ]
                yield Hit(
                    message=f"members of `{change.place.path}`: {limits[0]}, before {limits[1]}"
                )
        case _:
            return


def _count(value: object, default: float) -> float:
    return value if isinstance(value, int) else default


_TEN = """\
schema:
- name: orders
  properties:
  - {name: amount, logicalType: array, logicalTypeOptions: {maxItems: 10}}
"""

_FIVE = """\
schema:
- name: orders
  properties:
  - {name: amount, logicalType: array, logicalTypeOptions: {maxItems: 5}}
"""


MAXIMUM_COUNT_LOWERED = Rule(
    id="DC416",
    name="maximum-count-lowered",
    plane=Plane.WIRE,
    effect=Effect.TIGHTENS,
    summary="An array or object must have fewer members than it could.",
    why="Rows written before may have more.",
    instead="Check that no kept row has more, then publish it in a new major.",
    examples=(
        Example(
            title="ten become five",
            old=_TEN,
            new=_FIVE,
            strikes=("orders.amount",),
        ),
        Example(
            title="five become ten",
            old=_FIVE,
            new=_TEN,
        ),
    ),
    judge=OnChange(
        (
            "field.logicalTypeOptions.maxItems",
            "field.logicalTypeOptions.maxProperties",
        ),
        _judge,
    ),
    mirror="maximum-count-raised",
)
