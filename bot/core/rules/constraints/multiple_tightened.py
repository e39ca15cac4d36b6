"""DC435 multiple-tightened."""

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
            if compare_multiples(old, new, integer=whole) is Relation.NARROWER:
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

_FOUR = """\
schema:
- name: orders
  properties:
  - {name: amount, logicalType: number, logicalTypeOptions: {multipleOf: 4}}
"""


MULTIPLE_TIGHTENED = Rule(
    id="DC435",
    name="multiple-tightened",
    plane=Plane.WIRE,
    effect=Effect.TIGHTENS,
    summary="Numbers must be multiples of something more.",
    why="Rows written before may hold others.",
    instead="Check that every kept row fits, then publish it in a new major.",
    examples=(
        Example(
            title="multiples of 2 become multiples of 4",
            old=_TWO,
            new=_FOUR,
            strikes=("orders.amount",),
        ),
        Example(
            title="the other way round",
            old=_FOUR,
            new=_TWO,
        ),
    ),
    judge=OnChange(("field.logicalTypeOptions.multipleOf",), _judge),
    mirror="multiple-loosened",
)
