"""DC436 multiple-loosened."""

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
            if compare_multiples(old, new, integer=whole) is Relation.WIDER:
                yield Hit(
                    message=f"multiples of {new or 'anything'}, before of {old or 'anything'}"
                )
        case _:
            return


_FOUR = """\
schema:
- name: orders
  properties:
  - {name: amount, logicalType: number, logicalTypeOptions: {multipleOf: 4}}
"""

_TWO = """\
schema:
- name: orders
  properties:
  - {name: amount, logicalType: number, logicalTypeOptions: {multipleOf: 2}}
"""


MULTIPLE_LOOSENED = Rule(
    id="DC436",
    name="multiple-loosened",
    plane=Plane.WIRE,
    effect=Effect.LOOSENS,
    summary="Numbers may be multiples of something less.",
    why="A consumer that counts in the old step meets numbers between.",
    instead="Tell consumers, or publish the looser field under a new name.",
    examples=(
        Example(
            title="multiples of 4 become multiples of 2",
            old=_FOUR,
            new=_TWO,
            strikes=("orders.amount",),
        ),
        Example(
            title="the other way round",
            old=_TWO,
            new=_FOUR,
        ),
    ),
    judge=OnChange(("field.logicalTypeOptions.multipleOf",), _judge),
    mirror="multiple-tightened",
)
