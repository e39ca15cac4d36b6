"""DC850 server-added."""

from __future__ import annotations

from collections.abc import Iterator

from bot.core.diff.changes import Change
from bot.core.finding import Bump, Effect, Hit, Plane
from bot.core.rule import Example, OnChange, Pair, Rule


def _judge(change: Change, _pair: Pair) -> Iterator[Hit]:
    yield Hit(message=f"`{change.place.path}` was added")


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


SERVER_ADDED = Rule(
    id="DC850",
    name="server-added",
    plane=Plane.SOURCE,
    effect=Effect.NONE,
    bump=Bump.MINOR,
    summary="An access point was added.",
    why="Nobody reads from it yet.",
    instead="Nothing to do.",
    examples=(
        Example(
            title="`dev` is new",
            old=_PROD,
            new=_BOTH,
            strikes=("servers.dev",),
        ),
        Example(
            title="it goes",
            old=_BOTH,
            new=_PROD,
        ),
    ),
    judge=OnChange(("server added",), _judge),
    mirror="server-removed",
)
