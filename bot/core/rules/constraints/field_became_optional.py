"""DC402 field-became-optional."""

from __future__ import annotations

from collections.abc import Iterator

from bot.core.contract.model import Field
from bot.core.diff.changes import Change, Changed
from bot.core.finding import Effect, Hit, Plane
from bot.core.rule import Example, OnChange, Pair, Rule


def _judge(change: Change, _pair: Pair) -> Iterator[Hit]:
    match change:
        case Changed(after=Field(primary_key=False), new=False):
            yield Hit(message=f"`{change.place.path}` may now be null")
        case _:
            return


_REQUIRED = """\
schema:
- name: orders
  properties:
  - {name: amount, logicalType: number, required: true}
"""

_OPTIONAL = """\
schema:
- name: orders
  properties:
  - {name: amount, logicalType: number}
"""


FIELD_BECAME_OPTIONAL = Rule(
    id="DC402",
    name="field-became-optional",
    plane=Plane.WIRE,
    effect=Effect.LOOSENS,
    summary="A required field may be null or missing.",
    why=(
        "A consumer that trusts the field to be filled meets nulls: joins lose rows, NOT NULL "
        "targets refuse them."
    ),
    instead="Keep the field required, or publish the loose one under a new name.",
    examples=(
        Example(
            title="`amount` may be null",
            old=_REQUIRED,
            new=_OPTIONAL,
            strikes=("orders.amount",),
        ),
        Example(
            title="it becomes required",
            old=_OPTIONAL,
            new=_REQUIRED,
        ),
    ),
    judge=OnChange(("field.required",), _judge),
    mirror="field-became-required",
)
