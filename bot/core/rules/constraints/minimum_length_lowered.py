"""DC411 minimum-length-lowered."""

from __future__ import annotations

from collections.abc import Iterator

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
            before_count, after_count = _count(old, 0), _count(new, 0)
            if after_count < before_count:
                limits = [
                    "no limit" if count is None else f"at least {count}" for count in (new, old)
                ]
                yield Hit(
                    message=f"characters of `{change.place.path}`: {limits[0]}, before {limits[1]}"
                )
        case _:
            return


def _count(value: object, default: float) -> float:
    return value if isinstance(value, int) else default


_THREE = """\
schema:
- name: orders
  properties:
  - {name: amount, logicalType: string, logicalTypeOptions: {minLength: 3}}
"""

_ANY = """\
schema:
- name: orders
  properties:
  - {name: amount, logicalType: string}
"""


MINIMUM_LENGTH_LOWERED = Rule(
    id="DC411",
    name="minimum-length-lowered",
    plane=Plane.WIRE,
    effect=Effect.LOOSENS,
    summary="Texts may be shorter than they had to be.",
    why="A consumer that relies on the length meets shorter texts.",
    instead="Tell consumers, or publish the looser field under a new name.",
    examples=(
        Example(
            title="the bound goes",
            old=_THREE,
            new=_ANY,
            strikes=("orders.amount",),
        ),
        Example(
            title="three characters at least",
            old=_ANY,
            new=_THREE,
        ),
    ),
    judge=OnChange(("field.logicalTypeOptions.minLength",), _judge),
    mirror="minimum-length-raised",
)
