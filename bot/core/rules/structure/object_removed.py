"""DC102 object-removed."""

from __future__ import annotations

from collections.abc import Iterator

from bot.core.diff.changes import Change
from bot.core.finding import Bump, Effect, Hit, Plane
from bot.core.rule import Example, OnChange, Pair, Rule


def _judge(change: Change, _pair: Pair) -> Iterator[Hit]:
    yield Hit(message=f"object `{change.place.path}` was removed")


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


OBJECT_REMOVED = Rule(
    id="DC102",
    name="object-removed",
    plane=Plane.WIRE,
    effect=Effect.LOOSENS,
    bump=Bump.MINOR,
    summary="An object was removed.",
    why="Every query, job and dashboard that reads the object stops with an error.",
    instead=(
        "Deprecate the object, wait until no consumer reads it, then remove it in a new major."
    ),
    examples=(
        Example(
            title="`refunds` is gone",
            old=_ORDERS_AND_REFUNDS,
            new=_ORDERS,
            strikes=("refunds",),
        ),
        Example(
            title="an object is added",
            old=_ORDERS,
            new=_ORDERS_AND_REFUNDS,
        ),
    ),
    judge=OnChange(("object removed",), _judge),
    mirror="object-added",
)
