"""DC806 critical-data-element-set."""

from __future__ import annotations

from collections.abc import Iterator

from bot.core.diff.changes import Change, Changed
from bot.core.finding import Bump, Hit, Plane, Weight
from bot.core.rule import Example, OnChange, Pair, Rule


def _judge(change: Change, _pair: Pair) -> Iterator[Hit]:
    match change:
        case Changed(new=True):
            yield Hit(message=f"`{change.place.path}` is a critical data element now")
        case _:
            return


_PLAIN = """\
schema:
- name: customers
  properties:
  - {name: email, logicalType: string}
"""

_CRITICAL = """\
schema:
- name: customers
  properties:
  - {name: email, logicalType: string, criticalDataElement: true}
"""


CRITICAL_DATA_ELEMENT_SET = Rule(
    id="DC806",
    name="critical-data-element-set",
    plane=Plane.GOVERNANCE,
    weight=Weight.NOTE,
    bump=Bump.MINOR,
    summary="A field became a critical data element.",
    why="Controls get stricter; readers lose nothing.",
    instead="Nothing to do.",
    examples=(
        Example(
            title="the flag is set",
            old=_PLAIN,
            new=_CRITICAL,
            strikes=("customers.email",),
        ),
        Example(
            title="the flag goes",
            old=_CRITICAL,
            new=_PLAIN,
        ),
    ),
    judge=OnChange(("field.criticalDataElement",), _judge),
    mirror="critical-data-element-unset",
)
