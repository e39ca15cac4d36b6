"""DC624 transform-logic-respelled."""

from __future__ import annotations

from collections.abc import Iterator

from bot.core.diff.changes import Change, Changed
from bot.core.finding import Bump, Hit, Plane, Weight
from bot.core.rule import Example, OnChange, Pair, Rule
from bot.core.sql_text import folded_sql


def _judge(change: Change, _pair: Pair) -> Iterator[Hit]:
    match change:
        case Changed(old=old, new=new):
            if folded_sql(old) == folded_sql(new):
                yield Hit(message=f"`{change.place.path}` is computed as before")
        case _:
            return


_SUM = """\
schema:
- name: orders
  properties:
  - {name: total, logicalType: number, transformLogic: sum(a)}
"""

_SUM_SPACED = """\
schema:
- name: orders
  properties:
  - {name: total, logicalType: number, transformLogic: "SUM( a )"}
"""

_NET = """\
schema:
- name: orders
  properties:
  - {name: total, logicalType: number, transformLogic: sum(a - b)}
"""


TRANSFORM_LOGIC_RESPELLED = Rule(
    id="DC624",
    name="transform-logic-respelled",
    plane=Plane.SEMANTIC,
    weight=Weight.NOTE,
    bump=Bump.PATCH,
    summary="The logic of a field is spelled in another way.",
    why="It computes the same.",
    instead="Nothing to do.",
    examples=(
        Example(
            title="the same sum, spelled in another way",
            old=_SUM,
            new=_SUM_SPACED,
            strikes=("orders.total",),
        ),
        Example(
            title="another sum",
            old=_SUM,
            new=_NET,
        ),
    ),
    judge=OnChange(("field.transformLogic",), _judge),
    no_mirror="respelling is its own opposite",
)
