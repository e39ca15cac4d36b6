"""DC216 logical-name-changed."""

from __future__ import annotations

from collections.abc import Iterator

from bot.core.contract.model import Field, SchemaObject
from bot.core.diff.changes import Change, Renamed
from bot.core.finding import Effect, Hit, Plane
from bot.core.rule import Example, OnChange, Pair, Rule


def _judge(change: Change, _pair: Pair) -> Iterator[Hit]:
    match change:
        case Renamed(after=Field() | SchemaObject() as after) if change.keeps_data_name:
            yield Hit(
                message=f"`{change.old_name}` is now called `{change.new_name}`, "
                f"and still `{after.effective_name}` in the data"
            )
        case _:
            return


_BEFORE = """\
schema:
- name: orders
  properties:
  - {name: id, logicalType: string}
  - {name: label, physicalName: product_name, logicalType: string}
"""

_AFTER = """\
schema:
- name: orders
  properties:
  - {name: id, logicalType: string}
  - {name: product_name, physicalName: product_name, logicalType: string}
"""

_ANOTHER = """\
schema:
- name: orders
  properties:
  - {name: id, logicalType: string}
  - {name: title, physicalName: title, logicalType: string}
"""


LOGICAL_NAME_CHANGED = Rule(
    id="DC216",
    name="logical-name-changed",
    plane=Plane.WIRE,
    effect=Effect.LOOSENS,
    certain=False,
    summary=(
        "An object or a field has another name, while what the data carry is called as before."
    ),
    why=(
        "SQL on the physical name still works; quality rules, relationships, lineage and "
        "tools that go by the logical name do not."
    ),
    instead=(
        "Keep the logical name, or say in the pull request that every consumer goes by the "
        "physical one."
    ),
    examples=(
        Example(
            title="the column keeps its name",
            old=_BEFORE,
            new=_AFTER,
            strikes=("orders.label",),
        ),
        Example(
            title="the column changes too",
            old=_BEFORE,
            new=_ANOTHER,
        ),
    ),
    judge=OnChange(
        (
            "object renamed",
            "field renamed",
        ),
        _judge,
    ),
    no_mirror="a change of name is its own opposite",
)
