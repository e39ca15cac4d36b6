"""DC319 physical-type-extended."""

from __future__ import annotations

from collections.abc import Iterator

from bot.core.diff.changes import Change, Changed
from bot.core.diff.columns import compared_columns
from bot.core.finding import Bump, Effect, Hit, Plane
from bot.core.rule import Example, OnChange, Pair, Rule
from bot.core.types.comparison import Aspect


def _judge(change: Change, pair: Pair) -> Iterator[Hit]:
    told = compared_columns(change, pair.dialect, pair.old_dialect)
    if isinstance(change, Changed) and told is not None and told.aspect is Aspect.EXTENDED:
        yield Hit(message=f"`{change.place.path}` is {change.new} now: {told.reason}")


_NET = """\
servers:
- {server: prod, type: databricks, host: h, catalog: c, schema: s}
schema:
- name: orders
  properties:
  - {name: amount, physicalType: 'struct<net: int>'}
"""

_NET_AND_CURRENCY = """\
servers:
- {server: prod, type: databricks, host: h, catalog: c, schema: s}
schema:
- name: orders
  properties:
  - {name: amount, physicalType: 'struct<net: int, currency: string>'}
"""

_LISTED = """\
servers:
- {server: prod, type: databricks, host: h, catalog: c, schema: s}
schema:
- name: orders
  properties:
  - {name: amount, physicalType: 'array<struct<net: int>>'}
"""

_LISTED_AND_CURRENCY = """\
servers:
- {server: prod, type: databricks, host: h, catalog: c, schema: s}
schema:
- name: orders
  properties:
  - {name: amount, physicalType: 'array<struct<net: int, currency: string>>'}
"""


PHYSICAL_TYPE_EXTENDED = Rule(
    id="DC319",
    name="physical-type-extended",
    plane=Plane.WIRE,
    effect=Effect.NONE,
    bump=Bump.MINOR,
    summary="A record in a physical type has one more field, which may be null.",
    why="Readers by name ignore it; rows written before it existed read as null there.",
    instead="Nothing to do: an optional field is a minor version.",
    examples=(
        Example(
            title="a struct gets a currency",
            old=_NET,
            new=_NET_AND_CURRENCY,
            strikes=("orders.amount",),
        ),
        Example(
            title="the structs in a list get a currency",
            old=_LISTED,
            new=_LISTED_AND_CURRENCY,
            strikes=("orders.amount",),
        ),
        Example(title="the currency goes again", old=_NET_AND_CURRENCY, new=_NET),
    ),
    judge=OnChange(("field.physicalType",), _judge),
    no_mirror="a field that goes breaks readers that select it: physical-type-widened says so",
)
