"""DC203 field-renamed."""

from __future__ import annotations

from collections.abc import Iterator

from bot.core.diff.changes import Change, Renamed, RenamedBy
from bot.core.finding import Effect, Hit, Plane
from bot.core.rule import Example, OnChange, Pair, Rule


def _judge(change: Change, _pair: Pair) -> Iterator[Hit]:
    match change:
        case Renamed(old_name=old, new_name=new, by=by, likeness=likeness):
            if change.keeps_data_name or old.casefold() == new.casefold():
                return
            sure = by is not RenamedBy.LIKENESS
            how = f"the same {by}" if sure else f"likeness {likeness:.0%}"
            yield Hit(message=f"field `{old}` is now called `{new}` ({how})", heuristic=not sure)
        case _:
            return


_BEFORE = """\
schema:
- name: orders
  properties:
  - {name: id, logicalType: string}
  - {id: sold_at, name: sold_at, logicalType: timestamp}
"""

_AFTER = """\
schema:
- name: orders
  properties:
  - {name: id, logicalType: string}
  - {id: sold_at, name: sale_time, logicalType: timestamp}
"""

_BOTH = """\
schema:
- name: orders
  properties:
  - {name: id, logicalType: string}
  - {id: sold_at, name: sold_at, logicalType: timestamp, deprecated: true}
  - {id: sale_time, name: sale_time, logicalType: timestamp}
"""


FIELD_RENAMED = Rule(
    id="DC203",
    name="field-renamed",
    plane=Plane.WIRE,
    effect=Effect.LOOSENS,
    summary="A field has another name.",
    why=(
        "A query that selects the old name stops with an error, even where the values are the same."
    ),
    instead=(
        "Add the field under its new name beside the old one, deprecate the old one with "
        "`replacedBy`, remove it after the window."
    ),
    examples=(
        Example(
            title="the same id under another name",
            old=_BEFORE,
            new=_AFTER,
            strikes=("orders.sold_at",),
        ),
        Example(
            title="the new name beside the old one",
            old=_BEFORE,
            new=_BOTH,
        ),
    ),
    judge=OnChange(("field renamed",), _judge),
    no_mirror="a rename is its own opposite",
)
