"""DC003 names-differ-in-case."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from bot.core.contract.model import Contract, Element, Field, SchemaObject, step
from bot.core.finding import Hit, Plane, Weight
from bot.core.repeats import repeats
from bot.core.rule import Example, OnElement, Rule, Site


def _judge(element: Element, site: Site) -> Iterable[Hit]:
    if isinstance(element, Contract):
        return _alike(element.schema, site, "")
    if isinstance(element, SchemaObject | Field) and element.properties:
        return _alike(element.properties, site, f"{site.path}.")
    return ()


def _alike(members: Sequence[SchemaObject | Field], site: Site, prefix: str) -> list[Hit]:
    found = repeats(members, lambda member: member.name.casefold())
    return [
        Hit(
            message=f"`{again.name}` and `{first.name}` differ in case only",
            path=f"{prefix}{step(again.name)}",
            where=site.place(again),
        )
        for again, first in found
        if again.name != first.name
    ]


_CASE = """\
schema:
- name: orders
  properties:
  - {name: orderId, logicalType: string}
  - {name: orderid, logicalType: string}
"""

_APART = """\
schema:
- name: orders
  properties:
  - {name: order_id, logicalType: string}
  - {name: old_order_id, logicalType: string}
"""


NAMES_DIFFER_IN_CASE = Rule(
    id="DC003",
    name="names-differ-in-case",
    plane=Plane.SEMANTIC,
    weight=Weight.WARNING,
    summary="Two objects, or two fields at one level, have names that differ only in case.",
    why="Most databases fold the case of names: there, the two are one.",
    instead="Give one of them another name.",
    examples=(
        Example(
            title="`orderId` and `orderid`",
            new=_CASE,
            strikes=("orders.orderid",),
        ),
        Example(
            title="two names",
            new=_APART,
        ),
    ),
    judge=OnElement(
        (
            Contract,
            SchemaObject,
            Field,
        ),
        _judge,
    ),
    no_mirror="a fault of a text has no opposite",
)
