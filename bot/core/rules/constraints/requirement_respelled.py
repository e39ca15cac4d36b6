"""DC409 requirement-respelled."""

from __future__ import annotations

from collections.abc import Iterator

from bot.core.contract.model import Field
from bot.core.diff.changes import Change, Changed
from bot.core.finding import Bump, Effect, Hit, Plane
from bot.core.rule import Example, OnChange, Pair, Rule


def _judge(change: Change, _pair: Pair) -> Iterator[Hit]:
    match change:
        case (
            Changed(before=Field(primary_key=True), new=True)
            | Changed(after=Field(primary_key=True), new=False)
        ):
            told = "is in the primary key, so it may not be null in any case"
            yield Hit(message=f"`{change.place.path}` {told}")
        case _:
            return


_KEYED = """\
schema:
- name: orders
  properties:
  - {name: id, logicalType: string, primaryKey: true}
"""

_KEYED_AND_REQUIRED = """\
schema:
- name: orders
  properties:
  - {name: id, logicalType: string, primaryKey: true, required: true}
"""

_OPTIONAL = """\
schema:
- name: orders
  properties:
  - {name: id, logicalType: string}
"""

_REQUIRED = """\
schema:
- name: orders
  properties:
  - {name: id, logicalType: string, required: true}
"""


REQUIREMENT_RESPELLED = Rule(
    id="DC409",
    name="requirement-respelled",
    plane=Plane.WIRE,
    effect=Effect.NONE,
    bump=Bump.PATCH,
    summary="A field of the primary key says, or no longer says, that it is required.",
    why="Nothing changes: no field of a primary key may be null.",
    instead="Nothing to do.",
    examples=(
        Example(
            title="the key is required as well",
            old=_KEYED,
            new=_KEYED_AND_REQUIRED,
            strikes=("orders.id",),
        ),
        Example(
            title="a field outside the key becomes required",
            old=_OPTIONAL,
            new=_REQUIRED,
        ),
    ),
    judge=OnChange(("field.required",), _judge),
    no_mirror="saying and no longer saying are one rule",
)
