"""DC105 required-field-added."""

from __future__ import annotations

from collections.abc import Iterator

from bot.core.contract.model import Field
from bot.core.diff.changes import Added, Change, Renamed
from bot.core.finding import Effect, Hit, Plane
from bot.core.rule import Example, OnChange, Pair, Rule


def _judge(change: Change, _pair: Pair) -> Iterator[Hit]:
    match change:
        case Added(element=Field() as field) if field.required or field.primary_key:
            yield Hit(message=f"field `{change.place.path}` was added and is required")
        case Renamed(after=Field() as field) if field.required or field.primary_key:
            same_case = change.old_name.casefold() == change.new_name.casefold()
            if not change.keeps_data_name and not same_case:
                yield Hit(
                    message=f"rows written before hold no `{change.new_name}`, which is required"
                )
        case _:
            return


_ID_ALONE = """\
schema:
- name: orders
  properties:
  - {name: id, logicalType: string, required: true}
"""

_AMOUNT_REQUIRED = """\
schema:
- name: orders
  properties:
  - {name: id, logicalType: string, required: true}
  - {name: amount, logicalType: number, required: true}
"""

_AMOUNT_OPTIONAL = """\
schema:
- name: orders
  properties:
  - {name: id, logicalType: string, required: true}
  - {name: amount, logicalType: number}
"""


REQUIRED_FIELD_ADDED = Rule(
    id="DC105",
    name="required-field-added",
    plane=Plane.WIRE,
    effect=Effect.TIGHTENS,
    summary="A field was added that must always be filled.",
    why=(
        "Rows written under the old contract have no value for it, so history and slower "
        "writers are invalid at once."
    ),
    instead=(
        "Add the field as optional, fill it everywhere, then make it required in a later major."
    ),
    examples=(
        Example(
            title="`amount` is new and required",
            old=_ID_ALONE,
            new=_AMOUNT_REQUIRED,
            strikes=("orders.amount",),
        ),
        Example(
            title="an optional field harms nobody",
            old=_ID_ALONE,
            new=_AMOUNT_OPTIONAL,
        ),
    ),
    judge=OnChange(
        (
            "field added",
            "field renamed",
        ),
        _judge,
    ),
    mirror="field-removed",
)
