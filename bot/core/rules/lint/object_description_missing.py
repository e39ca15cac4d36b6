"""DC073 object-description-missing."""

from __future__ import annotations

from collections.abc import Iterable

from bot.core.contract.model import Element, SchemaObject
from bot.core.finding import Hit, Plane, Weight
from bot.core.rule import Example, OnElement, Rule, Site


def _judge(element: Element, site: Site) -> Iterable[Hit]:
    if not isinstance(element, SchemaObject) or (element.description or "").strip():
        return ()
    return (Hit(message=f"`{site.path}` has no description", key="name"),)


_NONE = """\
schema:
- {name: orders}
"""

_SAID = """\
schema:
- {name: orders, description: One row for each order.}
"""


OBJECT_DESCRIPTION_MISSING = Rule(
    id="DC073",
    name="object-description-missing",
    plane=Plane.GOVERNANCE,
    weight=Weight.NOTE,
    summary="An object has no description.",
    why="Readers cannot tell what a row stands for.",
    instead="Say in `description` what one row is, and what is left out.",
    examples=(
        Example(
            title="a name alone",
            new=_NONE,
            strikes=("orders",),
        ),
        Example(
            title="a sentence",
            new=_SAID,
        ),
    ),
    judge=OnElement((SchemaObject,), _judge),
    no_mirror="a fault of a text has no opposite",
)
