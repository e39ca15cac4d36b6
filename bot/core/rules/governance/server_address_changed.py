"""DC857 server-address-changed."""

from __future__ import annotations

from collections.abc import Iterator

from bot.core.contract.model import Server
from bot.core.diff.changes import Change, Changed
from bot.core.diff.connection import connection_changes, has_variable, told_change
from bot.core.finding import Bump, Effect, Hit, Plane
from bot.core.rule import Example, OnChange, Pair, Rule

_KEYS = frozenset(
    (
        "location",
        "path",
        "database",
        "schema",
        "catalog",
        "project",
        "dataset",
        "serviceName",
        "namespace",
        "topic",
        "stream",
    )
)


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


_PROD = """\
servers:
- {server: prod, type: snowflake, environment: prod, account: acme, database: sales,
   schema: public, warehouse: small}
"""

_OTHER_DATABASE = """\
servers:
- {server: prod, type: snowflake, environment: prod, account: acme, database: shop,
   schema: public, warehouse: small}
"""

_OTHER_ACCOUNT = """\
servers:
- {server: prod, type: snowflake, environment: prod, account: umbrella, database: sales,
   schema: public, warehouse: small}
"""

_LARGER = """\
servers:
- {server: prod, type: snowflake, environment: prod, account: acme, database: sales,
   schema: public, warehouse: large}
"""


SERVER_ADDRESS_CHANGED = Rule(
    id="DC857",
    name="server-address-changed",
    plane=Plane.SOURCE,
    effect=Effect.BOTH,
    bump=Bump.MINOR,
    summary="The data are in another place.",
    why="Readers look where nothing is, or where old data stay.",
    instead="Serve from both places until consumers have moved.",
    examples=(
        Example(
            title="another database",
            old=_PROD,
            new=_OTHER_DATABASE,
            strikes=("servers.prod.database",),
        ),
        Example(
            title="a larger warehouse",
            old=_PROD,
            new=_LARGER,
        ),
    ),
    judge=OnChange(("server.connection",), _judge),
    no_mirror="a change of server is its own opposite",
)
