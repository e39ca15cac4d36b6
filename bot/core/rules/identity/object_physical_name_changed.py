"""DC205 object-physical-name-changed."""

from __future__ import annotations

from collections.abc import Iterator

from bot.core.contract.model import SchemaObject
from bot.core.diff.changes import Change, Changed
from bot.core.finding import Effect, Hit, Plane
from bot.core.rule import Example, OnChange, Pair, Rule


def _judge(change: Change, _pair: Pair) -> Iterator[Hit]:
    match change:
        case Changed(before=SchemaObject() as before, after=SchemaObject() as after):
            old, new = before.effective_name, after.effective_name
            if old != new:
                yield Hit(message=f"`{old}` is now `{new}`", before=old, after=new)
        case _:
            return


_V1 = """\
schema:
- name: orders
  physicalName: orders_v1
  properties:
  - {name: id, logicalType: string}
"""

_V2 = """\
schema:
- name: orders
  physicalName: orders_v2
  properties:
  - {name: id, logicalType: string}
"""

_NAMED = """\
schema:
- name: orders
  physicalName: orders
  properties:
  - {name: id, logicalType: string}
"""

_BARE = """\
schema:
- name: orders
  properties:
  - {name: id, logicalType: string}
"""


OBJECT_PHYSICAL_NAME_CHANGED = Rule(
    id="DC205",
    name="object-physical-name-changed",
    plane=Plane.WIRE,
    effect=Effect.BOTH,
    summary="The table, topic or file behind an object has another name.",
    why=(
        "SQL that names the table and clients that subscribe to the topic fail; what was "
        "written under the old name is not found under the new one."
    ),
    instead=(
        "Create the new one beside the old one, fill both, deprecate the old one, and switch "
        "after the window."
    ),
    examples=(
        Example(
            title="another table",
            old=_V1,
            new=_V2,
            strikes=("orders",),
        ),
        Example(
            title="the name spelled out",
            old=_BARE,
            new=_NAMED,
        ),
    ),
    judge=OnChange(("object.physicalName",), _judge),
    no_mirror="a change of name is its own opposite",
)
