"""DC406 maximum-raised."""

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
            if compare_bounds(before, after, "maximum") is Relation.WIDER:
                old, new = told_bound(before, "maximum"), told_bound(after, "maximum")
                yield Hit(
                    message=f"`{change.place.path}`: at most {new} now, before {old}",
                    before=old,
                    after=new,
                )
        case _:
            return


_TO_TEN = """\
schema:
- name: orders
  properties:
  - {name: amount, logicalType: number, logicalTypeOptions: {maximum: 10}}
"""

_TO_HUNDRED = """\
schema:
- name: orders
  properties:
  - {name: amount, logicalType: number, logicalTypeOptions: {maximum: 100}}
"""


MAXIMUM_RAISED = Rule(
    id="DC406",
    name="maximum-raised",
    plane=Plane.WIRE,
    effect=Effect.LOOSENS,
    summary="The largest allowed value grew, or there is none any more.",
    why="A consumer that relies on the bound meets values above it.",
    instead="Tell consumers, or publish the looser field under a new name.",
    examples=(
        Example(
            title="maximum 100",
            old=_TO_TEN,
            new=_TO_HUNDRED,
            strikes=("orders.amount",),
        ),
        Example(
            title="the other way round",
            old=_TO_HUNDRED,
            new=_TO_TEN,
        ),
    ),
    judge=OnChange(("field.logicalTypeOptions.maximum",), _judge),
    mirror="maximum-lowered",
)
