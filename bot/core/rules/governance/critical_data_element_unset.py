"""DC805 critical-data-element-unset."""

from __future__ import annotations

from collections.abc import Iterator

from bot.core.diff.changes import Change, Changed
from bot.core.finding import Bump, Hit, Plane, Weight
from bot.core.rule import Example, OnChange, Pair, Rule


def _judge(change: Change, _pair: Pair) -> Iterator[Hit]:
    match change:
        case Changed(new=False):
            yield Hit(message=f"`{change.place.path}` is no longer a critical data element")
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


CRITICAL_DATA_ELEMENT_UNSET = Rule(
    id="DC805",
    name="critical-data-element-unset",
    plane=Plane.GOVERNANCE,
    weight=Weight.WARNING,
    bump=Bump.MINOR,
    summary="A field is no longer a critical data element.",
    why="The controls that hang on the flag are dropped without anyone deciding so.",
    instead="Have the data steward agree before the flag goes.",
    examples=(
        Example(
            title="the flag goes",
            old=_CRITICAL,
            new=_PLAIN,
            strikes=("customers.email",),
        ),
        Example(
            title="the flag is set",
            old=_PLAIN,
            new=_CRITICAL,
        ),
    ),
    judge=OnChange(("field.criticalDataElement",), _judge),
    mirror="critical-data-element-set",
)
