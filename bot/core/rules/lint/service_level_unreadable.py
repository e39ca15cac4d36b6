"""DC047 service-level-unreadable."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from bot.core.contract.model import Element, ServiceLevel
from bot.core.diff.service_level_names import service_level_name
from bot.core.finding import Hit, Plane, Weight
from bot.core.rule import Example, OnElement, Rule, Site
from bot.core.sets.difference import has_variable
from bot.core.sets.durations import Duration
from bot.core.sets.measures import Instant, Percent, read_measure

_WANTED: Mapping[str, tuple[type, str]] = {
    **dict.fromkeys(
        ("latency", "retention", "timetodetect", "timetonotify", "timetorepair"),
        (Duration, "a length of time, with a unit"),
    ),
    **dict.fromkeys(
        ("endofsupport", "endoflife", "generalavailability"), (Instant, "a date as in 2030-12-31")
    ),
    "availability": (Percent, "a share in percent, with the unit %"),
}


def _judge(element: Element, _site: Site) -> Iterable[Hit]:
    if not isinstance(element, ServiceLevel):
        return ()
    wanted = _WANTED.get(service_level_name(element.property))
    if wanted is None or has_variable(element.value, element.unit):
        return ()
    kind, words = wanted
    if isinstance(read_measure(element.value, element.unit), kind):
        return ()
    given = "nothing" if element.value is None else f"`{element.value}`"
    unit = f" `{element.unit}`" if element.unit else ""
    message = f"{element.property} wants {words}, and has {given}{unit}"
    return (Hit(message=message, key="value"),)


_WORDS = """\
schema:
- name: orders
  properties: [{name: placed_at, logicalType: timestamp}]
slaProperties:
- {property: latency, value: 4}
- {property: endOfLife, value: next year}
"""

_READ = """\
schema:
- name: orders
  properties: [{name: placed_at, logicalType: timestamp}]
slaProperties:
- {property: latency, value: 4, unit: h}
- {property: endOfLife, value: "2030-12-31"}
"""


SERVICE_LEVEL_UNREADABLE = Rule(
    id="DC047",
    name="service-level-unreadable",
    plane=Plane.SEMANTIC,
    weight=Weight.WARNING,
    summary="The value of a service level is not what the level measures.",
    why="Nobody can tell whether the promise is kept, or whether a change makes it weaker.",
    instead="Give times with a `unit` of time, shares with `%`, and ends as `2030-12-31`.",
    examples=(
        Example(
            title="four of nothing, and a year in words",
            new=_WORDS,
            strikes=(
                "slaProperties.latency",
                "slaProperties.endOfLife",
            ),
        ),
        Example(
            title="hours and a date",
            new=_READ,
        ),
    ),
    judge=OnElement((ServiceLevel,), _judge),
    no_mirror="a fault of a text has no opposite",
)
