"""DC407 bound-incomparable."""

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
        case Changed(before=Field() as before, after=Field() as after, attribute=attribute):
            if retyped(before.logical_type, after.logical_type) or is_idle(change, pair):
                return
            side = attribute.removeprefix("logicalTypeOptions.")
            if compare_bounds(before, after, side) is Relation.UNKNOWN:
                old, new = told_bound(before, side), told_bound(after, side)
                yield Hit(
                    message=f"`{change.place.path}`: {old} and {new} cannot be compared",
                    before=old,
                    after=new,
                )
        case _:
            return


_DATED = """\
schema:
- name: orders
  properties:
  - {name: amount, logicalType: date, logicalTypeOptions: {minimum: "2025-01-01"}}
"""

_VARIABLE = """\
schema:
- name: orders
  properties:
  - {name: amount, logicalType: date, logicalTypeOptions: {minimum: "${START}"}}
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


BOUND_INCOMPARABLE = Rule(
    id="DC407",
    name="bound-incomparable",
    plane=Plane.WIRE,
    effect=Effect.UNDETERMINED,
    summary="A bound changed between values that cannot be compared.",
    why=("A variable, or a date that cannot be read: nobody can tell which rows are valid."),
    instead="Write the bound as a number, or as a date in ISO 8601.",
    examples=(
        Example(
            title="a variable",
            old=_DATED,
            new=_VARIABLE,
            strikes=("orders.amount",),
        ),
        Example(
            title="a number",
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
    no_mirror="what cannot be compared has no opposite",
)
