"""DC342 vector-element-type-spelled-out."""

from __future__ import annotations

from collections.abc import Iterator

from bot.core.diff.changes import Change, Changed
from bot.core.finding import Bump, Effect, Hit, Plane
from bot.core.rule import Example, OnChange, Pair, Rule


def _judge(change: Change, _pair: Pair) -> Iterator[Hit]:
    match change:
        case Changed(old=old, new=new) if (old or "float32") == (new or "float32"):
            yield Hit(message=f"the elements of `{change.place.path}` are still float32")
        case _:
            return


_THREE = """\
schema:
- name: orders
  properties:
  - {name: amount, logicalType: vector, logicalTypeOptions: {dimensions: 3}}
"""

_FLOAT32 = """\
schema:
- name: orders
  properties:
  - {name: amount, logicalType: vector, logicalTypeOptions: {dimensions: 3, elementType: float32}}
"""

_INT8 = """\
schema:
- name: orders
  properties:
  - {name: amount, logicalType: vector, logicalTypeOptions: {dimensions: 3, elementType: int8}}
"""


VECTOR_ELEMENT_TYPE_SPELLED_OUT = Rule(
    id="DC342",
    name="vector-element-type-spelled-out",
    plane=Plane.WIRE,
    effect=Effect.NONE,
    bump=Bump.PATCH,
    summary="The default element type of a vector was written out or left out.",
    why="It is the same type.",
    instead="Nothing to do.",
    examples=(
        Example(
            title="the default is written out",
            old=_THREE,
            new=_FLOAT32,
            strikes=("orders.amount",),
        ),
        Example(
            title="float32 becomes int8",
            old=_FLOAT32,
            new=_INT8,
        ),
    ),
    judge=OnChange(("field.logicalTypeOptions.elementType",), _judge),
    no_mirror="writing out and leaving out are one rule",
)
