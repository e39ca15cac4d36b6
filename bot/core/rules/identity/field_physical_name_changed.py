"""DC206 field-physical-name-changed."""

from __future__ import annotations

from collections.abc import Iterator

from bot.core.contract.model import Field
from bot.core.diff.changes import Change, Changed
from bot.core.finding import Effect, Hit, Plane
from bot.core.rule import Example, OnChange, Pair, Rule


def _judge(change: Change, _pair: Pair) -> Iterator[Hit]:
    match change:
        case Changed(before=Field() as before, after=Field() as after):
            old, new = before.effective_name, after.effective_name
            if old != new:
                yield Hit(message=f"column `{old}` is now `{new}`", before=old, after=new)
        case _:
            return


_OLD = """\
schema:
- name: orders
  properties:
  - {name: id, logicalType: string}
  - {name: amount, physicalName: amt, logicalType: number}
"""

_NEW = """\
schema:
- name: orders
  properties:
  - {name: id, logicalType: string}
  - {name: amount, physicalName: amount_eur, logicalType: number}
"""

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


FIELD_PHYSICAL_NAME_CHANGED = Rule(
    id="DC206",
    name="field-physical-name-changed",
    plane=Plane.WIRE,
    effect=Effect.BOTH,
    summary="The column behind a field has another name.",
    why=(
        "SQL that selects the column fails, and rows written under the old name have no value "
        "under the new one."
    ),
    instead=(
        "Add a field for the new column beside the old one, deprecate the old one, remove it "
        "after the window."
    ),
    examples=(
        Example(
            title="another column",
            old=_OLD,
            new=_NEW,
            strikes=("orders.amount",),
        ),
        Example(
            title="the name spelled out",
            old=_BARE,
            new=_SPELLED,
        ),
    ),
    judge=OnChange(("field.physicalName",), _judge),
    no_mirror="a change of name is its own opposite",
)
