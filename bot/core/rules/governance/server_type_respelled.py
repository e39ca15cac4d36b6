"""DC856 server-type-respelled."""

from __future__ import annotations

from collections.abc import Iterator

from bot.core.diff.changes import Change, Changed
from bot.core.finding import Bump, Effect, Hit, Plane
from bot.core.rule import Example, OnChange, Pair, Rule

_ALIASES = {"postgresql": "postgres", "btrieve": "zen", "fastobjects": "poet"}


def _judge(change: Change, _pair: Pair) -> Iterator[Hit]:
    match change:
        case Changed(old=str() as old, new=str() as new):
            if (_ALIASES.get(old, old) == _ALIASES.get(new, new)) is True:
                yield Hit(message=f"{old} and {new} are one")
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


SERVER_TYPE_RESPELLED = Rule(
    id="DC856",
    name="server-type-respelled",
    plane=Plane.SOURCE,
    effect=Effect.NONE,
    bump=Bump.PATCH,
    summary="The kind of system is spelled in another way.",
    why="Nothing changes.",
    instead="Nothing to do.",
    examples=(
        Example(
            title="another word for the same",
            old=_PG,
            new=_PGSQL,
            strikes=("servers.prod",),
        ),
        Example(
            title="another system",
            old=_PG,
            new=_MYSQL,
        ),
    ),
    judge=OnChange(("server.type",), _judge),
    no_mirror="a change of server is its own opposite",
)
