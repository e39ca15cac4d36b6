"""DC317 physical-type-declared."""

from __future__ import annotations

from collections.abc import Iterator

from bot.core.diff.changes import Change, Changed
from bot.core.finding import Bump, Effect, Hit, Plane
from bot.core.rule import Example, OnChange, Pair, Rule


def _judge(change: Change, _pair: Pair) -> Iterator[Hit]:
    match change:
        case Changed(old=None, new=str() as new):
            yield Hit(message=f"`{change.place.path}` is declared {new}; before it was not")
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


PHYSICAL_TYPE_DECLARED = Rule(
    id="DC317",
    name="physical-type-declared",
    plane=Plane.WIRE,
    effect=Effect.TIGHTENS,
    certain=False,
    bump=Bump.PATCH,
    summary="A column that did not say its physical type now does.",
    why="Rows written before may not fit; the old contract does not say.",
    instead="Nothing to do if this is the type that the column always had.",
    examples=(
        Example(
            title="`int` is declared",
            old=_BARE,
            new=_INT,
            strikes=("orders.amount",),
        ),
        Example(
            title="it is withdrawn",
            old=_INT,
            new=_BARE,
        ),
    ),
    judge=OnChange(("field.physicalType",), _judge),
    mirror="physical-type-withdrawn",
)
