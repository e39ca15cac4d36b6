"""DC608 partition-changed."""

from __future__ import annotations

from collections.abc import Iterator

from bot.core.diff.changes import Change, Changed
from bot.core.diff.keys import keeps_order
from bot.core.finding import Effect, Hit, Plane
from bot.core.plain import said
from bot.core.rule import Example, OnChange, Pair, Rule


def _judge(change: Change, _pair: Pair) -> Iterator[Hit]:
    match change:
        case Changed(attribute=attribute, old=old, new=new) if not keeps_order(change):
            if attribute == "partitionKeyPosition":
                old, new = ("none" if position == -1 else position for position in (old, new))
            yield Hit(message=f"{attribute} of `{change.place.path}`: {said(old)}, now {said(new)}")
        case _:
            return


_NO_KEY = """\
schema:
- name: orders
  properties:
  - {name: id, logicalType: string}
  - {name: line, logicalType: integer}
"""

_PARTED = """\
schema:
- name: orders
  properties:
  - {name: id, logicalType: string}
  - {name: line, logicalType: integer, partitioned: true}
"""

_PARTED_FIRST = """\
schema:
- name: orders
  properties:
  - {name: id, logicalType: string}
  - {name: line, logicalType: integer, partitioned: true, partitionKeyPosition: 1}
"""

_KEY = """\
schema:
- name: orders
  properties:
  - {name: id, logicalType: string, primaryKey: true}
  - {name: line, logicalType: integer}
"""


PARTITION_CHANGED = Rule(
    id="DC608",
    name="partition-changed",
    plane=Plane.SOURCE,
    effect=Effect.LOOSENS,
    certain=False,
    summary="Data are partitioned by other columns, or in another order.",
    why=(
        "Queries that relied on it read everything; readers of paths such as `day=…` find nothing."
    ),
    instead="Tell consumers; write both layouts for readers of paths.",
    examples=(
        Example(
            title="partitioned by `line`",
            old=_NO_KEY,
            new=_PARTED,
            strikes=("orders.line",),
        ),
        Example(
            title="the only column of the partition key gets a position",
            old=_PARTED,
            new=_PARTED_FIRST,
        ),
        Example(
            title="`id` is the key",
            old=_NO_KEY,
            new=_KEY,
        ),
    ),
    judge=OnChange(
        (
            "field.partitioned",
            "field.partitionKeyPosition",
        ),
        _judge,
    ),
    no_mirror="another layout is its own opposite",
)
