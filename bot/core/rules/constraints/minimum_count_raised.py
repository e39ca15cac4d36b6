"""DC414 minimum-count-raised."""

from __future__ import annotations

from collections.abc import Iterator

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
            before_count, after_count = _count(old, 0), _count(new, 0)
            if after_count > before_count:
                limits = [
                    "no limit" if count is None else f"at least {count}" for count in (new, old)
                ]
                yield Hit(
                    message=f"members of `{change.place.path}`: {limits[0]}, before {limits[1]}"
                )
        case _:
            return


def _count(value: object, default: float) -> float:
    return value if isinstance(value, int) else default


_ANY = """\
schema:
- name: orders
  properties:
  - {name: amount, logicalType: array}
"""

_ONE = """\
schema:
- name: orders
  properties:
  - {name: amount, logicalType: array, logicalTypeOptions: {minItems: 1}}
"""


MINIMUM_COUNT_RAISED = Rule(
    id="DC414",
    name="minimum-count-raised",
    plane=Plane.WIRE,
    effect=Effect.TIGHTENS,
    summary="An array or object must have more members than it had to.",
    why="Rows written before may have fewer.",
    instead="Check that every kept row has enough, then publish it in a new major.",
    examples=(
        Example(
            title="one item at least",
            old=_ANY,
            new=_ONE,
            strikes=("orders.amount",),
        ),
        Example(
            title="the bound goes",
            old=_ONE,
            new=_ANY,
        ),
    ),
    judge=OnChange(
        (
            "field.logicalTypeOptions.minItems",
            "field.logicalTypeOptions.minProperties",
        ),
        _judge,
    ),
    mirror="minimum-count-lowered",
)
