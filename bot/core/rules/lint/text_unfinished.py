"""DC079 text-unfinished."""

from __future__ import annotations

import re
from collections.abc import Iterable

from bot.core.contract.model import Description, Element, Field, SchemaObject
from bot.core.finding import Hit, Plane, Weight
from bot.core.rule import Example, OnElement, Rule, Site

_PLACEHOLDER = re.compile(
    r"\b(?:TODO|TBD|TBA|FIXME|XXX)\b|(?i:\blorem ipsum\b|\bto be (?:defined|described|completed)\b"
    r"|\bà (?:définir|compléter)\b)"
)


def _judge(element: Element, site: Site) -> Iterable[Hit]:
    match element:
        case Field() | SchemaObject():
            texts = {"description": element.description}
        case Description():
            texts = {
                "purpose": element.purpose,
                "usage": element.usage,
                "limitations": element.limitations,
            }
        case _:
            return ()
    for key, text in texts.items():
        if text and _PLACEHOLDER.search(text):
            message = f"the {key} of `{site.path}` is a placeholder"
            return (Hit(message=message, key=key),)
    return ()


_TODO = """\
schema:
- {name: orders, description: TODO describe the orders}
"""

_SAID = """\
schema:
- {name: orders, description: One row for each order.}
"""


TEXT_UNFINISHED = Rule(
    id="DC079",
    name="text-unfinished",
    plane=Plane.GOVERNANCE,
    weight=Weight.NOTE,
    summary="A description is a placeholder.",
    why="It looks as if somebody had said what the data mean, and nobody has.",
    instead="Write what is meant, or leave the description out.",
    examples=(
        Example(
            title="a note to oneself",
            new=_TODO,
            strikes=("orders",),
        ),
        Example(
            title="a sentence",
            new=_SAID,
        ),
    ),
    judge=OnElement(
        (
            Description,
            SchemaObject,
            Field,
        ),
        _judge,
    ),
    no_mirror="a fault of a text has no opposite",
)
