"""DC605 composite-key-changed."""

from __future__ import annotations

from collections.abc import Iterator

from bot.core.contract.model import Field
from bot.core.diff.changes import Added, Change, Changed, Removed
from bot.core.diff.keys import key_names
from bot.core.finding import Effect, Hit, Plane
from bot.core.rule import Example, OnChange, Pair, Rule


def _judge(change: Change, _pair: Pair) -> Iterator[Hit]:
    before, after = key_names(change.place.owner_before), key_names(change.place.owner_after)
    if not before or before == after:
        return
    match change:
        case Changed(before=Field() as field, new=joins) if len(before | after) > 1:
            told = "joins" if joins else "leaves"
            yield Hit(message=f"`{field.name}` {told} the primary key, which was {_told(before)}")
        case Added(element=Field(primary_key=True) as field):
            yield Hit(message=f"`{field.name}` joins the primary key, which was {_told(before)}")
        case Removed(element=Field(primary_key=True) as field):
            yield Hit(message=f"`{field.name}` leaves the primary key, which was {_told(before)}")
        case _:
            return


def _told(names: frozenset[str]) -> str:
    return ", ".join(f"`{name}`" for name in sorted(names))


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
