"""DC427 pattern-respelled."""

from __future__ import annotations

from collections.abc import Iterator

from bot.core.contract.model import Field
from bot.core.diff.changes import Change, Changed
from bot.core.finding import Bump, Effect, Hit, Plane
from bot.core.relation import Relation
from bot.core.rule import Example, OnChange, Pair, Rule
from bot.core.sets.patterns import compare_patterns


def _judge(change: Change, _pair: Pair) -> Iterator[Hit]:
    match change:
        case Changed(after=Field(), old=str() as old, new=str() as new):
            told = compare_patterns(old, new)
            if told.relation is Relation.SAME:
                yield Hit(
                    message=f"`{change.place.path}`: `{new}` matches the same texts as `{old}`"
                )
        case _:
            return


_DIGITS = """\
schema:
- name: orders
  properties:
  - {name: amount, logicalType: string, logicalTypeOptions: {pattern: '^[0-9]+$'}}
"""

_SAME = r"""schema:
- name: orders
  properties:
  - {name: amount, logicalType: string, logicalTypeOptions: {pattern: '^\d+$'}}
"""

_LETTERS = """\
schema:
- name: orders
  properties:
  - {name: amount, logicalType: string, logicalTypeOptions: {pattern: '^[a-z]+$'}}
"""


PATTERN_RESPELLED = Rule(
    id="DC427",
    name="pattern-respelled",
    plane=Plane.WIRE,
    effect=Effect.NONE,
    bump=Bump.PATCH,
    summary="The pattern is written in another way.",
    why="It matches the same texts.",
    instead="Nothing to do.",
    examples=(
        Example(
            title="`\\d` for `[0-9]`",
            old=_DIGITS,
            new=_SAME,
            strikes=("orders.amount",),
        ),
        Example(
            title="digits become letters",
            old=_DIGITS,
            new=_LETTERS,
        ),
    ),
    judge=OnChange(("field.logicalTypeOptions.pattern",), _judge),
    no_mirror="respelling is its own opposite",
)
