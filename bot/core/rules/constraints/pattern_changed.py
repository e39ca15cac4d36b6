"""DC425 pattern-changed."""

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
            if told.relation is Relation.INCOMPARABLE:
                yield Hit(
                    message=f"`{change.place.path}`: `{told.only_old}` matched before, "
                    f"`{told.only_new}` matches now"
                )
        case _:
            return


_DIGITS = """\
schema:
- name: orders
  properties:
  - {name: amount, logicalType: string, logicalTypeOptions: {pattern: '^[0-9]+$'}}
"""

_LETTERS = """\
schema:
- name: orders
  properties:
  - {name: amount, logicalType: string, logicalTypeOptions: {pattern: '^[a-z]+$'}}
"""

_FIVE = """\
schema:
- name: orders
  properties:
  - {name: amount, logicalType: string, logicalTypeOptions: {pattern: '^[0-9]{5}$'}}
"""


PATTERN_CHANGED = Rule(
    id="DC425",
    name="pattern-changed",
    plane=Plane.WIRE,
    effect=Effect.BOTH,
    summary="The pattern matches other texts than it did.",
    why="Old rows no longer match, and new ones do not match what readers expect.",
    instead="Add a field with the new pattern beside the old one.",
    examples=(
        Example(
            title="digits become letters",
            old=_DIGITS,
            new=_LETTERS,
            strikes=("orders.amount",),
        ),
        Example(
            title="five digits only",
            old=_DIGITS,
            new=_FIVE,
        ),
    ),
    judge=OnChange(("field.logicalTypeOptions.pattern",), _judge),
    no_mirror="a change of pattern is its own opposite",
)
