"""DC015 option-without-meaning."""

from __future__ import annotations

from collections.abc import Iterable

from bot.core.contract.model import NO_OPTIONS, Element, Field
from bot.core.finding import Hit, Plane, Weight
from bot.core.rule import Example, OnElement, Rule, Site
from bot.core.wording import listing

_WITHOUT_OPTIONS = frozenset(("boolean", "map"))
"""The types for which ODCS 3.2.0 knows no option, and whose schema lets all of them pass."""


def _judge(element: Element, site: Site) -> Iterable[Hit]:
    if not isinstance(element, Field) or element.options is NO_OPTIONS:
        return ()
    if element.logical_type not in _WITHOUT_OPTIONS:
        return ()
    names = listing(list(element.options.node))
    message = f"`{site.path}`: {names} has no meaning for a {element.logical_type}"
    return (Hit(message=message, key="logicalTypeOptions"),)


_LOST = """\
schema:
- name: orders
  properties:
  - {name: paid, logicalType: boolean, logicalTypeOptions: {format: yes/no}}
"""

_KNOWN = """\
schema:
- name: orders
  properties:
  - {name: paid, logicalType: string, logicalTypeOptions: {maxLength: 3}}
"""


OPTION_WITHOUT_MEANING = Rule(
    id="DC015",
    name="option-without-meaning",
    plane=Plane.SEMANTIC,
    weight=Weight.WARNING,
    summary="A field has `logicalTypeOptions` that its logical type does not know.",
    why="Nobody will check them: the constraint that was meant does not hold.",
    instead="Use an option of the type, or a quality rule for what no option can say.",
    examples=(
        Example(
            title="a boolean has no options",
            new=_LOST,
            strikes=("orders.paid",),
        ),
        Example(
            title="an option of a text",
            new=_KNOWN,
        ),
    ),
    judge=OnElement((Field,), _judge),
    no_mirror="a fault of a text has no opposite",
)
