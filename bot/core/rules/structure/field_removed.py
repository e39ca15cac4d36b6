"""DC104 field-removed."""

from __future__ import annotations

from collections.abc import Iterator

from bot.core.diff.changes import Change
from bot.core.finding import Bump, Effect, Hit, Plane
from bot.core.rule import Example, OnChange, Pair, Rule


def _judge(change: Change, _pair: Pair) -> Iterator[Hit]:
    yield Hit(message=f"field `{change.place.path}` was removed")


_ID_ALONE = """\
schema:
- name: orders
  properties:
  - {name: id, logicalType: string, required: true}
"""
_ID_AND_AMOUNT = (
    _ID_ALONE
    + """\
  - {name: amount, logicalType: number}
"""
)

FIELD_REMOVED = Rule(
    id="DC104",
    name="field-removed",
    plane=Plane.WIRE,
    effect=Effect.LOOSENS,
    bump=Bump.MINOR,
    summary="A field was removed.",
    why=(
        "A query that selects the field stops with an error, whether the field was required or not."
    ),
    instead="Deprecate the field, wait until no consumer reads it, then remove it in a new major.",
    examples=(
        Example(
            title="`amount` is gone",
            old=_ID_AND_AMOUNT,
            new=_ID_ALONE,
            strikes=("orders.amount",),
        ),
        Example(title="a field is added", old=_ID_ALONE, new=_ID_AND_AMOUNT),
    ),
    judge=OnChange(("field removed",), _judge),
    mirror="field-added",
)
