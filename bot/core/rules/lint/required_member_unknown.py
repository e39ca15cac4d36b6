"""DC017 required-member-unknown."""

from __future__ import annotations

from collections.abc import Iterable

from bot.core.contract.model import Element, Field
from bot.core.finding import Hit, Plane, Weight
from bot.core.rule import Example, OnElement, Rule, Site
from bot.core.wording import listing


def _judge(element: Element, site: Site) -> Iterable[Hit]:
    if not isinstance(element, Field) or not element.options.required or not element.properties:
        return ()
    names = {field.name for field in element.properties}
    lost = [name for name in element.options.required if name not in names]
    if not lost:
        return ()
    message = f"`{site.path}` requires {listing(lost)}, which it does not have"
    return (Hit(message=message, where=site.place(element.options, "required")),)


_LOST = """\
schema:
- name: orders
  properties:
  - name: customer
    logicalType: object
    logicalTypeOptions: {required: [mail]}
    properties: [{name: email, logicalType: string}]
"""

_KNOWN = """\
schema:
- name: orders
  properties:
  - name: customer
    logicalType: object
    logicalTypeOptions: {required: [email]}
    properties: [{name: email, logicalType: string}]
"""


REQUIRED_MEMBER_UNKNOWN = Rule(
    id="DC017",
    name="required-member-unknown",
    plane=Plane.SEMANTIC,
    weight=Weight.ERROR,
    summary="An object requires a member that is not one of its fields.",
    why="No value can satisfy it: writers may only write the fields that there are.",
    instead=(
        "List the member among `properties`, or take it out of `logicalTypeOptions.required`."
    ),
    examples=(
        Example(
            title="`mail` instead of `email`",
            new=_LOST,
            strikes=("orders.customer",),
        ),
        Example(
            title="a field that exists",
            new=_KNOWN,
        ),
    ),
    judge=OnElement((Field,), _judge),
    no_mirror="a fault of a text has no opposite",
)
