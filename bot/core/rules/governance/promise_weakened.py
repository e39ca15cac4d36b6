"""DC837 promise-weakened."""

from __future__ import annotations

from collections.abc import Iterator

from bot.core.diff.changes import Change, Changed
from bot.core.finding import Bump, Hit, Plane, Weight
from bot.core.plain import said
from bot.core.policy.promises import promise_order
from bot.core.rule import Example, OnChange, Pair, Rule


def _judge(change: Change, _pair: Pair) -> Iterator[Hit]:
    if promise_order(change) != -1:
        return
    match change:
        case Changed(old=old, new=new):
            yield Hit(message=f"`{change.place.path}` was {said(old)} and is {said(new)}")
        case _:
            yield Hit(message=f"`{change.place.path}` was removed")


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


PROMISE_WEAKENED = Rule(
    id="DC837",
    name="promise-weakened",
    plane=Plane.GOVERNANCE,
    weight=Weight.BREAKING,
    bump=Bump.MINOR,
    summary="The contract promises less compatibility, or a shorter deprecation window.",
    why="Consumers relied on what the contract would never do; from now on it may.",
    instead="Keep the promise in this major version, and make the weaker one in the next.",
    examples=(
        Example(
            title="full compatibility becomes none, and 180 days become 30",
            old=_FULL,
            new=_LESS,
            strikes=(
                "customProperties.compatibilityMode",
                "customProperties.deprecationWindowDays",
            ),
        ),
        Example(
            title="both promises go",
            old=_FULL,
            new=_NOTHING,
            strikes=(
                "customProperties.compatibilityMode",
                "customProperties.deprecationWindowDays",
            ),
        ),
        Example(title="the other way round", old=_LESS, new=_FULL),
    ),
    judge=OnChange(("custom property.value", "custom property removed"), _judge),
    mirror="promise-strengthened",
)
