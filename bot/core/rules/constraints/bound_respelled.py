"""DC408 bound-respelled."""

from __future__ import annotations

from collections.abc import Iterator

from bot.core.contract.model import Field
from bot.core.diff.bounds import compare_bounds, told_bound
from bot.core.diff.changes import Change, Changed
from bot.core.finding import Bump, Effect, Hit, Plane
from bot.core.relation import Relation
from bot.core.rule import Example, OnChange, Pair, Rule
from bot.core.types.logical import retyped


def _judge(change: Change, _pair: Pair) -> Iterator[Hit]:
    match change:
        case Changed(before=Field() as before, after=Field() as after, attribute=attribute):
            if retyped(before.logical_type, after.logical_type):
                return
            side = attribute.removeprefix("logicalTypeOptions.")
            if compare_bounds(before, after, side) is Relation.SAME:
                old, new = told_bound(before, side), told_bound(after, side)
                yield Hit(
                    message=f"`{change.place.path}`: {new} admits the same values as {old}",
                    before=old,
                    after=new,
                )
        case _:
            return


_INCLUSIVE = """\
schema:
- name: orders
  properties:
  - {name: amount, logicalType: integer, logicalTypeOptions: {minimum: 0}}
"""

_EXCLUSIVE = """\
schema:
- name: orders
  properties:
  - {name: amount, logicalType: integer, logicalTypeOptions: {exclusiveMinimum: -1}}
"""

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


BOUND_RESPELLED = Rule(
    id="DC408",
    name="bound-respelled",
    plane=Plane.WIRE,
    effect=Effect.NONE,
    bump=Bump.PATCH,
    summary="A bound is written in another way.",
    why="Both admit the same values.",
    instead="Nothing to do.",
    examples=(
        Example(
            title="the same bound for integers",
            old=_INCLUSIVE,
            new=_EXCLUSIVE,
            strikes=("orders.amount",),
        ),
        Example(
            title="another bound",
            old=_FROM_ZERO,
            new=_FROM_TEN,
        ),
    ),
    judge=OnChange(
        (
            "field.logicalTypeOptions.minimum",
            "field.logicalTypeOptions.maximum",
        ),
        _judge,
    ),
    no_mirror="respelling is its own opposite",
)
