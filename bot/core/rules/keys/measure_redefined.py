"""DC623 measure-redefined."""

from __future__ import annotations

from collections.abc import Iterator

from bot.core.contract.model import Field
from bot.core.diff.changes import Change, Changed
from bot.core.finding import Effect, Hit, Plane
from bot.core.rule import Example, OnChange, Pair, Rule
from bot.core.sql_text import folded_sql


def _judge(change: Change, _pair: Pair) -> Iterator[Hit]:
    match change:
        case Changed(before=Field() as before, after=Field() as after, old=old, new=new):
            measured = {before.semantic_type, after.semantic_type} & {"measure", "dimension"}
            if measured and folded_sql(old) != folded_sql(new):
                yield Hit(message=f"`{change.place.path}` is computed in another way")
        case _:
            return


_MEASURE = """\
schema:
- name: orders
  properties:
  - {name: total, logicalType: number, semanticType: measure, transformLogic: sum(a)}
"""

_MEASURE_NET = """\
schema:
- name: orders
  properties:
  - {name: total, logicalType: number, semanticType: measure, transformLogic: sum(a - b)}
"""

_SUM = """\
schema:
- name: orders
  properties:
  - {name: total, logicalType: number, transformLogic: sum(a)}
"""

_NET = """\
schema:
- name: orders
  properties:
  - {name: total, logicalType: number, transformLogic: sum(a - b)}
"""


MEASURE_REDEFINED = Rule(
    id="DC623",
    name="measure-redefined",
    plane=Plane.SEMANTIC,
    effect=Effect.BOTH,
    summary="A measure or dimension is computed in another way.",
    why="The definition is what is promised: every dashboard shows another number.",
    instead="Publish a measure with the new definition beside the old one.",
    examples=(
        Example(
            title="another sum",
            old=_MEASURE,
            new=_MEASURE_NET,
            strikes=("orders.total",),
        ),
        Example(
            title="another sum, in a column",
            old=_SUM,
            new=_NET,
        ),
    ),
    judge=OnChange(("field.transformLogic",), _judge),
    no_mirror="a change of definition is its own opposite",
)
