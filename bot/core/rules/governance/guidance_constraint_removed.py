"""DC828 guidance-constraint-removed."""

from __future__ import annotations

from collections.abc import Iterator

from bot.core.contract.model import Context
from bot.core.diff.changes import Change, Removed
from bot.core.finding import Bump, Hit, Plane, Weight
from bot.core.rule import Example, OnChange, Pair, Rule


def _judge(change: Change, _pair: Pair) -> Iterator[Hit]:
    match change:
        case Removed(element=Context(constraints=())):
            return
        case _:
            yield Hit(message=f"`{change.place.path}` no longer forbids what it did")


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


GUIDANCE_CONSTRAINT_REMOVED = Rule(
    id="DC828",
    name="guidance-constraint-removed",
    plane=Plane.GOVERNANCE,
    weight=Weight.WARNING,
    bump=Bump.MINOR,
    summary="The guidance forbids less.",
    why="Something that models were not to do is allowed now.",
    instead="Have the data steward agree.",
    examples=(
        Example(
            title="the constraint goes",
            old=_FORBIDS,
            new=_PLAIN,
            strikes=("context.constraints.no_pii",),
        ),
        Example(
            title="no e-mail addresses",
            old=_PLAIN,
            new=_FORBIDS,
        ),
    ),
    judge=OnChange(
        (
            "context constraint removed",
            "context removed",
        ),
        _judge,
    ),
    mirror="guidance-constraint-added",
)
