"""DC437 multiple-changed."""

from __future__ import annotations

from collections.abc import Iterator

from bot.core.contract.model import Field
from bot.core.diff.changes import Change, Changed
from bot.core.finding import Effect, Hit, Plane
from bot.core.relation import Relation
from bot.core.rule import Example, OnChange, Pair, Rule
from bot.core.sets.multiples import compare_multiples


def _judge(change: Change, _pair: Pair) -> Iterator[Hit]:
    match change:
        case Changed(before=Field() as before, after=Field() as after, old=old, new=new):
            whole = before.logical_type == after.logical_type == "integer"
            if compare_multiples(old, new, integer=whole) is Relation.INCOMPARABLE:
                yield Hit(
                    message=f"multiples of {new or 'anything'}, before of {old or 'anything'}"
                )
        case _:
            return


_TWO = """\
schema:
- name: orders
  properties:
  - {name: amount, logicalType: number, logicalTypeOptions: {multipleOf: 2}}
"""

_THREE = """\
schema:
- name: orders
  properties:
  - {name: amount, logicalType: number, logicalTypeOptions: {multipleOf: 3}}
"""

_FOUR = """\
schema:
- name: orders
  properties:
  - {name: amount, logicalType: number, logicalTypeOptions: {multipleOf: 4}}
"""


MULTIPLE_CHANGED = Rule(
    id="DC437",
    name="multiple-changed",
    plane=Plane.WIRE,
    effect=Effect.BOTH,
    summary="Numbers are multiples of something else.",
    why="Old rows do not fit the new step, nor new rows the old one.",
    instead="Add a field with the new step beside the old one.",
    examples=(
        Example(
            title="multiples of 2 become multiples of 3",
            old=_TWO,
            new=_THREE,
            strikes=("orders.amount",),
        ),
        Example(
            title="multiples of 2 become multiples of 4",
            old=_TWO,
            new=_FOUR,
        ),
    ),
    judge=OnChange(("field.logicalTypeOptions.multipleOf",), _judge),
    no_mirror="a change of step is its own opposite",
)
