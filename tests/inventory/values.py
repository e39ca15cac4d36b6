"""The inventory’s rows on listed values and examples."""

from __future__ import annotations

from tests.inventory.row import Row
from tests.inventory.texts import FIELD, field

_VALUE = f"{FIELD}.enum[].value"
_ABOUT = f"{FIELD}.enum[].(label,id,description,tags,customProperties,authoritativeDefinitions)"


def enum(*values: str) -> str:
    return field(f"logicalType: string, enum: [{', '.join(f'{{{value}}}' for value in values)}]")


ROWS: tuple[Row, ...] = (
    Row(
        path=_VALUE,
        change="enum introduced",
        old=field("logicalType: string"),
        new=enum("value: new", "value: paid"),
        rule="DC501",
        backward="breaking",
        forward="note",
    ),
    Row(
        path=_VALUE,
        change="enum removed",
        old=enum("value: new", "value: paid"),
        new=field("logicalType: string"),
        rule="DC502",
        backward="note",
        forward="breaking",
    ),
    Row(
        path=_VALUE,
        change="value added",
        old=enum("value: new"),
        new=enum("value: new", "value: paid"),
        rule="DC503",
        backward="note",
        forward="breaking",
    ),
    Row(
        path=_VALUE,
        change="value removed",
        old=enum("value: new", "value: paid"),
        new=enum("value: new"),
        rule="DC504",
        backward="breaking",
        forward="note",
    ),
    Row(
        path=_VALUE,
        change="value changed under the same id",
        old=enum("id: n, value: new"),
        new=enum("id: n, value: N"),
        rule="DC505",
        backward="breaking",
        forward="breaking",
    ),
    Row(
        path=_ABOUT,
        change="label/description changed",
        old=enum("value: new, label: New"),
        new=enum("value: new, label: Fresh"),
        rule="DC506",
        backward="note",
        forward="note",
    ),
    Row(
        path=_ABOUT,
        change="tag/customProperty deprecated on a value",
        old=enum("value: new"),
        new=enum("value: new, tags: [deprecated]"),
        rule="DC507",
        backward="note",
        forward="note",
    ),
    Row(
        path=f"{FIELD}.examples[]",
        change="changed",
        old=field("logicalType: string, examples: [a]"),
        new=field("logicalType: string, examples: [a, b]"),
        rule="DC509",
        backward="note",
        forward="note",
    ),
)
