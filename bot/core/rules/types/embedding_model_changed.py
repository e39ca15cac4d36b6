"""DC343 embedding-model-changed."""

from __future__ import annotations

from collections.abc import Iterator

from bot.core.diff.changes import Change, Changed
from bot.core.finding import Effect, Hit, Plane
from bot.core.rule import Example, OnChange, Pair, Rule


def _judge(change: Change, _pair: Pair) -> Iterator[Hit]:
    match change:
        case Changed(old=old, new=new):
            yield Hit(
                message=f"{change.attribute.removeprefix('logicalTypeOptions.')} of "
                f"`{change.place.path}`: {old or 'none'}, now {new or 'none'}"
            )
        case _:
            return


_MODEL_A = """\
schema:
- name: orders
  properties:
  - {name: amount, logicalType: vector, logicalTypeOptions: {dimensions: 3, embeddingModel: a}}
"""

_MODEL_B = """\
schema:
- name: orders
  properties:
  - {name: amount, logicalType: vector, logicalTypeOptions: {dimensions: 3, embeddingModel: b}}
"""

_THREE = """\
schema:
- name: orders
  properties:
  - {name: amount, logicalType: vector, logicalTypeOptions: {dimensions: 3}}
"""

_COSINE = """\
schema:
- name: orders
  properties:
  - {name: amount, logicalType: vector, logicalTypeOptions: {dimensions: 3, distanceMetric: cosine}}
"""


EMBEDDING_MODEL_CHANGED = Rule(
    id="DC343",
    name="embedding-model-changed",
    plane=Plane.SEMANTIC,
    effect=Effect.BOTH,
    summary="Vectors come from another model.",
    why=(
        "Vectors of two models cannot be compared, although they have the same shape; "
        "searches return nonsense."
    ),
    instead="Embed the history anew into another field, then deprecate the old one.",
    examples=(
        Example(
            title="another model",
            old=_MODEL_A,
            new=_MODEL_B,
            strikes=("orders.amount",),
        ),
        Example(
            title="another metric",
            old=_THREE,
            new=_COSINE,
        ),
    ),
    judge=OnChange(
        (
            "field.logicalTypeOptions.embeddingModel",
            "field.logicalTypeOptions.embeddingModelVersion",
        ),
        _judge,
    ),
    no_mirror="a change of model is its own opposite",
)
