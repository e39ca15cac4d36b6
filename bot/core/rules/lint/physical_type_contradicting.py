"""DC016 physical-type-contradicting."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import lru_cache

from bot.core.contract.model import Element, Field
from bot.core.finding import Hit, Plane, Weight
from bot.core.rule import Example, OnElement, Rule, Site, dialect
from bot.core.types.physical import logical_of

_STORED: Mapping[str, frozenset[str]] = {
    "string": frozenset(("boolean", "date", "time", "timestamp", "object", "array", "map")),
    "integer": frozenset(("number", "boolean", "date", "time", "timestamp")),
    "number": frozenset(("integer", "boolean", "date", "time", "timestamp")),
    "timestamp": frozenset(("date", "time")),
    "array": frozenset(("vector",)),
    "object": frozenset(("map",)),
    "map": frozenset(("object",)),
}
"""By what a physical type naturally is: what else people store in it without saying a thing
that is wrong, such as dates as texts, moments as seconds, flags as 0 and 1."""
_LONGEST = 200


def _judge(element: Element, site: Site) -> Iterable[Hit]:
    if not isinstance(element, Field) or not element.physical_type or not element.logical_type:
        return ()
    if len(element.physical_type) > _LONGEST:
        return ()
    natural = _natural(element.physical_type, dialect(site.contract))
    if natural is None or natural == element.logical_type:
        return ()
    if element.logical_type in _STORED.get(natural, ()):
        return ()
    message = (
        f"`{site.path}` is declared as {element.logical_type}, "
        f"but `{element.physical_type}` holds values of the type {natural}"
    )
    return (Hit(message=message, key="physicalType"),)


@lru_cache(maxsize=2048)
def _natural(physical_type: str, spoken: str | None) -> str | None:
    return logical_of(physical_type, spoken)


_BOTH = """\
servers:
- {server: prod, type: bigquery, project: sales, dataset: orders}
schema:
- name: orders
  properties:
  - {name: placed_at, logicalType: string, physicalType: TIMESTAMP}
  - {name: amount, logicalType: number, physicalType: NUMERIC}
"""

_AGREED = """\
servers:
- {server: prod, type: bigquery, project: sales, dataset: orders}
schema:
- name: orders
  properties:
  - {name: placed_at, logicalType: timestamp, physicalType: TIMESTAMP}
"""


PHYSICAL_TYPE_CONTRADICTING = Rule(
    id="DC016",
    name="physical-type-contradicting",
    plane=Plane.SEMANTIC,
    weight=Weight.WARNING,
    summary="The physical type cannot be what the logical type says.",
    why=(
        "One of the two is wrong: tools that read the one and tools that read the other "
        "disagree on the data."
    ),
    instead="Correct the one that is wrong.",
    examples=(
        Example(
            title="a text that is stored as a timestamp",
            new=_BOTH,
            strikes=("orders.placed_at",),
        ),
        Example(
            title="both say timestamp",
            new=_AGREED,
        ),
    ),
    judge=OnElement((Field,), _judge),
    no_mirror="a fault of a text has no opposite",
)
