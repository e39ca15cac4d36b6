"""DC621 grain-described."""

from __future__ import annotations

from collections.abc import Iterator

from bot.core.diff.changes import Change, Changed
from bot.core.finding import Bump, Hit, Plane, Weight
from bot.core.rule import Example, OnChange, Pair, Rule


def _judge(change: Change, _pair: Pair) -> Iterator[Hit]:
    match change:
        case Changed(old=None, new=new):
            yield Hit(message=f"a row is: {new}")
        case _:
            return


_NONE = """\
schema:
- name: orders
  properties:
  - {name: id, logicalType: string}
"""

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


GRAIN_DESCRIBED = Rule(
    id="DC621",
    name="grain-described",
    plane=Plane.SEMANTIC,
    weight=Weight.NOTE,
    bump=Bump.PATCH,
    summary="What one row stands for is described for the first time.",
    why="Nothing changes in the data.",
    instead="Nothing to do.",
    examples=(
        Example(
            title="it is described for the first time",
            old=_NONE,
            new=_DAY,
            strikes=("orders",),
        ),
        Example(
            title="per order instead of per day",
            old=_DAY,
            new=_ORDER,
        ),
    ),
    judge=OnChange(("object.dataGranularityDescription",), _judge),
    mirror="grain-changed",
)
