"""DC346 distance-metric-changed."""

from __future__ import annotations

from collections.abc import Iterator

from bot.core.diff.changes import Change, Changed
from bot.core.finding import Effect, Hit, Plane
from bot.core.rule import Example, OnChange, Pair, Rule


def _judge(change: Change, _pair: Pair) -> Iterator[Hit]:
    match change:
        case Changed(old=old, new=new):
            yield Hit(
                message=f"the distance of `{change.place.path}`: {old or 'none'}, now "
                f"{new or 'none'}"
            )
        case _:
            return


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


DISTANCE_METRIC_CHANGED = Rule(
    id="DC346",
    name="distance-metric-changed",
    plane=Plane.SEMANTIC,
    effect=Effect.LOOSENS,
    certain=False,
    summary="Another distance is recommended for a vector.",
    why="Rankings differ for those who follow the advice.",
    instead="Tell consumers.",
    examples=(
        Example(
            title="cosine from now on",
            old=_THREE,
            new=_COSINE,
            strikes=("orders.amount",),
        ),
        Example(
            title="another model",
            old=_MODEL_A,
            new=_MODEL_B,
        ),
    ),
    judge=OnChange(("field.logicalTypeOptions.distanceMetric",), _judge),
    no_mirror="a change of metric is its own opposite",
)
