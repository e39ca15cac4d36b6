"""DC316 physical-type-incomparable."""

from __future__ import annotations

from collections.abc import Iterator

from bot.core.contract.model import Field
from bot.core.diff.changes import Change, Changed
from bot.core.diff.formats import compare_number_formats
from bot.core.finding import Effect, Hit, Plane
from bot.core.relation import Relation
from bot.core.rule import Example, OnChange, Pair, Rule
from bot.core.types.logical import retyped
from bot.core.types.physical import compare_physical


def _judge(change: Change, pair: Pair) -> Iterator[Hit]:
    match change:
        case Changed(
            before=Field() as before, after=Field() as after, old=str() as old, new=str() as new
        ) if not (change.place.is_map_key or retyped(before.logical_type, after.logical_type)):
            told = compare_physical(old, new, pair.dialect, pair.old_dialect)
            if told.relation is Relation.UNKNOWN:
                yield Hit(message=f"`{change.place.path}` was {old} and is {new}: {told.reason}")
        case Changed(before=Field() as before, after=Field() as after, old=old):
            width = compare_number_formats(before, after, pair.old_dialect, pair.dialect)
            expected = Relation.NARROWER if old is None else Relation.WIDER
            if (
                not before.options.format
                and not after.options.format
                and (width not in (None, Relation.SAME, expected))
            ):
                yield Hit(
                    message=f"`{change.place.path}` has no format, and without a physical type "
                    "the standard means 32 bits"
                )
        case _:
            return


_TEXT = """\
servers:
- {server: prod, type: postgres, host: db, port: 5432, database: sales, schema: public}
schema:
- name: orders
  properties:
  - {name: amount, physicalType: 'text'}
"""

_OWN = """\
servers:
- {server: prod, type: postgres, host: db, port: 5432, database: sales, schema: public}
schema:
- name: orders
  properties:
  - {name: amount, physicalType: 'money_eur'}
"""

_LONG = """\
servers:
- {server: prod, type: postgres, host: db, port: 5432, database: sales, schema: public}
schema:
- name: orders
  properties:
  - {name: amount, physicalType: 'varchar(50)'}
"""

_WIDE = """\
servers:
- {server: prod, type: postgres, host: db, port: 5432, database: sales, schema: public}
schema:
- name: orders
  properties:
  - {name: amount, logicalType: integer, physicalType: bigint}
"""

_BARE = """\
servers:
- {server: prod, type: postgres, host: db, port: 5432, database: sales, schema: public}
schema:
- name: orders
  properties:
  - {name: amount, logicalType: integer}
"""


PHYSICAL_TYPE_INCOMPARABLE = Rule(
    id="DC316",
    name="physical-type-incomparable",
    plane=Plane.WIRE,
    effect=Effect.UNDETERMINED,
    summary="Two physical types cannot be compared with what the contract says.",
    why=(
        "The type is unknown to the dialect, or no server says which dialect it is, or only the "
        "type that comes or goes says how wide an integer is."
    ),
    instead=(
        "Declare the server whose dialect the type belongs to, or say in the pull request how "
        "the two relate."
    ),
    examples=(
        Example(
            title="a type of one’s own",
            old=_TEXT,
            new=_OWN,
            strikes=("orders.amount",),
        ),
        Example(
            title="how wide the integer is, only its physical type says",
            old=_WIDE,
            new=_BARE,
            strikes=("orders.amount",),
        ),
        Example(
            title="a known type",
            old=_TEXT,
            new=_LONG,
        ),
    ),
    judge=OnChange(("field.physicalType",), _judge),
    no_mirror="what cannot be compared has no opposite",
)
