"""DC609 uniqueness-respelled."""

from __future__ import annotations

from collections.abc import Iterator

from bot.core.diff.changes import Change, Changed
from bot.core.diff.keys import is_key_alone, is_key_respelled
from bot.core.finding import Bump, Effect, Hit, Plane
from bot.core.rule import Example, OnChange, Pair, Rule


def _judge(change: Change, _pair: Pair) -> Iterator[Hit]:
    match change:
        case Changed(attribute="primaryKey"):
            if is_key_respelled(change):
                told = "unique and never null, as the primary key and without"
                yield Hit(message=f"`{change.place.path}` is {told}")
        case Changed(new=bool() as new) if is_key_alone(change, old=new):
            told = "is the primary key, so no value stands twice in any case"
            yield Hit(message=f"`{change.place.path}` {told}")
        case _:
            return


_KEYED = """\
schema:
- name: orders
  properties:
  - {name: id, logicalType: string, primaryKey: true}
"""

_KEYED_AND_UNIQUE = """\
schema:
- name: orders
  properties:
  - {name: id, logicalType: string, primaryKey: true, unique: true}
"""

_UNIQUE_AND_REQUIRED = """\
schema:
- name: orders
  properties:
  - {name: id, logicalType: string, required: true, unique: true}
"""

_TWO = """\
schema:
- name: orders
  properties:
  - {name: id, logicalType: string, primaryKey: true}
  - {name: line, logicalType: integer, primaryKey: true}
"""

_TWO_AND_UNIQUE = """\
schema:
- name: orders
  properties:
  - {name: id, logicalType: string, primaryKey: true, unique: true}
  - {name: line, logicalType: integer, primaryKey: true}
"""


UNIQUENESS_RESPELLED = Rule(
    id="DC609",
    name="uniqueness-respelled",
    plane=Plane.WIRE,
    effect=Effect.NONE,
    bump=Bump.PATCH,
    summary="The only field of the primary key says in another way that it is unique.",
    why="A primary key of one field is unique, and what is unique and required is like a key.",
    instead="Nothing to do.",
    examples=(
        Example(
            title="the key is unique as well",
            old=_KEYED,
            new=_KEYED_AND_UNIQUE,
            strikes=("orders.id",),
        ),
        Example(
            title="it is unique and required instead",
            old=_KEYED,
            new=_UNIQUE_AND_REQUIRED,
            strikes=("orders.id", "orders.id"),
        ),
        Example(
            title="one of two fields of the key becomes unique alone",
            old=_TWO,
            new=_TWO_AND_UNIQUE,
        ),
    ),
    judge=OnChange(("field.unique", "field.primaryKey"), _judge),
    no_mirror="saying and no longer saying are one rule",
)
