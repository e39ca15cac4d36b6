"""DC001 object-name-repeated."""

from __future__ import annotations

from collections.abc import Iterable

from bot.core.contract.model import Contract, Element, step
from bot.core.finding import Hit, Plane, Weight
from bot.core.repeats import repeats
from bot.core.rule import Example, OnElement, Rule, Site


def _judge(element: Element, site: Site) -> Iterable[Hit]:
    if not isinstance(element, Contract):
        return ()
    return [
        Hit(
            message=f"the object `{again.name}` is there already, in line {first.node.mark[0]}",
            path=step(again.name),
            where=site.place(again),
        )
        for again, first in repeats(element.schema, lambda obj: obj.name)
    ]


_TWICE = """\
schema:
- {name: orders}
- {name: customers}
- {name: orders}
"""

_APART = """\
schema:
- {name: orders}
- {name: customers}
"""


OBJECT_NAME_REPEATED = Rule(
    id="DC001",
    name="object-name-repeated",
    plane=Plane.SEMANTIC,
    weight=Weight.ERROR,
    summary="Two objects of the contract have one name.",
    why=(
        "Nobody can tell which of them a query, a reference or a change means; the second "
        "hides the first."
    ),
    instead="Give each object a name of its own, or make one object of the two.",
    examples=(
        Example(
            title="`orders` is there twice",
            new=_TWICE,
            strikes=("orders",),
        ),
        Example(
            title="each has its name",
            new=_APART,
        ),
    ),
    judge=OnElement((Contract,), _judge),
    no_mirror="a fault of a text has no opposite",
)
