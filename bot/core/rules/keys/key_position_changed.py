"""DC607 key-position-changed."""

from __future__ import annotations

from collections.abc import Iterator

from bot.core.contract.model import Field
from bot.core.diff.changes import Change, Changed
from bot.core.diff.keys import keeps_order
from bot.core.finding import Effect, Hit, Plane
from bot.core.rule import Example, OnChange, Pair, Rule


def _judge(change: Change, _pair: Pair) -> Iterator[Hit]:
    match change:
        case Changed(
            before=Field(primary_key=True), after=Field(primary_key=True), old=old, new=new
        ) if not keeps_order(change):
            told = ["none" if position == -1 else position for position in (old, new)]
            yield Hit(
                message=f"position of `{change.place.path}` in the key: {told[0]}, now {told[1]}"
            )
        case _:
            return


_KEY_FIRST = """\
schema:
- name: orders
  properties:
  - {name: id, logicalType: string, primaryKey: true, primaryKeyPosition: 1}
  - {name: line, logicalType: integer, primaryKey: true, primaryKeyPosition: 2}
"""

_KEY_SECOND = """\
schema:
- name: orders
  properties:
  - {name: id, logicalType: string, primaryKey: true, primaryKeyPosition: 2}
  - {name: line, logicalType: integer, primaryKey: true, primaryKeyPosition: 1}
"""

_IN_LIST_ORDER = """\
schema:
- name: orders
  properties:
  - {name: id, logicalType: string, primaryKey: true}
  - {name: line, logicalType: integer, primaryKey: true}
"""

_KEY = """\
schema:
- name: orders
  properties:
  - {name: id, logicalType: string, primaryKey: true}
  - {name: line, logicalType: integer}
"""

_NO_KEY = """\
schema:
- name: orders
  properties:
  - {name: id, logicalType: string}
  - {name: line, logicalType: integer}
"""


KEY_POSITION_CHANGED = Rule(
    id="DC607",
    name="key-position-changed",
    plane=Plane.SOURCE,
    effect=Effect.LOOSENS,
    certain=False,
    summary="The columns of a key stand in another order.",
    why=("Indexes and clustering follow the order; queries on the first column may be slow."),
    instead="Tell consumers who tune their queries.",
    examples=(
        Example(
            title="the columns change places",
            old=_KEY_FIRST,
            new=_KEY_SECOND,
            strikes=(
                "orders.id",
                "orders.line",
            ),
        ),
        Example(
            title="positions that turn the order of the list round",
            old=_IN_LIST_ORDER,
            new=_KEY_SECOND,
            strikes=("orders.id", "orders.line"),
        ),
        Example(
            title="positions that say what the order of the list said",
            old=_IN_LIST_ORDER,
            new=_KEY_FIRST,
        ),
        Example(
            title="there is no key",
            old=_KEY,
            new=_NO_KEY,
        ),
    ),
    judge=OnChange(("field.primaryKeyPosition",), _judge),
    no_mirror="another order is its own opposite",
)
