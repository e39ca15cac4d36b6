"""DC424 pattern-widened."""

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
            if told.relation is Relation.WIDER:
                yield Hit(
                    message=f"`{change.place.path}`: `{told.only_new}` matches now and did not "
                    "before"
                )
        case _:
            return


_FIVE = """\
schema:
- name: orders
  properties:
  - {name: amount, logicalType: string, logicalTypeOptions: {pattern: '^[0-9]{5}$'}}
"""

_DIGITS = """\
schema:
- name: orders
  properties:
  - {name: amount, logicalType: string, logicalTypeOptions: {pattern: '^[0-9]+$'}}
"""


PATTERN_WIDENED = Rule(
    id="DC424",
    name="pattern-widened",
    plane=Plane.WIRE,
    effect=Effect.LOOSENS,
    summary="The pattern matches more texts than it did.",
    why="A parser made for the old pattern meets texts that it does not know.",
    instead="Tell consumers, or publish the looser field under a new name.",
    examples=(
        Example(
            title="any number of digits",
            old=_FIVE,
            new=_DIGITS,
            strikes=("orders.amount",),
        ),
        Example(
            title="five digits only",
            old=_DIGITS,
            new=_FIVE,
        ),
    ),
    judge=OnChange(("field.logicalTypeOptions.pattern",), _judge),
    mirror="pattern-narrowed",
)
