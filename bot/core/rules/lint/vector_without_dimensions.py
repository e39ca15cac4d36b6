"""DC014 vector-without-dimensions."""

from __future__ import annotations

from collections.abc import Iterable

from bot.core.contract.model import Element, Field
from bot.core.finding import Hit, Plane, Weight
from bot.core.rule import Example, OnElement, Rule, Site


def _judge(element: Element, site: Site) -> Iterable[Hit]:
    if not isinstance(element, Field) or element.logical_type != "vector":
        return ()
    if element.options.dimensions is not None:
        return ()
    return (Hit(message=f"`{site.path}` does not say its dimensions", key="logicalType"),)


_OPEN = """\
schema:
- name: orders
  properties:
  - {name: embedding, logicalType: vector}
"""

_FIXED = """\
schema:
- name: orders
  properties:
  - {name: embedding, logicalType: vector, logicalTypeOptions: {dimensions: 384}}
"""


VECTOR_WITHOUT_DIMENSIONS = Rule(
    id="DC014",
    name="vector-without-dimensions",
    plane=Plane.SEMANTIC,
    weight=Weight.WARNING,
    summary="A vector does not say how many dimensions it has.",
    why="Vectors of unlike length cannot be compared or indexed together.",
    instead="Say `logicalTypeOptions.dimensions`, and the `embeddingModel` beside it.",
    examples=(
        Example(
            title="a vector of any length",
            new=_OPEN,
            strikes=("orders.embedding",),
        ),
        Example(
            title="a vector of 384 numbers",
            new=_FIXED,
        ),
    ),
    judge=OnElement((Field,), _judge),
    no_mirror="a fault of a text has no opposite",
)
