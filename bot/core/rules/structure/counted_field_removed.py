"""DC108 counted-field-removed."""

from __future__ import annotations

from collections.abc import Iterator

from bot.core.contract.model import Field
from bot.core.diff.changes import Change, Removed, Renamed
from bot.core.diff.enclosing import demand_on_name, demand_on_whole
from bot.core.finding import Effect, Hit, Plane
from bot.core.rule import Example, OnChange, Pair, Rule


def _judge(change: Change, _pair: Pair) -> Iterator[Hit]:
    place = change.place
    match change:
        case Removed(element=Field() as field):
            kept = False
        case Renamed(before=Field() as field):
            kept = change.keeps_data_name
        case _:
            return
    told = demand_on_name(field, place.owner_after)
    if not kept and not told:
        told = demand_on_whole(place.owner_before, place.owner_after, place.object_after)
    if told:
        yield Hit(message=f"`{place.path}` is gone, and of what encloses it {told}")


_BOTH = """\
schema:
- name: orders
  properties:
  - name: customer
    logicalType: object
    unique: true
    properties:
    - {name: country, logicalType: string}
    - {name: number, logicalType: string}
"""

_ONE = """\
schema:
- name: orders
  properties:
  - name: customer
    logicalType: object
    unique: true
    properties:
    - {name: number, logicalType: string}
"""

_PLAIN = """\
schema:
- name: orders
  properties:
  - name: customer
    logicalType: object
    properties:
    - {name: country, logicalType: string}
    - {name: number, logicalType: string}
"""

_PLAIN_ONE = """\
schema:
- name: orders
  properties:
  - name: customer
    logicalType: object
    properties:
    - {name: number, logicalType: string}
"""


COUNTED_FIELD_REMOVED = Rule(
    id="DC108",
    name="counted-field-removed",
    plane=Plane.WIRE,
    effect=Effect.TIGHTENS,
    summary=(
        "A field went from an object of which something is asked as a whole: a number of fields, "
        "this very field, or that no two are the same."
    ),
    why=(
        "Rows written before meet the demand with the field; what is left of them without it may "
        "not."
    ),
    instead="Loosen the demand in the same release, or keep the field.",
    examples=(
        Example(
            title="customers that differed in their country alone are the same now",
            old=_BOTH,
            new=_ONE,
            strikes=("orders.customer.country",),
        ),
        Example(
            title="nothing is asked of customers as a whole",
            old=_PLAIN,
            new=_PLAIN_ONE,
        ),
    ),
    judge=OnChange(("field removed", "field renamed"), _judge),
    mirror="counted-field-added",
)
