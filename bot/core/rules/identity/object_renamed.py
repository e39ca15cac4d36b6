"""DC202 object-renamed."""

from __future__ import annotations

from collections.abc import Iterator

from bot.core.diff.changes import Change, Renamed, RenamedBy
from bot.core.finding import Effect, Hit, Plane
from bot.core.rule import Example, OnChange, Pair, Rule


def _judge(change: Change, _pair: Pair) -> Iterator[Hit]:
    match change:
        case Renamed(old_name=old, new_name=new, by=by, likeness=likeness) if (
            not change.keeps_data_name
        ):
            sure = by is not RenamedBy.LIKENESS
            how = f"the same {by}" if sure else f"likeness {likeness:.0%}"
            yield Hit(message=f"object `{old}` is now called `{new}` ({how})", heuristic=not sure)
        case _:
            return


_BEFORE = """\
schema:
- name: orders
  id: orders_tbl
  properties:
  - {name: id, logicalType: string}
"""

_AFTER = """\
schema:
- name: purchases
  id: orders_tbl
  properties:
  - {name: id, logicalType: string}
"""

_DESCRIBED = """\
schema:
- name: orders
  id: orders_tbl
  description: All orders.
  properties:
  - {name: id, logicalType: string}
"""


OBJECT_RENAMED = Rule(
    id="DC202",
    name="object-renamed",
    plane=Plane.WIRE,
    effect=Effect.LOOSENS,
    summary="An object has another name.",
    why=("Consumers, quality rules and relationships that name the object no longer find it."),
    instead=(
        "Add the object under its new name beside the old one, deprecate the old one, remove "
        "it after the window."
    ),
    examples=(
        Example(
            title="the same id under another name",
            old=_BEFORE,
            new=_AFTER,
            strikes=("orders",),
        ),
        Example(
            title="only a description is added",
            old=_BEFORE,
            new=_DESCRIBED,
        ),
    ),
    judge=OnChange(("object renamed",), _judge),
    no_mirror="a rename is its own opposite",
)
