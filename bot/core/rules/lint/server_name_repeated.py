"""DC006 server-name-repeated."""

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
            message=f"the server `{again.server}` is there already, in line {first.node.mark[0]}",
            path=f"servers.{step(again.server)}",
            where=site.place(again, "server"),
        )
        for again, first in repeats(element.servers, lambda server: server.server)
    ]


_TWICE = """\
servers:
- {server: prod, type: s3, location: s3://a/b}
- {server: prod, type: s3, location: s3://c/d}
"""

_APART = """\
servers:
- {server: prod, type: s3, location: s3://a/b}
- {server: test, type: s3, location: s3://c/d}
"""


SERVER_NAME_REPEATED = Rule(
    id="DC006",
    name="server-name-repeated",
    plane=Plane.SEMANTIC,
    weight=Weight.ERROR,
    summary="Two servers have one name.",
    why="Tools pick a server by its name: which of the two they reach is left to chance.",
    instead="Give each server a name of its own.",
    examples=(
        Example(
            title="`prod` is there twice",
            new=_TWICE,
            strikes=("servers.prod",),
        ),
        Example(
            title="each has its name",
            new=_APART,
        ),
    ),
    judge=OnElement((Contract,), _judge),
    no_mirror="a fault of a text has no opposite",
)
