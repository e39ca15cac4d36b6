"""DC207 physical-name-spelled-out."""

from __future__ import annotations

from collections.abc import Iterator

from bot.core.contract.model import Field, SchemaObject
from bot.core.diff.changes import Change, Changed
from bot.core.finding import Bump, Effect, Hit, Plane
from bot.core.rule import Example, OnChange, Pair, Rule


def _judge(change: Change, _pair: Pair) -> Iterator[Hit]:
    match change:
        case Changed(
            before=Field() | SchemaObject() as before, after=Field() | SchemaObject() as after
        ):
            if before.effective_name == after.effective_name:
                yield Hit(message=f"`{change.place.path}` is still called `{after.effective_name}`")
        case _:
            return


_BARE = """\
schema:
- name: orders
  properties:
  - {name: id, logicalType: string}
  - {name: amount, logicalType: number}
"""

_SPELLED = """\
schema:
- name: orders
  properties:
  - {name: id, logicalType: string}
  - {name: amount, physicalName: amount, logicalType: number}
"""

_OTHER = """\
schema:
- name: orders
  properties:
  - {name: id, logicalType: string}
  - {name: amount, physicalName: amt, logicalType: number}
"""


PHYSICAL_NAME_SPELLED_OUT = Rule(
    id="DC207",
    name="physical-name-spelled-out",
    plane=Plane.SOURCE,
    effect=Effect.NONE,
    bump=Bump.PATCH,
    summary="A physicalName that equals the name was written out or left out.",
    why="Nothing changes: without a physicalName the name counts.",
    instead="Nothing to do.",
    examples=(
        Example(
            title="the name spelled out",
            old=_BARE,
            new=_SPELLED,
            strikes=("orders.amount",),
        ),
        Example(
            title="another column",
            old=_BARE,
            new=_OTHER,
        ),
    ),
    judge=OnChange(
        (
            "field.physicalName",
            "object.physicalName",
        ),
        _judge,
    ),
    no_mirror="writing out and leaving out are one rule",
)
