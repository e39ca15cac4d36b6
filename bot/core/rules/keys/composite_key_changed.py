"""DC605 composite-key-changed."""

from __future__ import annotations

from collections.abc import Iterator

from bot.core.contract.model import Field
from bot.core.diff.changes import Added, Change, Changed, Removed
from bot.core.diff.keys import in_key, keys, told_key
from bot.core.finding import Effect, Hit, Plane
from bot.core.rule import Example, OnChange, Pair, Rule


def _judge(change: Change, _pair: Pair) -> Iterator[Hit]:
    match change:
        case Changed(before=Field() as field, new=new):
            joins = new is True
        case Added(element=Field() as field) | Removed(element=Field() as field) if in_key(field):
            joins = isinstance(change, Added)
        case _:
            return
    before, after = keys(change)
    if before and after:
        told = "joins" if joins else "leaves"
        yield Hit(message=f"`{field.name}` {told} the primary key, which was {told_key(before)}")


_KEY = """\
schema:
- name: orders
  properties:
  - {name: id, logicalType: string, primaryKey: true}
  - {name: line, logicalType: integer}
"""

_TWO = """\
schema:
- name: orders
  properties:
  - {name: id, logicalType: string, primaryKey: true}
  - {name: line, logicalType: integer, primaryKey: true}
"""

_NO_KEY = """\
schema:
- name: orders
  properties:
  - {name: id, logicalType: string}
  - {name: line, logicalType: integer}
"""


COMPOSITE_KEY_CHANGED = Rule(
    id="DC605",
    name="composite-key-changed",
    plane=Plane.WIRE,
    effect=Effect.BOTH,
    summary="The primary key has other columns than it had.",
    why=(
        "The grain of a row changes: what was one row may be several, and joins on the old "
        "key multiply."
    ),
    instead="Publish an object with the new key beside the old one.",
    examples=(
        Example(
            title="`line` joins the key",
            old=_KEY,
            new=_TWO,
            strikes=("orders.line",),
        ),
        Example(
            title="there is no key",
            old=_KEY,
            new=_NO_KEY,
        ),
    ),
    judge=OnChange(
        (
            "field.primaryKey",
            "field added",
            "field removed",
        ),
        _judge,
    ),
    no_mirror="joining and leaving both change the grain",
)
