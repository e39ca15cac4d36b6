"""DC421 pattern-added."""

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
        case Changed(after=Field(logical_type="string" | None), old=None, new=str() as new):
            yield Hit(message=f"`{change.place.path}` must match `{new}` from now on")
        case _:
            return


_ANY = """\
schema:
- name: orders
  properties:
  - {name: amount, logicalType: string}
"""

_DIGITS = """\
schema:
- name: orders
  properties:
  - {name: amount, logicalType: string, logicalTypeOptions: {pattern: '^[0-9]+$'}}
"""


PATTERN_ADDED = Rule(
    id="DC421",
    name="pattern-added",
    plane=Plane.WIRE,
    effect=Effect.TIGHTENS,
    summary="Texts must match a pattern.",
    why="Rows written before may not match.",
    instead="Check that every kept row matches, then publish it in a new major.",
    examples=(
        Example(
            title="digits only",
            old=_ANY,
            new=_DIGITS,
            strikes=("orders.amount",),
        ),
        Example(
            title="the pattern goes",
            old=_DIGITS,
            new=_ANY,
        ),
    ),
    judge=OnChange(("field.logicalTypeOptions.pattern",), _judge),
    mirror="pattern-removed",
)
