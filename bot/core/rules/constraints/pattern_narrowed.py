"""DC423 pattern-narrowed."""

from __future__ import annotations

from collections.abc import Iterator

from bot.core.contract.model import Field
from bot.core.diff.changes import Change, Changed
from bot.core.finding import Effect, Hit, Plane
from bot.core.idle_options import is_idle
from bot.core.relation import Relation
from bot.core.rule import Example, OnChange, Pair, Rule
from bot.core.sets.patterns import compare_patterns


def _judge(change: Change, pair: Pair) -> Iterator[Hit]:
    if is_idle(change, pair):
        return
    match change:
        case Changed(after=Field(), old=str() as old, new=str() as new):
            told = compare_patterns(old, new)
            if told.relation is Relation.NARROWER:
                yield Hit(
                    message=f"`{change.place.path}`: `{told.only_old}` matched before and no "
                    "longer does"
                )
        case _:
            return


_DIGITS = """\
schema:
- name: orders
  properties:
  - {name: amount, logicalType: string, logicalTypeOptions: {pattern: '^[0-9]+$'}}
"""

_FIVE = """\
schema:
- name: orders
  properties:
  - {name: amount, logicalType: string, logicalTypeOptions: {pattern: '^[0-9]{5}$'}}
"""


PATTERN_NARROWED = Rule(
    id="DC423",
    name="pattern-narrowed",
    plane=Plane.WIRE,
    effect=Effect.TIGHTENS,
    summary="The pattern matches fewer texts than it did.",
    why="Rows written before may not match any more.",
    instead="Check that every kept row matches, then publish it in a new major.",
    examples=(
        Example(
            title="five digits only",
            old=_DIGITS,
            new=_FIVE,
            strikes=("orders.amount",),
        ),
        Example(
            title="any number of digits",
            old=_FIVE,
            new=_DIGITS,
        ),
    ),
    judge=OnChange(("field.logicalTypeOptions.pattern",), _judge),
    mirror="pattern-widened",
)
