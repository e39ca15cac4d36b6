"""DC417 maximum-count-raised."""

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
            if after_count > before_count:
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


_FIVE = """\
schema:
- name: orders
  properties:
  - {name: amount, logicalType: array, logicalTypeOptions: {maxItems: 5}}
"""

_TEN = """\
schema:
- name: orders
  properties:
  - {name: amount, logicalType: array, logicalTypeOptions: {maxItems: 10}}
"""


MAXIMUM_COUNT_RAISED = Rule(
    id="DC417",
    name="maximum-count-raised",
    plane=Plane.WIRE,
    effect=Effect.LOOSENS,
    summary="An array or object may have more members than it could.",
    why="A consumer that unfolds members into columns has too few.",
    instead="Tell consumers, or publish the looser field under a new name.",
    examples=(
        Example(
            title="five become ten",
            old=_FIVE,
            new=_TEN,
            strikes=("orders.amount",),
        ),
        Example(
            title="ten become five",
            old=_TEN,
            new=_FIVE,
        ),
    ),
    judge=OnChange(
        (
            "field.logicalTypeOptions.maxItems",
            "field.logicalTypeOptions.maxProperties",
        ),
        _judge,
    ),
    mirror="maximum-count-lowered",
)
