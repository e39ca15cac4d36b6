"""DC622 transform-logic-changed."""

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
            if not measured and folded_sql(old) != folded_sql(new):
                yield Hit(message=f"`{change.place.path}` is computed in another way")
        case _:
            return


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

_SUM_SPACED = """\
schema:
- name: orders
  properties:
  - {name: total, logicalType: number, transformLogic: "SUM( a )"}
"""


TRANSFORM_LOGIC_CHANGED = Rule(
    id="DC622",
    name="transform-logic-changed",
    plane=Plane.SEMANTIC,
    effect=Effect.UNDETERMINED,
    summary="A field is computed in another way.",
    why=(
        "The type is the same and the meaning may not be; nothing fails, and reports differ "
        "from last month."
    ),
    instead="Say in the pull request what differs; if the meaning does, publish a new field.",
    examples=(
        Example(
            title="another sum",
            old=_SUM,
            new=_NET,
            strikes=("orders.total",),
        ),
        Example(
            title="the same sum, spelled in another way",
            old=_SUM,
            new=_SUM_SPACED,
        ),
    ),
    judge=OnChange(("field.transformLogic",), _judge),
    no_mirror="a change of logic is its own opposite",
)
