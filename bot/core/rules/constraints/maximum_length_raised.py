"""DC413 maximum-length-raised."""

from __future__ import annotations

from collections.abc import Iterator
from math import inf

from bot.core.contract.model import Field
from bot.core.diff.changes import Change, Changed
from bot.core.finding import Effect, Hit, Plane
from bot.core.idle_options import is_idle
from bot.core.rule import Example, OnChange, Pair, Rule
from bot.core.types.logical import retyped


def _judge(change: Change, pair: Pair) -> Iterator[Hit]:
    match change:
        case Changed(before=Field() as before, after=Field() as after, old=old, new=new):
            if retyped(before.logical_type, after.logical_type) or is_idle(change, pair):
                return
            before_count, after_count = _count(old, inf), _count(new, inf)
            if after_count > before_count:
                limits = [
                    "no limit" if count is None else f"at most {count}" for count in (new, old)
                ]
                yield Hit(
                    message=f"characters of `{change.place.path}`: {limits[0]}, before {limits[1]}"
                )
        case _:
            return


def _count(value: object, default: float) -> float:
    return value if isinstance(value, int) else default


_SHORT = """\
schema:
- name: orders
  properties:
  - {name: amount, logicalType: string, logicalTypeOptions: {maxLength: 20}}
"""

_LONG = """\
schema:
- name: orders
  properties:
  - {name: amount, logicalType: string, logicalTypeOptions: {maxLength: 50}}
"""


MAXIMUM_LENGTH_RAISED = Rule(
    id="DC413",
    name="maximum-length-raised",
    plane=Plane.WIRE,
    effect=Effect.LOOSENS,
    summary="Texts may be longer than they could be.",
    why="Columns that consumers sized by the bound overflow.",
    instead="Tell consumers, and let them widen their columns first.",
    examples=(
        Example(
            title="20 become 50",
            old=_SHORT,
            new=_LONG,
            strikes=("orders.amount",),
        ),
        Example(
            title="50 become 20",
            old=_LONG,
            new=_SHORT,
        ),
    ),
    judge=OnChange(("field.logicalTypeOptions.maxLength",), _judge),
    mirror="maximum-length-lowered",
)
