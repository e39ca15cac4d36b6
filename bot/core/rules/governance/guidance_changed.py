"""DC826 guidance-changed."""

from __future__ import annotations

from collections.abc import Iterator

from bot.core.diff.changes import Change
from bot.core.finding import Bump, Hit, Plane, Weight
from bot.core.rule import Example, OnChange, Pair, Rule


def _judge(change: Change, _pair: Pair) -> Iterator[Hit]:
    yield Hit(message=f"the guidance at `{change.place.path}` changed")


_PLAIN = """\
context:
  instructions: Sum amounts per day.
"""

_OTHER = """\
context:
  instructions: Sum amounts per week.
"""

_FORBIDS = """\
context:
  instructions: Sum amounts per day.
  constraints:
  - {id: no_pii, constraint: Never show e-mail addresses.}
"""


GUIDANCE_CHANGED = Rule(
    id="DC826",
    name="guidance-changed",
    plane=Plane.SEMANTIC,
    weight=Weight.NOTE,
    bump=Bump.PATCH,
    summary="The guidance for language models changed.",
    why="Answers that models give from the data may differ.",
    instead="Nothing to do; tell those who rely on the answers.",
    examples=(
        Example(
            title="other instructions",
            old=_PLAIN,
            new=_OTHER,
            strikes=("context",),
        ),
        Example(
            title="a constraint is added",
            old=_PLAIN,
            new=_FORBIDS,
        ),
    ),
    judge=OnChange(
        (
            "context added",
            "context removed",
            "context.instructions",
            "verified statement added",
            "verified statement removed",
            "verified statement.id",
            "verified statement.answer",
            "context constraint.id",
        ),
        _judge,
    ),
    no_mirror="a change of words is its own opposite",
)
