"""DC215 object-kind-declared."""

from __future__ import annotations

from collections.abc import Iterator

from bot.core.diff.changes import Change, Changed
from bot.core.finding import Bump, Effect, Hit, Plane
from bot.core.rule import Example, OnChange, Pair, Rule


def _judge(change: Change, _pair: Pair) -> Iterator[Hit]:
    match change:
        case Changed(old=str() as old, new=str() as new):
            if old.strip().lower() == new.strip().lower():
                yield Hit(message=f"`{change.place.path}` is still a {new}")
        case Changed(new=str() as new):
            yield Hit(message=f"`{change.place.path}` is declared to be a {new}")
        case Changed(old=old):
            yield Hit(message=f"`{change.place.path}` no longer says that it is a {old}")
        case _:
            return


_BARE = """\
schema:
- name: orders
  properties:
  - {name: id, logicalType: string}
"""

_TABLE = """\
schema:
- name: orders
  physicalType: table
  properties:
  - {name: id, logicalType: string}
"""

_TOPIC = """\
schema:
- name: orders
  physicalType: topic
  properties:
  - {name: id, logicalType: string}
"""


OBJECT_KIND_DECLARED = Rule(
    id="DC215",
    name="object-kind-declared",
    plane=Plane.SOURCE,
    effect=Effect.NONE,
    bump=Bump.PATCH,
    summary="The kind of an object was declared, withdrawn or spelled in another way.",
    why="Nothing changes in what the data are.",
    instead="Nothing to do.",
    examples=(
        Example(
            title="the kind is declared",
            old=_BARE,
            new=_TABLE,
            strikes=("orders",),
        ),
        Example(
            title="a table becomes a topic",
            old=_TABLE,
            new=_TOPIC,
        ),
    ),
    judge=OnChange(
        (
            "object.physicalType",
            "object.logicalType",
        ),
        _judge,
    ),
    no_mirror="declaring and withdrawing are one rule",
)
