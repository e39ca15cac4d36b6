"""DC861 server-variable-changed."""

from __future__ import annotations

from collections.abc import Iterator

from bot.core.contract.model import Server
from bot.core.diff.changes import Change, Changed
from bot.core.diff.connection import connection_changes, has_variable, told_change
from bot.core.finding import Bump, Effect, Hit, Plane
from bot.core.rule import Example, OnChange, Pair, Rule


def _judge(change: Change, _pair: Pair) -> Iterator[Hit]:
    match change:
        case Changed(before=Server() as before, after=Server() as after):
            for key, old, new in connection_changes(before, after):
                if has_variable(old, new):
                    yield Hit(
                        message=f"{told_change(key, old, new)}; a variable’s value is not known",
                        path=f"{change.place.path}.{key}",
                        before=old,
                        after=new,
                    )
        case _:
            return


_FIXED = """\
servers:
- {server: prod, type: kafka, host: a.example.com}
"""

_VARIABLE = """\
servers:
- {server: prod, type: kafka, host: "${KAFKA_HOST}"}
"""

_OTHER = """\
servers:
- {server: prod, type: kafka, host: b.example.com}
"""


SERVER_VARIABLE_CHANGED = Rule(
    id="DC861",
    name="server-variable-changed",
    plane=Plane.SOURCE,
    effect=Effect.UNDETERMINED,
    bump=Bump.MINOR,
    summary="A part of the address is or was a variable.",
    why=("What it stands for is not in the contract, so nobody can tell whether it changed."),
    instead=("Give the variable a default, `${NAME:-value}`, so that both sides can be compared."),
    examples=(
        Example(
            title="a name becomes a variable",
            old=_FIXED,
            new=_VARIABLE,
            strikes=("servers.prod.host",),
        ),
        Example(
            title="another name",
            old=_FIXED,
            new=_OTHER,
        ),
    ),
    judge=OnChange(("server.connection",), _judge),
    no_mirror="a change of server is its own opposite",
)
