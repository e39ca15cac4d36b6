"""DC211 positional-fields-reordered."""

from __future__ import annotations

from collections.abc import Iterator

from bot.core.contract.model import Contract
from bot.core.diff.changes import Change, Reordered
from bot.core.finding import Bump, Effect, Hit, Plane
from bot.core.rule import Example, OnChange, Pair, Rule

_POSITIONAL = frozenset(("csv", "tsv", "txt", "fixed", "fixedwidth", "delimited"))


def _judge(change: Change, pair: Pair) -> Iterator[Hit]:
    if isinstance(change, Reordered) and _by_position(pair.new):
        yield Hit(
            message=f"the fields of `{change.place.path}` stand in another order, and files are "
            "read by position"
        )


def _by_position(contract: Contract) -> bool:
    """Tell whether some server serves a format whose columns are found by their position."""
    formats = (
        str(value).lower()
        for server in contract.servers
        for key, value in server.connection
        if key == "format"
    )
    return any(told in _POSITIONAL for told in formats)


_ID_FIRST = """\
servers:
- {server: files, type: local, path: ./data, format: csv}
schema:
- name: orders
  properties:
  - {name: id, logicalType: string}
  - {name: name, logicalType: string}
"""

_NAME_FIRST = """\
servers:
- {server: files, type: local, path: ./data, format: csv}
schema:
- name: orders
  properties:
  - {name: name, logicalType: string}
  - {name: id, logicalType: string}
"""

_PARQUET_ID_FIRST = """\
servers:
- {server: files, type: local, path: ./data, format: parquet}
schema:
- name: orders
  properties:
  - {name: id, logicalType: string}
  - {name: name, logicalType: string}
"""

_PARQUET_NAME_FIRST = """\
servers:
- {server: files, type: local, path: ./data, format: parquet}
schema:
- name: orders
  properties:
  - {name: name, logicalType: string}
  - {name: id, logicalType: string}
"""


POSITIONAL_FIELDS_REORDERED = Rule(
    id="DC211",
    name="positional-fields-reordered",
    plane=Plane.SOURCE,
    effect=Effect.LOOSENS,
    certain=False,
    bump=Bump.MINOR,
    summary="Fields stand in another order, and a server serves a format without names.",
    why=("Readers of CSV or fixed-width files that go by position read one column for another."),
    instead="Add new fields at the end, and leave the others where they are.",
    examples=(
        Example(
            title="CSV files",
            old=_ID_FIRST,
            new=_NAME_FIRST,
            strikes=("orders",),
        ),
        Example(
            title="a format that carries names",
            old=_PARQUET_ID_FIRST,
            new=_PARQUET_NAME_FIRST,
        ),
    ),
    judge=OnChange(("field reordered",), _judge),
    no_mirror="another order is its own opposite",
)
