"""DC506 enum-value-reworded."""

from __future__ import annotations

from collections.abc import Iterator

from bot.core.diff.changes import Change, Changed
from bot.core.finding import Bump, Hit, Plane, Weight
from bot.core.rule import Example, OnChange, Pair, Rule


def _judge(change: Change, _pair: Pair) -> Iterator[Hit]:
    match change:
        case Changed(attribute=attribute):
            yield Hit(message=f"the {attribute} of value `{change.place.path}` changed")
        case _:
            return


_PAID = """\
schema:
- name: orders
  properties:
  - name: status
    logicalType: string
    enum: [{id: paid, value: PAID}, {id: new, value: NEW}]
"""

_LABELLED = """\
schema:
- name: orders
  properties:
  - name: status
    logicalType: string
    enum: [{id: paid, value: PAID, label: Paid in full}, {id: new, value: NEW}]
"""

_SETTLED = """\
schema:
- name: orders
  properties:
  - name: status
    logicalType: string
    enum: [{id: paid, value: SETTLED}, {id: new, value: NEW}]
"""


ENUM_VALUE_REWORDED = Rule(
    id="DC506",
    name="enum-value-reworded",
    plane=Plane.SEMANTIC,
    weight=Weight.NOTE,
    bump=Bump.PATCH,
    summary="The label, description or tags of a value changed.",
    why=(
        "The data are the same; a label that means another thing is a change of meaning that "
        "only people can see."
    ),
    instead="Nothing to do if the meaning is the same; otherwise add a new value.",
    examples=(
        Example(
            title="a label is added",
            old=_PAID,
            new=_LABELLED,
            strikes=("orders.status.enum.PAID",),
        ),
        Example(
            title="the value itself changes",
            old=_PAID,
            new=_SETTLED,
        ),
    ),
    judge=OnChange(
        (
            "enum value.label",
            "enum value.description",
            "enum value.tags",
        ),
        _judge,
    ),
    no_mirror="rewording is its own opposite",
)
