"""DC345 vector-normalization-promised."""

from __future__ import annotations

from collections.abc import Iterator

from bot.core.diff.changes import Change, Changed
from bot.core.finding import Effect, Hit, Plane
from bot.core.rule import Example, OnChange, Pair, Rule


def _judge(change: Change, _pair: Pair) -> Iterator[Hit]:
    match change:
        case Changed(new=True):
            yield Hit(message=f"the vectors of `{change.place.path}` are normalised from now on")
        case _:
            return


_THREE = """\
schema:
- name: orders
  properties:
  - {name: amount, logicalType: vector, logicalTypeOptions: {dimensions: 3}}
"""

_NORMAL = """\
schema:
- name: orders
  properties:
  - {name: amount, logicalType: vector, logicalTypeOptions: {dimensions: 3, normalized: true}}
"""


VECTOR_NORMALIZATION_PROMISED = Rule(
    id="DC345",
    name="vector-normalization-promised",
    plane=Plane.WIRE,
    effect=Effect.TIGHTENS,
    certain=False,
    summary="Vectors are normalised from now on.",
    why="Vectors written before may not be.",
    instead="Normalise the history first.",
    examples=(
        Example(
            title="normalised from now on",
            old=_THREE,
            new=_NORMAL,
            strikes=("orders.amount",),
        ),
        Example(
            title="no longer normalised",
            old=_NORMAL,
            new=_THREE,
        ),
    ),
    judge=OnChange(("field.logicalTypeOptions.normalized",), _judge),
    mirror="vector-normalization-dropped",
)
