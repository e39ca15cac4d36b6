"""DC854 server-environment-changed."""

from __future__ import annotations

from collections.abc import Iterator

from bot.core.diff.changes import Change, Changed
from bot.core.finding import Bump, Effect, Hit, Plane
from bot.core.rule import Example, OnChange, Pair, Rule


def _judge(change: Change, _pair: Pair) -> Iterator[Hit]:
    match change:
        case Changed(old=old, new=new):
            yield Hit(message=f"the environment changed from {old or 'none'} to {new or 'none'}")
        case _:
            return


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

_STAGE = """\
servers:
- {server: prod, type: snowflake, environment: stage, account: acme, database: sales,
   schema: public, warehouse: small}
"""


SERVER_ENVIRONMENT_CHANGED = Rule(
    id="DC854",
    name="server-environment-changed",
    plane=Plane.SOURCE,
    effect=Effect.LOOSENS,
    certain=False,
    bump=Bump.MINOR,
    summary="An access point belongs to another environment.",
    why="What was production may not be any more, and the other way round.",
    instead="Add another server instead.",
    examples=(
        Example(
            title="another environment",
            old=_PROD,
            new=_STAGE,
            strikes=("servers.prod",),
        ),
        Example(
            title="nothing else changes",
            old=_PROD,
            new=_PROD,
        ),
    ),
    judge=OnChange(("server.environment",), _judge),
    no_mirror="a change of server is its own opposite",
)
