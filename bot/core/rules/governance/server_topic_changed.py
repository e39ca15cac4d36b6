"""DC862 server-topic-changed."""

from __future__ import annotations

from collections.abc import Iterator

from bot.core.contract.model import CustomProperty, Server
from bot.core.diff.changes import Change, Changed, Removed
from bot.core.finding import Bump, Effect, Hit, Plane
from bot.core.plain import said
from bot.core.rule import Example, OnChange, Pair, Rule

_ADDRESSES = frozenset(("topic", "topics", "queue", "http_path", "httpPath", "bucket"))


def _judge(change: Change, _pair: Pair) -> Iterator[Hit]:
    if not isinstance(change.place.owner_before, Server):
        return
    match change:
        case Changed(before=CustomProperty(property=name), attribute="value", old=old, new=new):
            told = f"{name} changed from {said(old)} to {said(new)}"
        case Removed(element=CustomProperty(property=name)):
            told = f"{name} was removed"
        case _:
            return
    if name in _ADDRESSES:
        yield Hit(message=told)


_ORDERS = """\
servers:
- {server: prod, type: kafka, host: a, customProperties: [{property: topic, value: orders}]}
"""

_ORDERS_V2 = """\
servers:
- {server: prod, type: kafka, host: a, customProperties: [{property: topic, value: orders-v2}]}
"""

_NOTED = """\
servers:
- {server: prod, type: kafka, host: a, customProperties: [{property: topic, value: orders},
   {property: colour, value: blue}]}
"""


SERVER_TOPIC_CHANGED = Rule(
    id="DC862",
    name="server-topic-changed",
    plane=Plane.SOURCE,
    effect=Effect.BOTH,
    bump=Bump.MINOR,
    summary="The topic, queue or HTTP path of a server changed.",
    why="Clients that subscribe to the old one receive nothing any more.",
    instead="Write to both until consumers have moved.",
    examples=(
        Example(
            title="another topic",
            old=_ORDERS,
            new=_ORDERS_V2,
            strikes=("servers.prod.customProperties.topic",),
        ),
        Example(
            title="another custom property",
            old=_ORDERS,
            new=_NOTED,
        ),
    ),
    judge=OnChange(
        (
            "custom property.value",
            "custom property removed",
        ),
        _judge,
    ),
    no_mirror="a change of server is its own opposite",
)
