"""DC863 server-connection-respelled."""

from __future__ import annotations

from collections.abc import Iterator

from bot.core.contract.model import Server
from bot.core.diff.changes import Change, Changed
from bot.core.diff.connection import connection_changes
from bot.core.finding import Bump, Effect, Hit, Plane
from bot.core.rule import Example, OnChange, Pair, Rule


def _judge(change: Change, _pair: Pair) -> Iterator[Hit]:
    match change:
        case Changed(before=Server() as before, after=Server() as after):
            if not any(connection_changes(before, after)):
                yield Hit(
                    message=f"`{change.place.path}` is still reached in the same way",
                    before=dict(before.connection),
                    after=dict(after.connection),
                )
        case _:
            return


_FIXED = """\
servers:
- {server: prod, type: kafka, host: a.example.com}
"""

_DEFAULT = """\
servers:
- {server: prod, type: kafka, host: "${KAFKA_HOST:-a.example.com}"}
"""

_OTHER = """\
servers:
- {server: prod, type: kafka, host: b.example.com}
"""


SERVER_CONNECTION_RESPELLED = Rule(
    id="DC863",
    name="server-connection-respelled",
    plane=Plane.SOURCE,
    effect=Effect.NONE,
    bump=Bump.PATCH,
    summary="The way to a server is written in another way.",
    why="A variable with a default stands for it, and a default may be written out.",
    instead="Nothing to do.",
    examples=(
        Example(
            title="a name becomes the default of a variable",
            old=_FIXED,
            new=_DEFAULT,
            strikes=("servers.prod",),
        ),
        Example(
            title="another name",
            old=_FIXED,
            new=_OTHER,
        ),
    ),
    judge=OnChange(("server.connection",), _judge),
    no_mirror="respelling is its own opposite",
)
