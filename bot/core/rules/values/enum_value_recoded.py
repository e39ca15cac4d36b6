"""DC505 enum-value-recoded."""

from __future__ import annotations

from collections.abc import Iterator

from bot.core.diff.changes import Change, Changed
from bot.core.finding import Effect, Hit, Plane
from bot.core.plain import said
from bot.core.rule import Example, OnChange, Pair, Rule


def _judge(change: Change, _pair: Pair) -> Iterator[Hit]:
    match change:
        case Changed(old=old, new=new):
            yield Hit(message=f"the value `{said(old)}` is now written `{said(new)}`")
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

_SETTLED = """\
schema:
- name: orders
  properties:
  - name: status
    logicalType: string
    enum: [{id: paid, value: SETTLED}, {id: new, value: NEW}]
"""

_LABELLED = """\
schema:
- name: orders
  properties:
  - name: status
    logicalType: string
    enum: [{id: paid, value: PAID, label: Paid in full}, {id: new, value: NEW}]
"""


ENUM_VALUE_RECODED = Rule(
    id="DC505",
    name="enum-value-recoded",
    plane=Plane.WIRE,
    effect=Effect.BOTH,
    summary="A value of a list is written in another way.",
    why=("Old rows hold the old code and new rows the new one; readers know one of them at most."),
    instead="Add the new code beside the old one, move readers, then remove the old one.",
    examples=(
        Example(
            title="the same id, another value",
            old=_PAID,
            new=_SETTLED,
            strikes=("orders.status.enum.SETTLED",),
        ),
        Example(
            title="a label is added",
            old=_PAID,
            new=_LABELLED,
        ),
    ),
    judge=OnChange(("enum value.value",), _judge),
    no_mirror="recoding is its own opposite",
)
