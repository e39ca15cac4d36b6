"""DC422 pattern-removed."""

from __future__ import annotations

from collections.abc import Iterator

from bot.core.contract.model import Field
from bot.core.diff.changes import Change, Changed
from bot.core.finding import Effect, Hit, Plane
from bot.core.idle_options import is_idle
from bot.core.rule import Example, OnChange, Pair, Rule


def _judge(change: Change, pair: Pair) -> Iterator[Hit]:
    if is_idle(change, pair):
        return
    match change:
        case Changed(after=Field(logical_type="string" | None), old=str() as old, new=None):
            yield Hit(message=f"`{change.place.path}` no longer has to match `{old}`")
        case _:
            return


_DIGITS = """\
schema:
- name: orders
  properties:
  - {name: amount, logicalType: string, logicalTypeOptions: {pattern: '^[0-9]+$'}}
"""

_ANY = """\
schema:
- name: orders
  properties:
  - {name: amount, logicalType: string}
"""


PATTERN_REMOVED = Rule(
    id="DC422",
    name="pattern-removed",
    plane=Plane.WIRE,
    effect=Effect.LOOSENS,
    summary="Texts no longer have to match a pattern.",
    why="A parser made for the pattern meets other texts.",
    instead="Keep the pattern, or publish the looser field under a new name.",
    examples=(
        Example(
            title="the pattern goes",
            old=_DIGITS,
            new=_ANY,
            strikes=("orders.amount",),
        ),
        Example(
            title="digits only",
            old=_ANY,
            new=_DIGITS,
        ),
    ),
    judge=OnChange(("field.logicalTypeOptions.pattern",), _judge),
    mirror="pattern-added",
)
