"""DC055 server-without-address."""

from __future__ import annotations

from collections.abc import Iterable

from bot.core.contract.model import Element, Server
from bot.core.finding import Hit, Plane, Weight
from bot.core.rule import Example, OnElement, Rule, Site


def _judge(element: Element, _site: Site) -> Iterable[Hit]:
    if not isinstance(element, Server) or element.connection or element.custom_properties:
        return ()
    return (Hit(message=f"the server `{element.server}` does not say where it is"),)


_BARE = """\
servers:
- {server: prod, type: custom}
"""

_PLACED = """\
servers:
- {server: prod, type: custom, host: feeds.sales.example, port: 443}
"""


SERVER_WITHOUT_ADDRESS = Rule(
    id="DC055",
    name="server-without-address",
    plane=Plane.SEMANTIC,
    weight=Weight.WARNING,
    summary="A server does not say where it is.",
    why="Nobody can reach the data by the contract alone.",
    instead="Add what reaches it: host, location, database, topic or stream.",
    examples=(
        Example(
            title="a name and a type",
            new=_BARE,
            strikes=("servers.prod",),
        ),
        Example(
            title="a host",
            new=_PLACED,
        ),
    ),
    judge=OnElement((Server,), _judge),
    no_mirror="a fault of a text has no opposite",
)
