"""DC627 dimension-turned-column."""

from __future__ import annotations

from collections.abc import Iterator

from bot.core.diff.changes import Change, Changed
from bot.core.finding import Effect, Hit, Plane
from bot.core.rule import Example, OnChange, Pair, Rule


def _judge(change: Change, _pair: Pair) -> Iterator[Hit]:
    match change:
        case Changed(old=old, new=new) if ("measure" in (old, new)) is False:
            yield Hit(message=f"`{change.place.path}` was a {old} and is a {new}")
        case _:
            return


_COLUMN = """\
schema:
- name: orders
  properties:
  - {name: total, logicalType: number}
"""

_DIMENSION = """\
schema:
- name: orders
  properties:
  - {name: total, logicalType: number, semanticType: dimension}
"""

_SUM = """\
schema:
- name: orders
  properties:
  - {name: total, logicalType: number, transformLogic: sum(a)}
"""

_MEASURE = """\
schema:
- name: orders
  properties:
  - {name: total, logicalType: number, semanticType: measure, transformLogic: sum(a)}
"""


DIMENSION_TURNED_COLUMN = Rule(
    id="DC627",
    name="dimension-turned-column",
    plane=Plane.SEMANTIC,
    effect=Effect.UNDETERMINED,
    summary="A column became a dimension, or a dimension a column.",
    why="Tools that group by dimensions offer it, or no longer do.",
    instead="Tell those who build on the semantic layer.",
    examples=(
        Example(
            title="a column becomes a dimension",
            old=_COLUMN,
            new=_DIMENSION,
            strikes=("orders.total",),
        ),
        Example(
            title="a column becomes a measure",
            old=_SUM,
            new=_MEASURE,
        ),
    ),
    judge=OnChange(("field.semanticType",), _judge),
    no_mirror="a change of kind is its own opposite",
)
