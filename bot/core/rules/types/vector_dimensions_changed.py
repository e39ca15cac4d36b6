"""DC340 vector-dimensions-changed."""

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
            yield Hit(message=f"`{change.place.path}` had {old} dimensions and has {new}")
        case _:
            return


_THREE = """\
schema:
- name: orders
  properties:
  - {name: amount, logicalType: vector, logicalTypeOptions: {dimensions: 3}}
"""

_FOUR = """\
schema:
- name: orders
  properties:
  - {name: amount, logicalType: vector, logicalTypeOptions: {dimensions: 4}}
"""

_FLOAT32 = """\
schema:
- name: orders
  properties:
  - {name: amount, logicalType: vector, logicalTypeOptions: {dimensions: 3, elementType: float32}}
"""


VECTOR_DIMENSIONS_CHANGED = Rule(
    id="DC340",
    name="vector-dimensions-changed",
    plane=Plane.WIRE,
    effect=Effect.BOTH,
    summary="A vector has another number of dimensions.",
    why="Indexes, distance functions and models refuse it.",
    instead="Add a vector of the new length beside the old one.",
    examples=(
        Example(
            title="three become four",
            old=_THREE,
            new=_FOUR,
            strikes=("orders.amount",),
        ),
        Example(
            title="the element type is written out",
            old=_THREE,
            new=_FLOAT32,
        ),
    ),
    judge=OnChange(("field.logicalTypeOptions.dimensions",), _judge),
    no_mirror="a change of length is its own opposite",
)
