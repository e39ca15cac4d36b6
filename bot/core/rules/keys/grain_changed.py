"""DC620 grain-changed."""

from __future__ import annotations

from collections.abc import Iterator

from bot.core.diff.changes import Change, Changed
from bot.core.finding import Hit, Plane, Weight
from bot.core.rule import Example, OnChange, Pair, Rule


def _judge(change: Change, _pair: Pair) -> Iterator[Hit]:
    match change:
        case Changed(old=str() as old, new=new):
            yield Hit(message=f"a row was: {old}; now: {new or 'not said'}")
        case _:
            return


_DAY = """\
schema:
- name: orders
  dataGranularityDescription: One row per order and day
  properties:
  - {name: id, logicalType: string}
"""

_ORDER = """\
schema:
- name: orders
  dataGranularityDescription: One row per order
  properties:
  - {name: id, logicalType: string}
"""

_NONE = """\
schema:
- name: orders
  properties:
  - {name: id, logicalType: string}
"""


GRAIN_CHANGED = Rule(
    id="DC620",
    name="grain-changed",
    plane=Plane.SEMANTIC,
    weight=Weight.UNSURE,
    summary="What one row stands for is described in another way.",
    why="If the grain really changed, every count and sum is wrong, and nothing fails.",
    instead=(
        "Publish an object with the new grain beside the old one; if only the words changed, "
        "say so."
    ),
    examples=(
        Example(
            title="per order instead of per day",
            old=_DAY,
            new=_ORDER,
            strikes=("orders",),
        ),
        Example(
            title="it is described for the first time",
            old=_NONE,
            new=_DAY,
        ),
    ),
    judge=OnChange(("object.dataGranularityDescription",), _judge),
    mirror="grain-described",
)
