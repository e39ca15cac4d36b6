"""DC418 count-spelled-out."""

from __future__ import annotations

from collections.abc import Iterator

from bot.core.contract.model import Field
from bot.core.diff.changes import Change, Changed
from bot.core.finding import Bump, Effect, Hit, Plane
from bot.core.rule import Example, OnChange, Pair, Rule
from bot.core.types.logical import retyped


def _judge(change: Change, _pair: Pair) -> Iterator[Hit]:
    match change:
        case Changed(before=Field() as before, after=Field() as after, old=old, new=new):
            if retyped(before.logical_type, after.logical_type):
                return
            before_count, after_count = _count(old, 0), _count(new, 0)
            if after_count == before_count:
                yield Hit(message=f"`{change.place.path}`: still no least count")
        case _:
            return


def _count(value: object, default: float) -> float:
    return value if isinstance(value, int) else default


_ANY = """\
schema:
- name: orders
  properties:
  - {name: amount, logicalType: array}
"""

_ZERO = """\
schema:
- name: orders
  properties:
  - {name: amount, logicalType: array, logicalTypeOptions: {minItems: 0}}
"""

_ONE = """\
schema:
- name: orders
  properties:
  - {name: amount, logicalType: array, logicalTypeOptions: {minItems: 1}}
"""


COUNT_SPELLED_OUT = Rule(
    id="DC418",
    name="count-spelled-out",
    plane=Plane.WIRE,
    effect=Effect.NONE,
    bump=Bump.PATCH,
    summary="A least length or count of zero was written out or left out.",
    why="Zero is the default.",
    instead="Nothing to do.",
    examples=(
        Example(
            title="zero is written out",
            old=_ANY,
            new=_ZERO,
            strikes=("orders.amount",),
        ),
        Example(
            title="one item at least",
            old=_ANY,
            new=_ONE,
        ),
    ),
    judge=OnChange(
        (
            "field.logicalTypeOptions.minLength",
            "field.logicalTypeOptions.minItems",
            "field.logicalTypeOptions.minProperties",
        ),
        _judge,
    ),
    no_mirror="writing out and leaving out are one rule",
)
