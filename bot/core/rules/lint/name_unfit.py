"""DC008 name-unfit."""

from __future__ import annotations

from collections.abc import Iterable

from bot.core.contract.model import Contract, Element, Field, SchemaObject, Server
from bot.core.finding import Hit, Plane, Weight
from bot.core.rule import Example, OnElement, Rule, Site
from bot.core.text import visible


def _judge(element: Element, _site: Site) -> Iterable[Hit]:
    match element:
        case Field() | SchemaObject():
            name, key = element.name, "name"
        case Contract():
            name, key = element.id, "id"
        case Server():
            name, key = element.server, "server"
        case _:
            return ()
    if name.isidentifier() or key not in element.node:
        return ()
    if not name.strip():
        fault = f"the {key} is blank"
    elif name != name.strip():
        fault = f"the {key} `{name.strip()}` has blanks around it"
    elif not name.isprintable():
        fault = f"the {key} `{visible(name)}` has characters that cannot be seen"
    else:
        return ()
    return (Hit(message=fault, key=key),)


_BLANK = """\
schema:
- name: orders
  properties:
  - {name: "amount ", logicalType: number}
"""

_PLAIN = """\
schema:
- name: orders
  properties:
  - {name: amount, logicalType: number}
"""


NAME_UNFIT = Rule(
    id="DC008",
    name="name-unfit",
    plane=Plane.SEMANTIC,
    weight=Weight.ERROR,
    summary=(
        "A name, or the id of the contract, is blank, or has blanks around it or characters "
        "that nobody sees."
    ),
    why="It looks like another name and is none: references, queries and approvals miss it.",
    instead="Write the name anew, with characters that can be seen.",
    examples=(
        Example(
            title="a blank at the end",
            new=_BLANK,
            strikes=("orders.amount ",),
        ),
        Example(
            title="a plain name",
            new=_PLAIN,
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
