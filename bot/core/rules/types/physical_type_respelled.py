"""DC315 physical-type-respelled."""

from __future__ import annotations

from collections.abc import Iterator

from bot.core.contract.model import Field
from bot.core.diff.changes import Change, Changed
from bot.core.finding import Bump, Effect, Hit, Plane
from bot.core.relation import Relation
from bot.core.rule import Example, OnChange, Pair, Rule
from bot.core.types.comparison import Aspect
from bot.core.types.logical import retyped
from bot.core.types.physical import compare_physical


def _judge(change: Change, pair: Pair) -> Iterator[Hit]:
    match change:
        case Changed(
            before=Field() as before, after=Field() as after, old=str() as old, new=str() as new
        ) if not retyped(before.logical_type, after.logical_type):
            told = compare_physical(old, new, pair.dialect, pair.old_dialect)
            if told.relation is Relation.SAME and told.aspect is not Aspect.EXTENDED:
                yield Hit(message=f"`{change.place.path}` is still {new}: {told.reason}")
        case _:
            return


_SHORT = """\
servers:
- {server: prod, type: postgres, host: db, port: 5432, database: sales, schema: public}
schema:
- name: orders
  properties:
  - {name: amount, physicalType: 'varchar(20)'}
"""

_SHORT_UPPER = """\
servers:
- {server: prod, type: postgres, host: db, port: 5432, database: sales, schema: public}
schema:
- name: orders
  properties:
  - {name: amount, physicalType: 'VARCHAR(20)'}
"""

_LONG = """\
servers:
- {server: prod, type: postgres, host: db, port: 5432, database: sales, schema: public}
schema:
- name: orders
  properties:
  - {name: amount, physicalType: 'varchar(50)'}
"""


_RECORD = """\
servers:
- {server: prod, type: databricks, host: h, catalog: c, schema: s}
schema:
- name: orders
  properties:
  - {name: amount, physicalType: 'struct<net: int>'}
"""

_LONGER_RECORD = """\
servers:
- {server: prod, type: databricks, host: h, catalog: c, schema: s}
schema:
- name: orders
  properties:
  - {name: amount, physicalType: 'struct<net: int, currency: string>'}
"""


PHYSICAL_TYPE_RESPELLED = Rule(
    id="DC315",
    name="physical-type-respelled",
    plane=Plane.WIRE,
    effect=Effect.NONE,
    bump=Bump.PATCH,
    summary="A physical type is spelled in another way.",
    why="The engine knows both words for one type.",
    instead="Nothing to do.",
    examples=(
        Example(
            title="`varchar(20)` becomes `VARCHAR(20)`",
            old=_SHORT,
            new=_SHORT_UPPER,
            strikes=("orders.amount",),
        ),
        Example(
            title="another length",
            old=_SHORT,
            new=_LONG,
        ),
        Example(
            title="one more field in a struct",
            old=_RECORD,
            new=_LONGER_RECORD,
        ),
    ),
    judge=OnChange(("field.physicalType",), _judge),
    no_mirror="respelling is its own opposite",
)
