"""DC847 creation-date-changed."""

from __future__ import annotations

from collections.abc import Iterator

from bot.core.diff.changes import Change, Changed
from bot.core.finding import Bump, Hit, Plane, Weight
from bot.core.rule import Example, OnChange, Pair, Rule


def _judge(change: Change, _pair: Pair) -> Iterator[Hit]:
    match change:
        case Changed(old=old, new=new):
            yield Hit(
                message=f"contractCreatedTs changed from {old or 'nothing'} to {new or 'nothing'}"
            )
        case _:
            return


_A = """\
contractCreatedTs: "2025-01-01T00:00:00Z"
"""

_B = """\
contractCreatedTs: "2026-01-01T00:00:00Z"
"""


CREATION_DATE_CHANGED = Rule(
    id="DC847",
    name="creation-date-changed",
    plane=Plane.GOVERNANCE,
    weight=Weight.NOTE,
    bump=Bump.PATCH,
    summary="The creation date of the contract changed.",
    why="It is a fact of the past and cannot change; it can only have been wrong.",
    instead="Leave it as it is.",
    examples=(
        Example(
            title="another date",
            old=_A,
            new=_B,
            strikes=("",),
        ),
        Example(
            title="nothing else changes",
            old=_A,
            new=_A,
        ),
    ),
    judge=OnChange(("contract.contractCreatedTs",), _judge),
    no_mirror="a change of words is its own opposite",
)
