"""DC836 custom-property-changed."""

from __future__ import annotations

from collections.abc import Iterator

from bot.core.diff.changes import Added, Change, Changed, Removed
from bot.core.diff.freeform import differences
from bot.core.finding import Bump, Hit, Plane, Weight
from bot.core.policy.promises import notice_order, promise_order
from bot.core.rule import Example, OnChange, Pair, Rule


def _judge(change: Change, _pair: Pair) -> Iterator[Hit]:
    if notice_order(change) or promise_order(change):
        return
    match change:
        case Added():
            yield Hit(message=f"`{change.place.path}` was added")
        case Removed():
            yield Hit(message=f"`{change.place.path}` was removed")
        case Changed(attribute="value", old=old, new=new):
            told = "; ".join(differences(old, new))
            yield Hit(message=f"`{change.place.path}` changed: {told}")
        case _:
            yield Hit(message=f"`{change.place.path}` changed")


_NINETY = """\
customProperties:
- {property: noticePeriod, value: P90D}
"""

_THIRTY = """\
customProperties:
- {property: noticePeriod, value: P30D}
"""

_COLOUR = """\
customProperties:
- {property: colour, value: blue}
"""

_OTHER_COLOUR = """\
customProperties:
- {property: colour, value: green}
"""


CUSTOM_PROPERTY_CHANGED = Rule(
    id="DC836",
    name="custom-property-changed",
    plane=Plane.GOVERNANCE,
    weight=Weight.NOTE,
    bump=Bump.PATCH,
    summary="A custom property changed.",
    why=("The standard gives it no meaning; those that this tool reads have rules of their own."),
    instead="Nothing to do.",
    examples=(
        Example(
            title="another colour",
            old=_COLOUR,
            new=_OTHER_COLOUR,
            strikes=("customProperties.colour",),
        ),
        Example(
            title="the notice period, which has a rule of its own",
            old=_NINETY,
            new=_THIRTY,
        ),
    ),
    judge=OnChange(
        (
            "custom property added",
            "custom property removed",
            "custom property.id",
            "custom property.value",
            "custom property.description",
            "custom property.vendor",
        ),
        _judge,
    ),
    no_mirror="a change of words is its own opposite",
)
