"""DC628 unit-changed."""

from __future__ import annotations

from collections.abc import Iterator

from bot.core.contract.model import CustomProperty, Field
from bot.core.diff.changes import Change, Changed, Removed
from bot.core.finding import Effect, Hit, Plane
from bot.core.plain import said
from bot.core.rule import Example, OnChange, Pair, Rule

_UNITS = frozenset(("unit", "units", "uom", "unitofmeasure", "currency"))


def _judge(change: Change, _pair: Pair) -> Iterator[Hit]:
    if not isinstance(change.place.owner_before, Field):
        return
    match change:
        case Changed(before=CustomProperty(property=name), old=old, new=new):
            told = f"the {name} was {said(old)} and is {said(new)}"
        case Removed(element=CustomProperty(property=name, value=old)):
            told = f"the {name} was {said(old)} and is no longer told"
        case _:
            return
    if name.lower().replace("_", "").replace("-", "") in _UNITS:
        yield Hit(message=told)


_EUR = """\
schema:
- name: orders
  properties:
  - name: amount
    logicalType: number
    customProperties: [{property: unit, value: EUR}]
"""

_USD = """\
schema:
- name: orders
  properties:
  - name: amount
    logicalType: number
    customProperties: [{property: unit, value: USD}]
"""

_BLUE = """\
schema:
- name: orders
  properties:
  - name: amount
    logicalType: number
    customProperties: [{property: colour, value: blue}]
"""

_GREEN = """\
schema:
- name: orders
  properties:
  - name: amount
    logicalType: number
    customProperties: [{property: colour, value: green}]
"""


UNIT_CHANGED = Rule(
    id="DC628",
    name="unit-changed",
    plane=Plane.SEMANTIC,
    effect=Effect.UNDETERMINED,
    summary="The values of a field are told in another unit or currency.",
    why=(
        "The type is the same and every number means another amount; sums and joins are "
        "wrong, and nothing fails."
    ),
    instead=(
        "Publish a field in the new unit beside the old one, or say in the pull request that "
        "only the label was wrong."
    ),
    examples=(
        Example(
            title="euros become dollars",
            old=_EUR,
            new=_USD,
            strikes=("orders.amount.customProperties.unit",),
        ),
        Example(
            title="another custom property",
            old=_BLUE,
            new=_GREEN,
        ),
    ),
    judge=OnChange(
        (
            "custom property.value",
            "custom property removed",
        ),
        _judge,
    ),
    no_mirror="a change of unit is its own opposite",
)
