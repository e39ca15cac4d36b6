"""DC318 physical-type-withdrawn."""

from __future__ import annotations

from collections.abc import Iterator

from bot.core.diff.changes import Change, Changed
from bot.core.finding import Effect, Hit, Plane
from bot.core.rule import Example, OnChange, Pair, Rule


def _judge(change: Change, _pair: Pair) -> Iterator[Hit]:
    match change:
        case Changed(old=str() as old, new=None):
            yield Hit(message=f"`{change.place.path}` was {old} and no longer says so")
        case _:
            return


_BARE = """\
servers:
- {server: prod, type: postgres, host: db, port: 5432, database: sales, schema: public}
schema:
- name: orders
  properties:
  - {name: amount, description: Amount}
"""

_INT = """\
servers:
- {server: prod, type: postgres, host: db, port: 5432, database: sales, schema: public}
schema:
- name: orders
  properties:
  - {name: amount, physicalType: 'int'}
"""


PHYSICAL_TYPE_WITHDRAWN = Rule(
    id="DC318",
    name="physical-type-withdrawn",
    plane=Plane.WIRE,
    effect=Effect.LOOSENS,
    certain=False,
    summary="A column no longer says its physical type.",
    why="A consumer that sized its tables by it has nothing to go by.",
    instead="Keep the physical type.",
    examples=(
        Example(
            title="`int` is withdrawn",
            old=_INT,
            new=_BARE,
            strikes=("orders.amount",),
        ),
        Example(
            title="it is declared",
            old=_BARE,
            new=_INT,
        ),
    ),
    judge=OnChange(("field.physicalType",), _judge),
    mirror="physical-type-declared",
)
