"""DC827 guidance-constraint-added."""

from __future__ import annotations

from collections.abc import Iterator

from bot.core.contract.model import Context
from bot.core.diff.changes import Added, Change
from bot.core.finding import Bump, Hit, Plane, Weight
from bot.core.rule import Example, OnChange, Pair, Rule


def _judge(change: Change, _pair: Pair) -> Iterator[Hit]:
    match change:
        case Added(element=Context(constraints=())):
            return
        case _:
            yield Hit(message=f"`{change.place.path}` forbids something more, or something else")


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


GUIDANCE_CONSTRAINT_ADDED = Rule(
    id="DC827",
    name="guidance-constraint-added",
    plane=Plane.GOVERNANCE,
    weight=Weight.WARNING,
    bump=Bump.MINOR,
    summary="The guidance forbids something more, or something else.",
    why="A present use may be forbidden from now on.",
    instead="Ask those who use the data through models.",
    examples=(
        Example(
            title="no e-mail addresses",
            old=_PLAIN,
            new=_FORBIDS,
            strikes=("context.constraints.no_pii",),
        ),
        Example(
            title="the constraint goes",
            old=_FORBIDS,
            new=_PLAIN,
        ),
    ),
    judge=OnChange(
        (
            "context constraint added",
            "context constraint.constraint",
            "context added",
        ),
        _judge,
    ),
    mirror="guidance-constraint-removed",
)
