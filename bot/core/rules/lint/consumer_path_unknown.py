"""DC037 consumer-path-unknown."""

from __future__ import annotations

from collections.abc import Iterable

from bot.core.contract.model import CustomProperty, Element
from bot.core.contract.node import MapNode, SeqNode
from bot.core.finding import Hit, Plane, Weight
from bot.core.rule import Example, OnElement, Rule, Site


def _judge(element: Element, site: Site) -> Iterable[Hit]:
    if not isinstance(element, CustomProperty) or element.property != "consumers":
        return ()
    if site.object is not None or not isinstance(element.value, SeqNode):
        return ()
    hits = []
    for consumer in element.value:
        uses = consumer.get("uses") if isinstance(consumer, MapNode) else None
        for path in uses if isinstance(uses, SeqNode) else ():
            if isinstance(path, str) and not site.resolver.resolve(path).resolved:
                message = f"a consumer uses `{path}`, which the contract does not have"
                hits.append(Hit(message=message, key="value", after=path))
    return hits


_LOST = """\
schema:
- name: orders
  properties: [{name: amount, logicalType: number}]
customProperties:
- property: consumers
  value: [{id: finance, uses: [orders.total]}]
"""

_THERE = """\
schema:
- name: orders
  properties: [{name: amount, logicalType: number}]
customProperties:
- property: consumers
  value: [{id: finance, uses: [orders.amount]}]
"""


CONSUMER_PATH_UNKNOWN = Rule(
    id="DC037",
    name="consumer-path-unknown",
    plane=Plane.SEMANTIC,
    weight=Weight.ERROR,
    summary="A consumer is said to use an object or a field that the contract does not have.",
    why="The consumer will not be asked when the thing that is really used changes.",
    instead="Correct the path in `uses`: `object.field`, or the object alone for all of it.",
    examples=(
        Example(
            title="`total` instead of `amount`",
            new=_LOST,
            strikes=("customProperties[0]",),
        ),
        Example(
            title="a field that exists",
            new=_THERE,
        ),
    ),
    judge=OnElement((CustomProperty,), _judge),
    no_mirror="a fault of a text has no opposite",
)
