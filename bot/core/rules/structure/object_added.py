"""DC101 object-added."""

from __future__ import annotations

from collections.abc import Iterator

from bot.core.diff.changes import Change
from bot.core.finding import Bump, Effect, Hit, Plane
from bot.core.rule import Example, OnChange, Pair, Rule


def _judge(change: Change, _pair: Pair) -> Iterator[Hit]:
    yield Hit(message=f"object `{change.place.path}` was added")


_ORDERS = """\
schema:
- name: orders
  properties:
  - {name: id, logicalType: string, required: true}
"""

_ORDERS_AND_REFUNDS = """\
schema:
- name: orders
  properties:
  - {name: id, logicalType: string, required: true}
- name: refunds
  properties:
  - {name: id, logicalType: string}
"""


OBJECT_ADDED = Rule(
    id="DC101",
    name="object-added",
    plane=Plane.WIRE,
    effect=Effect.NONE,
    bump=Bump.MINOR,
    summary="An object was added.",
    why=("Nobody reads it yet; a consumer that lists all objects of the contract meets one more."),
    instead="Nothing to do: a new object is a minor version.",
    examples=(
        Example(
            title="`refunds` is new",
            old=_ORDERS,
            new=_ORDERS_AND_REFUNDS,
            strikes=("refunds",),
        ),
        Example(
            title="an object is removed",
            old=_ORDERS_AND_REFUNDS,
            new=_ORDERS,
        ),
    ),
    judge=OnChange(("object added",), _judge),
    mirror="object-removed",
)
