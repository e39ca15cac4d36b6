"""DC855 server-type-changed."""

from __future__ import annotations

from collections.abc import Iterator

from bot.core.diff.changes import Change, Changed
from bot.core.finding import Bump, Effect, Hit, Plane
from bot.core.rule import Example, OnChange, Pair, Rule

_ALIASES = {"postgresql": "postgres", "btrieve": "zen", "fastobjects": "poet"}


def _judge(change: Change, _pair: Pair) -> Iterator[Hit]:
    match change:
        case Changed(old=str() as old, new=str() as new):
            if (_ALIASES.get(old, old) == _ALIASES.get(new, new)) is False:
                yield Hit(message=f"the server was {old} and is {new}")
        case _:
            return


_PG = """\
servers:
- {server: prod, type: postgres, host: a, database: d, schema: s, port: 5432}
"""

_PGSQL = """\
servers:
- {server: prod, type: postgresql, host: a, database: d, schema: s, port: 5432}
"""

_MYSQL = """\
servers:
- {server: prod, type: mysql, host: a, database: d, port: 5432}
"""


SERVER_TYPE_CHANGED = Rule(
    id="DC855",
    name="server-type-changed",
    plane=Plane.SOURCE,
    effect=Effect.BOTH,
    bump=Bump.MINOR,
    summary="The data are served by another kind of system.",
    why="Drivers, dialect and credentials are others; no query runs as it was.",
    instead="Serve from both until consumers have moved.",
    examples=(
        Example(
            title="another system",
            old=_PG,
            new=_MYSQL,
            strikes=("servers.prod",),
        ),
        Example(
            title="another word for the same",
            old=_PG,
            new=_PGSQL,
        ),
    ),
    judge=OnChange(("server.type",), _judge),
    no_mirror="a change of server is its own opposite",
)
