"""DC021 bound-unreadable."""

from __future__ import annotations

from collections.abc import Iterable

from bot.core.contract.model import Element, Field
from bot.core.finding import Hit, Plane, Weight
from bot.core.rule import Example, OnElement, Rule, Site
from bot.core.sets.difference import has_variable

_BOUNDS = ("minimum", "exclusiveMinimum", "maximum", "exclusiveMaximum")
_CLOCKS = frozenset(("date", "time", "timestamp"))


def _judge(element: Element, site: Site) -> Iterable[Hit]:
    if not isinstance(element, Field) or element.logical_type not in _CLOCKS:
        return ()
    told = element.options.node
    given = [key for key in _BOUNDS if told.get(key) is not None]
    if not given or has_variable(*(told[key] for key in given)):
        return ()
    from bot.core.witness.clocks import clock_interval  # noqa: PLC0415  # few clocks have bounds

    if clock_interval(element) is not None:
        return ()
    words = ", ".join(f"{key} `{told[key]}`" for key in given)
    where = site.place(element.options, given[0])
    return (Hit(message=f"`{site.path}`: {words} cannot be read or compared", where=where),)


_WORDS = """\
schema:
- name: orders
  properties:
  - {name: placed_on, logicalType: date, logicalTypeOptions: {minimum: 31/01/2024}}
"""

_ISO = """\
schema:
- name: orders
  properties:
  - {name: placed_on, logicalType: date, logicalTypeOptions: {minimum: "2024-01-31"}}
"""


BOUND_UNREADABLE = Rule(
    id="DC021",
    name="bound-unreadable",
    plane=Plane.SEMANTIC,
    weight=Weight.WARNING,
    summary="A bound of a date, timestamp or time cannot be read.",
    why="Nobody checks it, and a change of it cannot be judged.",
    instead="Write it as ISO 8601: `2024-01-31`, `2024-01-31T09:00:00Z`, `09:00:00`.",
    examples=(
        Example(
            title="the day first",
            new=_WORDS,
            strikes=("orders.placed_on",),
        ),
        Example(
            title="ISO 8601",
            new=_ISO,
        ),
    ),
    judge=OnElement((Field,), _judge),
    no_mirror="a fault of a text has no opposite",
)
