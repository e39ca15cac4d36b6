"""DC404 minimum-lowered."""

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
            if compare_bounds(before, after, "minimum") is Relation.WIDER:
                old, new = told_bound(before, "minimum"), told_bound(after, "minimum")
                yield Hit(
                    message=f"`{change.place.path}`: at least {new} now, before {old}",
                    before=old,
                    after=new,
                )
        case _:
            return


_FROM_TEN = """\
schema:
- name: orders
  properties:
  - {name: amount, logicalType: number, logicalTypeOptions: {minimum: 10}}
"""

_FROM_ZERO = """\
schema:
- name: orders
  properties:
  - {name: amount, logicalType: number, logicalTypeOptions: {minimum: 0}}
"""


MINIMUM_LOWERED = Rule(
    id="DC404",
    name="minimum-lowered",
    plane=Plane.WIRE,
    effect=Effect.LOOSENS,
    summary="The smallest allowed value shrank, or there is none any more.",
    why="A consumer that relies on the bound meets values below it.",
    instead="Tell consumers, or publish the looser field under a new name.",
    examples=(
        Example(
            title="minimum 0",
            old=_FROM_TEN,
            new=_FROM_ZERO,
            strikes=("orders.amount",),
        ),
        Example(
            title="the other way round",
            old=_FROM_ZERO,
            new=_FROM_TEN,
        ),
    ),
    judge=OnChange(("field.logicalTypeOptions.minimum",), _judge),
    mirror="minimum-raised",
)
