"""DC858 server-connection-changed."""

from __future__ import annotations

from collections.abc import Iterator

from bot.core.contract.model import Server
from bot.core.diff.changes import Change, Changed
from bot.core.diff.connection import connection_changes, has_variable, told_change
from bot.core.finding import Bump, Effect, Hit, Plane
from bot.core.rule import Example, OnChange, Pair, Rule

_KEYS = frozenset(("host", "port", "account", "region", "regionName", "endpointUrl", "catalogUrl"))


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


SERVER_CONNECTION_CHANGED = Rule(
    id="DC858",
    name="server-connection-changed",
    plane=Plane.SOURCE,
    effect=Effect.LOOSENS,
    bump=Bump.MINOR,
    summary="The data are reached in another way.",
    why="Clients that are not reconfigured no longer connect.",
    instead="Keep the old way open until consumers have moved.",
    examples=(
        Example(
            title="another account",
            old=_PROD,
            new=_OTHER_ACCOUNT,
            strikes=("servers.prod.account",),
        ),
        Example(
            title="another database",
            old=_PROD,
            new=_OTHER_DATABASE,
        ),
    ),
    judge=OnChange(("server.connection",), _judge),
    no_mirror="a change of server is its own opposite",
)
