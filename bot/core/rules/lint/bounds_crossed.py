"""DC020 bounds-crossed."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from bot.core.contract.model import NO_OPTIONS, Element, Field
from bot.core.finding import Hit, Plane, Weight
from bot.core.rule import Example, OnElement, Rule, Site
from bot.core.sets.difference import exact
from bot.core.sets.intervals import is_empty, number_interval, temporal_interval

_COUNTED = (
    ("minLength", "maxLength"),
    ("minItems", "maxItems"),
    ("minProperties", "maxProperties"),
)


def _judge(element: Element, site: Site) -> Iterable[Hit]:
    if not isinstance(element, Field) or element.options is NO_OPTIONS:
        return ()
    hits = []
    told = element.options.node
    for least, most in _COUNTED:
        if least in told and most in told:
            low, high = exact(told[least]), exact(told[most])
            if low is not None and high is not None and low > high:
                message = f"`{site.path}`: {least} {told[least]} is above {most} {told[most]}"
                hits.append(Hit(message=message, where=site.place(element.options, least)))
    lows, highs = _given(told, "minimum"), _given(told, "maximum")
    if lows and highs and _is_empty(element):
        where = site.place(element.options, lows[0])
        words = ", ".join(f"{key} {told[key]}" for key in (*lows, *highs))
        hits.append(Hit(message=f"`{site.path}`: no value satisfies {words}", where=where))
    return hits


def _given(told: Mapping[str, object], bound: str) -> list[str]:
    exclusive = f"exclusive{bound.capitalize()}"
    return [key for key in (bound, exclusive) if told.get(key) is not None]


def _is_empty(field: Field) -> bool:
    """Tell whether the bounds admit no value; False where they cannot be read."""
    if field.logical_type in _CLOCKS:
        interval = temporal_interval(field.options.node, field.logical_type)
    else:
        interval = number_interval(field.options.node, integer=field.logical_type == "integer")
    return interval is not None and is_empty(interval)


_CLOCKS = frozenset(("date", "time", "timestamp"))
_CROSSED = """\
schema:
- name: orders
  properties:
  - {name: amount, logicalType: number, logicalTypeOptions: {minimum: 10, maximum: 1}}
  - {name: code, logicalType: string, logicalTypeOptions: {minLength: 8, maxLength: 4}}
"""

_RANGE = """\
schema:
- name: orders
  properties:
  - {name: amount, logicalType: number, logicalTypeOptions: {minimum: 1, maximum: 10}}
  - {name: code, logicalType: string, logicalTypeOptions: {minLength: 4, maxLength: 4}}
"""


BOUNDS_CROSSED = Rule(
    id="DC020",
    name="bounds-crossed",
    plane=Plane.SEMANTIC,
    weight=Weight.ERROR,
    summary="A minimum is above its maximum, so that no value is admitted.",
    why="Every value breaks the contract; readers and checks that trust it refuse all data.",
    instead="Correct the bounds; often the two stand in each other’s place.",
    examples=(
        Example(
            title="from 10 to 1",
            new=_CROSSED,
            strikes=(
                "orders.amount",
                "orders.code",
            ),
        ),
        Example(
            title="from 1 to 10",
            new=_RANGE,
        ),
    ),
    judge=OnElement((Field,), _judge),
    no_mirror="a fault of a text has no opposite",
)
