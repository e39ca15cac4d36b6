"""DC426 pattern-undecided."""

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
            if told.relation is Relation.UNKNOWN:
                yield Hit(
                    message=f"`{change.place.path}`: whether `{new}` matches what `{old}` did "
                    f"is not known ({told.reason})"
                )
        case _:
            return


_LETTERS = """\
schema:
- name: orders
  properties:
  - {name: amount, logicalType: string, logicalTypeOptions: {pattern: '^[a-z]+$'}}
"""

_LOOK = r"""schema:
- name: orders
  properties:
  - {name: amount, logicalType: string, logicalTypeOptions: {pattern: '^([a-z])\1+$'}}
"""

_DIGITS = """\
schema:
- name: orders
  properties:
  - {name: amount, logicalType: string, logicalTypeOptions: {pattern: '^[0-9]+$'}}
"""


PATTERN_UNDECIDED = Rule(
    id="DC426",
    name="pattern-undecided",
    plane=Plane.WIRE,
    effect=Effect.UNDETERMINED,
    summary="Two patterns cannot be compared.",
    why=("Back-references, look-behind or sheer size: whether all old texts match is not known."),
    instead=(
        "Write the pattern with plain classes and repetitions, or say in the pull request how "
        "the two relate."
    ),
    examples=(
        Example(
            title="a back-reference",
            old=_LETTERS,
            new=_LOOK,
            strikes=("orders.amount",),
        ),
        Example(
            title="digits become letters",
            old=_DIGITS,
            new=_LETTERS,
        ),
    ),
    judge=OnChange(("field.logicalTypeOptions.pattern",), _judge),
    no_mirror="what cannot be compared has no opposite",
)
