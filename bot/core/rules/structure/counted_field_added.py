"""DC109 counted-field-added."""

from __future__ import annotations

from collections.abc import Iterator

from bot.core.contract.model import Field
from bot.core.diff.changes import Added, Change
from bot.core.diff.enclosing import demand_on_name, demand_on_whole
from bot.core.finding import Effect, Hit, Plane
from bot.core.rule import Example, OnChange, Pair, Rule


def _judge(change: Change, _pair: Pair) -> Iterator[Hit]:
    match change:
        case Added(element=Field() as field, place=place):
            told = demand_on_name(field, place.owner_before) or demand_on_whole(
                place.owner_after, place.owner_before, place.object_before
            )
            if told:
                yield Hit(message=f"readers do not know `{place.path}`, and for them {told}")
        case _:
            return


_ONE = """\
schema:
- name: orders
  properties:
  - name: flags
    logicalType: object
    logicalTypeOptions: {minProperties: 1}
    properties:
    - {name: paid, logicalType: boolean}
"""

_BOTH = """\
schema:
- name: orders
  properties:
  - name: flags
    logicalType: object
    logicalTypeOptions: {minProperties: 1}
    properties:
    - {name: paid, logicalType: boolean}
    - {name: sent, logicalType: boolean}
"""

_SURE = """\
schema:
- name: orders
  properties:
  - name: flags
    logicalType: object
    logicalTypeOptions: {minProperties: 1}
    properties:
    - {name: paid, logicalType: boolean, required: true}
"""

_SURE_BOTH = """\
schema:
- name: orders
  properties:
  - name: flags
    logicalType: object
    logicalTypeOptions: {minProperties: 1}
    properties:
    - {name: paid, logicalType: boolean, required: true}
    - {name: sent, logicalType: boolean}
"""


COUNTED_FIELD_ADDED = Rule(
    id="DC109",
    name="counted-field-added",
    plane=Plane.WIRE,
    effect=Effect.LOOSENS,
    summary=(
        "A field came into an object of which something is asked as a whole: a number of fields, "
        "this very field, or that no two are the same."
    ),
    why=(
        "Rows may meet the demand by the new field alone, which readers of the old contract do "
        "not see."
    ),
    instead="Add the field beside the object, or loosen the demand in an earlier major.",
    examples=(
        Example(
            title="a row with the new flag only has no flag for readers",
            old=_ONE,
            new=_BOTH,
            strikes=("orders.flags.sent",),
        ),
        Example(
            title="one flag is always there",
            old=_SURE,
            new=_SURE_BOTH,
        ),
    ),
    judge=OnChange(("field added",), _judge),
    mirror="counted-field-removed",
)
