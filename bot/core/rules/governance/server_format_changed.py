"""DC860 server-format-changed."""

from __future__ import annotations

from collections.abc import Iterator

from bot.core.contract.model import Server
from bot.core.diff.changes import Change, Changed
from bot.core.diff.connection import connection_changes, has_variable, told_change
from bot.core.finding import Bump, Effect, Hit, Plane
from bot.core.rule import Example, OnChange, Pair, Rule

_KEYS = frozenset(("format", "delimiter", "encoding"))


def _judge(change: Change, _pair: Pair) -> Iterator[Hit]:
    match change:
        case Changed(before=Server() as before, after=Server() as after):
            for key, old, new in connection_changes(before, after):
                if key in _KEYS and not has_variable(old, new):
                    yield Hit(
                        message=told_change(key, old, new),
                        path=f"{change.place.path}.{key}",
                        before=old,
                        after=new,
                    )
        case _:
            return


_JSON = """\
servers:
- {server: files, type: local, path: ./d, format: json}
"""

_CSV = """\
servers:
- {server: files, type: local, path: ./d, format: csv}
"""

_MOVED = """\
servers:
- {server: files, type: local, path: ./e, format: json}
"""


SERVER_FORMAT_CHANGED = Rule(
    id="DC860",
    name="server-format-changed",
    plane=Plane.SOURCE,
    effect=Effect.BOTH,
    bump=Bump.MINOR,
    summary="Files or messages are written in another format or encoding.",
    why="Parsers fail, or read wrong characters without failing.",
    instead="Write both formats until consumers have moved.",
    examples=(
        Example(
            title="JSON becomes CSV",
            old=_JSON,
            new=_CSV,
            strikes=("servers.files.format",),
        ),
        Example(
            title="another path",
            old=_JSON,
            new=_MOVED,
        ),
    ),
    judge=OnChange(("server.connection",), _judge),
    no_mirror="a change of server is its own opposite",
)
