"""DC849 standard-downgraded."""

from __future__ import annotations

from collections.abc import Iterator

from bot.core.diff.changes import Change, Changed
from bot.core.finding import Bump, Hit, Plane, Weight
from bot.core.rule import Example, OnChange, Pair, Rule


def _judge(change: Change, _pair: Pair) -> Iterator[Hit]:
    match change:
        case Changed(old=str() as old, new=str() as new) if _number(new) < _number(old):
            yield Hit(message=f"the contract is written in ODCS {new}, before in {old}")
        case _:
            return


def _number(version: str) -> tuple[int, ...]:
    return tuple(int(part) for part in version.lstrip("v").split(".") if part.isdigit())


_V31 = """\
apiVersion: v3.1.0
"""

_V32 = """\
apiVersion: v3.2.0
"""


STANDARD_DOWNGRADED = Rule(
    id="DC849",
    name="standard-downgraded",
    plane=Plane.GOVERNANCE,
    weight=Weight.WARNING,
    bump=Bump.PATCH,
    summary="The contract is written in an older version of the standard.",
    why="What the older version has no word for can no longer be said.",
    instead="Stay on the newer version.",
    examples=(
        Example(
            title="3.2 becomes 3.1",
            old=_V32,
            new=_V31,
            strikes=("",),
        ),
        Example(
            title="3.1 becomes 3.2",
            old=_V31,
            new=_V32,
        ),
    ),
    judge=OnChange(("contract.apiVersion",), _judge),
    mirror="standard-upgraded",
)
