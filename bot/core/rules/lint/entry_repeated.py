"""DC007 entry-repeated."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Sequence
from typing import TypeVar

from bot.core.contract.model import (
    Contract,
    CustomProperty,
    Element,
    Field,
    SchemaObject,
    Server,
    ServiceLevel,
    step,
)
from bot.core.diff.service_level_names import service_level_name
from bot.core.finding import Hit, Plane, Weight
from bot.core.repeats import repeats
from bot.core.rule import Example, OnElement, Rule, Site

T = TypeVar("T", bound=Element)


def _judge(element: Element, site: Site) -> Iterable[Hit]:
    match element:
        case Field() | SchemaObject():
            if len(element.quality) < 2 and len(element.custom_properties) < 2:  # noqa: PLR2004  # the common case
                return ()
            found = _named(site, "quality", "quality rule", element.quality, lambda rule: rule.name)
        case Contract():
            found = [
                *_named(site, "roles", "role", element.roles, lambda role: role.role),
                *_named(site, "support", "channel", element.support, lambda entry: entry.channel),
                *_named(site, "slaProperties", "service level", element.service_levels, _level),
            ]
        case Server():
            found = _named(site, "roles", "role", element.roles, lambda role: role.role)
        case _:
            return ()
    custom = element.custom_properties
    return [*found, *_named(site, "customProperties", "custom property", custom, _custom)]


def _named(
    site: Site, part: str, thing: str, members: Sequence[T], key: Callable[[T], Hashable]
) -> list[Hit]:
    hits = []
    for again, first in repeats(members, key):
        told = key(again)
        name = next(filter(None, told), "") if isinstance(told, tuple) else str(told)
        line = first.node.mark[0]
        hits.append(
            Hit(
                message=f"the {thing} `{name}` is there already, in line {line}",
                path=".".join(filter(None, (site.path, part, step(name)))),
                where=site.place(again),
            )
        )
    return hits


def _level(level: ServiceLevel) -> Hashable:
    return (service_level_name(level.property), level.element, level.driver)


def _custom(custom: CustomProperty) -> Hashable:
    return (custom.property, custom.vendor)


_TWICE = """\
slaProperties:
- {property: latency, value: 4, unit: h}
- {property: latency, value: 6, unit: h}
"""

_APART = """\
slaProperties:
- {property: latency, value: 4, unit: h, element: orders}
- {property: latency, value: 6, unit: h, element: events}
"""


ENTRY_REPEATED = Rule(
    id="DC007",
    name="entry-repeated",
    plane=Plane.SEMANTIC,
    weight=Weight.WARNING,
    summary=(
        "A role, support channel, service level, custom property or quality rule is told twice."
    ),
    why=(
        "Where the two differ, nobody can tell which one holds; a tool takes the first or the last."
    ),
    instead="Keep one of them, or tell them apart by name.",
    examples=(
        Example(
            title="two latencies of everything",
            new=_TWICE,
            strikes=("slaProperties.latency",),
        ),
        Example(
            title="a latency for each object",
            new=_APART,
        ),
    ),
    judge=OnElement(
        (
            Contract,
            SchemaObject,
            Field,
            Server,
        ),
        _judge,
    ),
    no_mirror="a fault of a text has no opposite",
)
