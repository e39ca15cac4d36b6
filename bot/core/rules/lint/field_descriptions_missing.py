"""DC074 field-descriptions-missing."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from bot.core.contract.model import Element, Field, SchemaObject
from bot.core.finding import Hit, Plane, Weight
from bot.core.rule import Example, OnElement, Rule, Site
from bot.core.wording import listing


def _judge(element: Element, site: Site) -> Iterable[Hit]:
    if not isinstance(element, SchemaObject):
        return ()
    named = [entry for entry in _named(element.properties) if entry.name]
    bare = [entry.name for entry in named if not (entry.description or "").strip()]
    if not bare:
        return ()
    if len(bare) == len(named):
        message = f"no field of `{site.path}` has a description"
    else:
        message = f"`{site.path}`: {listing(bare)} of {len(named)} fields have no description"
    return (Hit(message=message, key="properties"),)


def _named(fields: Iterable[Field]) -> Iterator[Field]:
    for field in fields:
        yield field
        yield from _named(field.properties)
        if field.items is not None:
            yield from _named(field.items.properties)


_NONE = """\
schema:
- name: orders
  properties:
  - {name: amount, logicalType: number}
  - {name: id, logicalType: string, description: Number of the order.}
"""

_SAID = """\
schema:
- name: orders
  properties:
  - {name: amount, logicalType: number, description: Price in EUR with tax.}
"""


FIELD_DESCRIPTIONS_MISSING = Rule(
    id="DC074",
    name="field-descriptions-missing",
    plane=Plane.GOVERNANCE,
    weight=Weight.NOTE,
    summary="Fields of an object have no description.",
    why="Readers guess from the name what a value means, and some guess wrong.",
    instead="Say in `description` what the field means, with its unit.",
    examples=(
        Example(
            title="an amount of what",
            new=_NONE,
            strikes=("orders",),
        ),
        Example(
            title="a meaning and a unit",
            new=_SAID,
        ),
    ),
    judge=OnElement((SchemaObject,), _judge),
    no_mirror="a fault of a text has no opposite",
)
