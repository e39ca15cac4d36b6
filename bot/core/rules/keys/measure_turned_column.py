"""DC626 measure-turned-column."""

from __future__ import annotations

from collections.abc import Iterator

from bot.core.diff.changes import Change, Changed
from bot.core.finding import Effect, Hit, Plane
from bot.core.rule import Example, OnChange, Pair, Rule


def _judge(change: Change, _pair: Pair) -> Iterator[Hit]:
    match change:
        case Changed(old=old, new=new) if ("measure" in (old, new)) is True:
            yield Hit(message=f"`{change.place.path}` was a {old} and is a {new}")
        case _:
            return


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


MEASURE_TURNED_COLUMN = Rule(
    id="DC626",
    name="measure-turned-column",
    plane=Plane.SEMANTIC,
    effect=Effect.BOTH,
    summary="A column became a measure, or a measure a column.",
    why="A stored value and an expression are read in different ways.",
    instead="Publish the other kind under a new name.",
    examples=(
        Example(
            title="a column becomes a measure",
            old=_SUM,
            new=_MEASURE,
            strikes=("orders.total",),
        ),
        Example(
            title="a column becomes a dimension",
            old=_COLUMN,
            new=_DIMENSION,
        ),
    ),
    judge=OnChange(("field.semanticType",), _judge),
    no_mirror="a change of kind is its own opposite",
)
