"""DC210 id-added."""

from __future__ import annotations

from collections.abc import Iterator

from bot.core.diff.changes import Change, Changed
from bot.core.finding import Bump, Effect, Hit, Plane
from bot.core.rule import Example, OnChange, Pair, Rule


def _judge(change: Change, _pair: Pair) -> Iterator[Hit]:
    match change:
        case Changed(old=None, new=str() as new):
            yield Hit(message=f"`{change.place.path}` got the id `{new}`")
        case _:
            return


_BARE = """\
schema:
- name: orders
  properties:
  - {name: id, logicalType: string}
  - {name: amount, logicalType: number}
"""

_WITH_ID = """\
schema:
- name: orders
  properties:
  - {name: id, logicalType: string}
  - {id: amount_id, name: amount, logicalType: number}
"""


ID_ADDED = Rule(
    id="DC210",
    name="id-added",
    plane=Plane.SOURCE,
    effect=Effect.NONE,
    bump=Bump.PATCH,
    summary="An object or a field got a stable id.",
    why="Nothing breaks, and renames can be told from now on.",
    instead="Nothing to do: ids are a good habit.",
    examples=(
        Example(
            title="`amount` gets an id",
            old=_BARE,
            new=_WITH_ID,
            strikes=("orders.amount",),
        ),
        Example(
            title="the id is removed",
            old=_WITH_ID,
            new=_BARE,
        ),
    ),
    judge=OnChange(
        (
            "object.id",
            "field.id",
        ),
        _judge,
    ),
    mirror="field-id-changed",
)
