"""DC341 vector-element-type-changed."""

from __future__ import annotations

from collections.abc import Iterator

from bot.core.contract.model import Field
from bot.core.diff.changes import Change, Changed
from bot.core.diff.formats import follows_from_type
from bot.core.finding import Effect, Hit, Plane
from bot.core.rule import Example, OnChange, Pair, Rule


def _judge(change: Change, _pair: Pair) -> Iterator[Hit]:
    match change:
        case Changed(before=Field() as before, after=Field() as after) if follows_from_type(
            before, after
        ):
            return
        case Changed(old=old, new=new):
            old, new = old or "float32", new or "float32"
            if old != new:
                yield Hit(message=f"the elements of `{change.place.path}` were {old}, now {new}")
        case _:
            return


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

_THREE = """\
schema:
- name: orders
  properties:
  - {name: amount, logicalType: vector, logicalTypeOptions: {dimensions: 3}}
"""


VECTOR_ELEMENT_TYPE_CHANGED = Rule(
    id="DC341",
    name="vector-element-type-changed",
    plane=Plane.WIRE,
    effect=Effect.BOTH,
    summary="The elements of a vector have another type.",
    why="The bytes mean something else; distances are wrong.",
    instead="Add a vector of the new type beside the old one.",
    examples=(
        Example(
            title="float32 becomes int8",
            old=_FLOAT32,
            new=_INT8,
            strikes=("orders.amount",),
        ),
        Example(
            title="the default is written out",
            old=_THREE,
            new=_FLOAT32,
        ),
    ),
    judge=OnChange(("field.logicalTypeOptions.elementType",), _judge),
    no_mirror="a change of type is its own opposite",
)
