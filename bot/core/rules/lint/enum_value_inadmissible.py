"""DC026 enum-value-inadmissible."""

from __future__ import annotations

from collections.abc import Iterable

from bot.core.contract.model import Contract, Element
from bot.core.declared_values import Judge, with_values
from bot.core.finding import Hit, Plane, Weight
from bot.core.rule import Example, OnElement, Rule, Site, dialect


def _judge(element: Element, site: Site) -> Iterable[Hit]:
    if not isinstance(element, Contract):
        return ()
    judge = Judge(dialect(element))
    return [
        Hit(
            message=f"an allowed value cannot occur: {fault}",
            path=f"{path}.enum[{index}]",
            where=site.place(entry, "value"),
            after=entry.value,
        )
        for path, field in with_values(element)
        for index, entry in enumerate(field.enum or ())
        if (fault := judge.enum_fault(entry.value, field, path))
    ]


_LONG = """\
schema:
- name: orders
  properties:
  - name: status
    logicalType: string
    logicalTypeOptions: {maxLength: 4}
    enum: [{value: NEW}, {value: CANCELLED}]
"""

_FITS = """\
schema:
- name: orders
  properties:
  - name: status
    logicalType: string
    logicalTypeOptions: {maxLength: 9}
    enum: [{value: NEW}, {value: CANCELLED}]
"""


ENUM_VALUE_INADMISSIBLE = Rule(
    id="DC026",
    name="enum-value-inadmissible",
    plane=Plane.SEMANTIC,
    weight=Weight.ERROR,
    summary="An allowed value breaks another constraint of its field.",
    why="It can never occur: who sends it breaks the contract that lists it.",
    instead="Take the value out of the list, or loosen the constraint.",
    examples=(
        Example(
            title="longer than `maxLength`",
            new=_LONG,
            strikes=("orders.status.enum[1]",),
        ),
        Example(
            title="room for the longest",
            new=_FITS,
        ),
    ),
    judge=OnElement((Contract,), _judge),
    no_mirror="a fault of a text has no opposite",
)
