"""DC344 vector-normalization-dropped."""

from __future__ import annotations

from collections.abc import Iterator

from bot.core.diff.changes import Change, Changed
from bot.core.finding import Effect, Hit, Plane
from bot.core.rule import Example, OnChange, Pair, Rule


def _judge(change: Change, _pair: Pair) -> Iterator[Hit]:
    match change:
        case Changed(new=False):
            yield Hit(message=f"the vectors of `{change.place.path}` are no longer normalised")
        case _:
            return


_NORMAL = """\
schema:
- name: orders
  properties:
  - {name: amount, logicalType: vector, logicalTypeOptions: {dimensions: 3, normalized: true}}
"""

_THREE = """\
schema:
- name: orders
  properties:
  - {name: amount, logicalType: vector, logicalTypeOptions: {dimensions: 3}}
"""


VECTOR_NORMALIZATION_DROPPED = Rule(
    id="DC344",
    name="vector-normalization-dropped",
    plane=Plane.WIRE,
    effect=Effect.LOOSENS,
    summary="Vectors are no longer normalised.",
    why="A dot product is no longer the cosine; rankings are wrong.",
    instead="Keep normalising, or add another field.",
    examples=(
        Example(
            title="no longer normalised",
            old=_NORMAL,
            new=_THREE,
            strikes=("orders.amount",),
        ),
        Example(
            title="normalised from now on",
            old=_THREE,
            new=_NORMAL,
        ),
    ),
    judge=OnChange(("field.logicalTypeOptions.normalized",), _judge),
    mirror="vector-normalization-promised",
)
