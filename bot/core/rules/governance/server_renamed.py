"""DC853 server-renamed."""

from __future__ import annotations

from collections.abc import Iterator

from bot.core.diff.changes import Change, Renamed
from bot.core.finding import Bump, Effect, Hit, Plane
from bot.core.rule import Example, OnChange, Pair, Rule


def _judge(change: Change, _pair: Pair) -> Iterator[Hit]:
    match change:
        case Renamed(old_name=old, new_name=new):
            yield Hit(message=f"server `{old}` is now called `{new}`")
        case _:
            return


_PROD = """\
servers:
- {id: s1, server: prod, type: kafka, host: a}
"""

_LIVE = """\
servers:
- {id: s1, server: live, type: kafka, host: a}
"""


SERVER_RENAMED = Rule(
    id="DC853",
    name="server-renamed",
    plane=Plane.SOURCE,
    effect=Effect.LOOSENS,
    certain=False,
    bump=Bump.MINOR,
    summary="An access point has another name.",
    why="Tools select a server by its name.",
    instead="Add it under the new name beside the old one.",
    examples=(
        Example(
            title="`prod` becomes `live`",
            old=_PROD,
            new=_LIVE,
            strikes=("servers.live",),
        ),
        Example(
            title="nothing else changes",
            old=_PROD,
            new=_PROD,
        ),
    ),
    judge=OnChange(("server renamed",), _judge),
    no_mirror="a change of server is its own opposite",
)
