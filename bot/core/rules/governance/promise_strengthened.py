"""DC840 promise-strengthened."""

from __future__ import annotations

from collections.abc import Iterator

from bot.core.diff.changes import Change, Changed
from bot.core.finding import Bump, Hit, Plane, Weight
from bot.core.plain import said
from bot.core.policy.promises import promise_order
from bot.core.rule import Example, OnChange, Pair, Rule


def _judge(change: Change, _pair: Pair) -> Iterator[Hit]:
    if promise_order(change) != 1:
        return
    match change:
        case Changed(old=old, new=new):
            yield Hit(message=f"`{change.place.path}` was {said(old)} and is {said(new)}")
        case _:
            yield Hit(message=f"`{change.place.path}` was added")


_FULL = """\
customProperties:
- {property: compatibilityMode, value: full}
- {property: deprecationWindowDays, value: 180}
"""

_LESS = """\
customProperties:
- {property: compatibilityMode, value: none}
- {property: deprecationWindowDays, value: 30}
"""

_NOTHING = """\
name: Orders
"""


PROMISE_STRENGTHENED = Rule(
    id="DC840",
    name="promise-strengthened",
    plane=Plane.GOVERNANCE,
    weight=Weight.NOTE,
    bump=Bump.MINOR,
    summary="The contract promises more compatibility, or a longer deprecation window.",
    why="A stronger promise: changes that were allowed no longer are.",
    instead="Nothing to do.",
    examples=(
        Example(
            title="no compatibility becomes full, and 30 days become 180",
            old=_LESS,
            new=_FULL,
            strikes=(
                "customProperties.compatibilityMode",
                "customProperties.deprecationWindowDays",
            ),
        ),
        Example(
            title="both promises are new",
            old=_NOTHING,
            new=_FULL,
            strikes=(
                "customProperties.compatibilityMode",
                "customProperties.deprecationWindowDays",
            ),
        ),
        Example(title="the other way round", old=_FULL, new=_LESS),
    ),
    judge=OnChange(("custom property.value", "custom property added"), _judge),
    mirror="promise-weakened",
)
