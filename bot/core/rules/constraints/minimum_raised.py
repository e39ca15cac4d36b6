"""DC403 minimum-raised."""

from __future__ import annotations

from collections.abc import Iterator

from bot.core.contract.model import Field
from bot.core.diff.bounds import compare_bounds, told_bound
from bot.core.diff.changes import Change, Changed
from bot.core.finding import Effect, Hit, Plane
from bot.core.idle_options import is_idle
from bot.core.relation import Relation
from bot.core.rule import Example, OnChange, Pair, Rule
from bot.core.types.logical import retyped


def _judge(change: Change, pair: Pair) -> Iterator[Hit]:
    match change:
        case Changed(before=Field() as before, after=Field() as after):
            if retyped(before.logical_type, after.logical_type) or is_idle(change, pair):
                return
            if compare_bounds(before, after, "minimum") is Relation.NARROWER:
                old, new = told_bound(before, "minimum"), told_bound(after, "minimum")
                yield Hit(
                    message=f"`{change.place.path}`: at least {new} now, before {old}",
                    before=old,
                    after=new,
                )
        case _:
            return


_FROM_ZERO = """\
schema:
- name: orders
  properties:
  - {name: amount, logicalType: number, logicalTypeOptions: {minimum: 0}}
"""

_FROM_TEN = """\
schema:
- name: orders
  properties:
  - {name: amount, logicalType: number, logicalTypeOptions: {minimum: 10}}
"""


MINIMUM_RAISED = Rule(
    id="DC403",
    name="minimum-raised",
    plane=Plane.WIRE,
    effect=Effect.TIGHTENS,
    summary="The smallest allowed value grew, or there is one now.",
    why="Rows written before may be below it.",
    instead="Check that every kept row is within the bound, then publish it in a new major.",
    examples=(
        Example(
            title="minimum 10",
            old=_FROM_ZERO,
            new=_FROM_TEN,
            strikes=("orders.amount",),
        ),
        Example(
            title="the other way round",
            old=_FROM_TEN,
            new=_FROM_ZERO,
        ),
    ),
    judge=OnChange(("field.logicalTypeOptions.minimum",), _judge),
    mirror="minimum-lowered",
)
