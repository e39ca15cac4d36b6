"""DC438 multiple-respelled."""

from __future__ import annotations

from collections.abc import Iterator

from bot.core.contract.model import Field
from bot.core.diff.changes import Change, Changed
from bot.core.finding import Bump, Effect, Hit, Plane
from bot.core.relation import Relation
from bot.core.rule import Example, OnChange, Pair, Rule
from bot.core.sets.multiples import compare_multiples


def _judge(change: Change, _pair: Pair) -> Iterator[Hit]:
    match change:
        case Changed(before=Field() as before, after=Field() as after, old=old, new=new):
            whole = before.logical_type == after.logical_type == "integer"
            if compare_multiples(old, new, integer=whole) is Relation.SAME:
                yield Hit(
                    message=f"multiples of {new or 'anything'}, before of {old or 'anything'}"
                )
        case _:
            return


_INT = """\
schema:
- name: orders
  properties:
  - {name: amount, logicalType: integer}
"""

_INT_ONE = """\
schema:
- name: orders
  properties:
  - {name: amount, logicalType: integer, logicalTypeOptions: {multipleOf: 1}}
"""

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


MULTIPLE_RESPELLED = Rule(
    id="DC438",
    name="multiple-respelled",
    plane=Plane.WIRE,
    effect=Effect.NONE,
    bump=Bump.PATCH,
    summary="The step of a number is written in another way.",
    why="It admits the same numbers.",
    instead="Nothing to do.",
    examples=(
        Example(
            title="1 says nothing for integers",
            old=_INT,
            new=_INT_ONE,
            strikes=("orders.amount",),
        ),
        Example(
            title="multiples of 2 become multiples of 4",
            old=_TWO,
            new=_FOUR,
        ),
    ),
    judge=OnChange(("field.logicalTypeOptions.multipleOf",), _judge),
    no_mirror="respelling is its own opposite",
)
