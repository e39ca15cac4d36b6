"""DC851 server-removed."""

from __future__ import annotations

from collections.abc import Iterator

from bot.core.contract.model import Server
from bot.core.diff.changes import Change, Removed
from bot.core.finding import Bump, Effect, Hit, Plane
from bot.core.rule import Example, OnChange, Pair, Rule


def _judge(change: Change, _pair: Pair) -> Iterator[Hit]:
    match change:
        case Removed(element=Server() as server) if _productive(server):
            yield Hit(message=f"`{change.place.path}` was removed")
        case _:
            return


def _productive(server: Server) -> bool:
    """Tell whether people rely on the server; one that names no environment counts."""
    return (server.environment or "prod").lower() in ("prod", "production", "prd", "live")


_PROD = """\
servers:
- {server: prod, type: snowflake, environment: prod, account: acme, database: sales,
   schema: public, warehouse: small}
"""

_BOTH = """\
servers:
- {server: prod, type: snowflake, environment: prod, account: acme, database: sales,
   schema: public, warehouse: small}
- {server: dev, type: snowflake, environment: dev, account: acme, database: sales_dev,
   schema: public}
"""

_DEV = """\
servers:
- {server: dev, type: snowflake, environment: dev, account: acme, database: sales_dev,
   schema: public}
"""


SERVER_REMOVED = Rule(
    id="DC851",
    name="server-removed",
    plane=Plane.SOURCE,
    effect=Effect.BOTH,
    bump=Bump.MINOR,
    summary="An access point that people rely on was removed.",
    why="Whoever read from it has no access any more.",
    instead="Keep it beside the new one until nobody reads from it.",
    examples=(
        Example(
            title="production goes",
            old=_BOTH,
            new=_DEV,
            strikes=("servers.prod",),
        ),
        Example(
            title="development goes",
            old=_BOTH,
            new=_PROD,
        ),
    ),
    judge=OnChange(("server removed",), _judge),
    mirror="server-added",
)
