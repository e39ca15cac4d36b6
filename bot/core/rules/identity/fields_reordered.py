"""DC212 fields-reordered."""

from __future__ import annotations

from collections.abc import Iterator

from bot.core.diff.changes import Change
from bot.core.finding import Bump, Effect, Hit, Plane
from bot.core.rule import Example, OnChange, Pair, Rule


def _judge(change: Change, _pair: Pair) -> Iterator[Hit]:
    yield Hit(message=f"the members of `{change.place.path}` stand in another order")


_ID_FIRST = """\
servers:
- {server: files, type: local, path: ./data, format: parquet}
schema:
- name: orders
  properties:
  - {name: id, logicalType: string}
  - {name: name, logicalType: string}
"""

_NAME_FIRST = """\
servers:
- {server: files, type: local, path: ./data, format: parquet}
schema:
- name: orders
  properties:
  - {name: name, logicalType: string}
  - {name: id, logicalType: string}
"""


FIELDS_REORDERED = Rule(
    id="DC212",
    name="fields-reordered",
    plane=Plane.SOURCE,
    effect=Effect.NONE,
    bump=Bump.PATCH,
    summary="Fields stand in another order.",
    why=(
        "Order has no meaning to readers by name; only `INSERT … SELECT *` and positional "
        "files notice."
    ),
    instead="Nothing to do.",
    examples=(
        Example(
            title="two fields change places",
            old=_ID_FIRST,
            new=_NAME_FIRST,
            strikes=("orders",),
        ),
        Example(
            title="nothing changed",
            old=_ID_FIRST,
            new=_ID_FIRST,
        ),
    ),
    judge=OnChange(
        (
            "field reordered",
            "object reordered",
        ),
        _judge,
    ),
    no_mirror="another order is its own opposite",
)
