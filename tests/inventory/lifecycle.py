"""The inventory’s rows on versions, status, deprecation and the kind of document."""

from __future__ import annotations

from tests.inventory.row import Row
from tests.inventory.texts import FIELD, field

_PLAIN = "logicalType: string"
_OBJECTS = "schema:\n- {name: customers}\n"
_TWO_OBJECTS = f"{_OBJECTS}- {{name: orders, deprecated: true}}\n"
_TWO_FIELDS = """\
schema:
- name: orders
  properties: [{name: f, logicalType: string}, {name: g, logicalType: string%s}]
"""


def version(number: str, keys: str = _PLAIN) -> str:
    return f"version: {number}\n{field(keys)}"


ROWS: tuple[Row, ...] = (
    Row(
        path="kind",
        change="changed",
        old="",
        new="apiVersion: v1.0.0\nkind: DataProduct\n",
        rule=None,
        backward="refused",
        forward="refused",
    ),
    Row(
        path="version",
        change="not bumped although content changed",
        old=version("1.0.0"),
        new=version("1.0.0", f"{_PLAIN}, description: a text"),
        rule="DC930",
        backward="error",
        forward="error",
        correction="the process asks for a new version; the data stay compatible",
    ),
    Row(
        path="version",
        change="bumped too little / too much",
        old=version("1.0.0"),
        new=version("1.0.1", f"{_PLAIN}, deprecated: true"),
        rule="DC931",
        backward="error",
        forward="error",
        correction="the process asks for a greater version; the data stay compatible",
    ),
    Row(
        path="version",
        change="decreased",
        old=version("1.1.0"),
        new=version("1.0.0"),
        rule="DC933",
        backward="error",
        forward="error",
        correction="the process lets no version go back; the data stay compatible",
    ),
    Row(
        path="status",
        change="draft/proposed→active",
        old="status: draft\n",
        new="status: active\n",
        rule="DC901",
        backward="note",
        forward="note",
    ),
    Row(
        path="status",
        change="active→deprecated",
        old="status: active\n",
        new="status: deprecated\n",
        rule="DC902",
        backward="note",
        forward="note",
    ),
    Row(
        path="status",
        change="active→retired (no deprecated phase or before endOfLife)",
        old="status: active\n",
        new="status: retired\n",
        rule="DC905",
        backward="breaking",
        forward="breaking",
    ),
    Row(
        path="status",
        change="deprecated→retired after endOfLife",
        old="status: deprecated\n",
        new="status: retired\n",
        rule="DC906",
        backward="warning",
        forward="warning",
    ),
    Row(
        path="status",
        change="active→draft",
        old="status: active\n",
        new="status: draft\n",
        rule="DC904",
        backward="breaking",
        forward="breaking",
        correction="a promise that is taken back hurts writers as well as readers",
    ),
    Row(
        path="status",
        change="deprecated→active",
        old="status: deprecated\n",
        new="status: active\n",
        rule="DC903",
        backward="note",
        forward="note",
    ),
    Row(
        path="schema[].deprecated",
        change="false→true",
        old=f"{_OBJECTS}- {{name: orders}}\n",
        new=_TWO_OBJECTS,
        rule="DC910",
        backward="note",
        forward="note",
    ),
    Row(
        path="schema[].deprecated",
        change="true→false",
        old=_TWO_OBJECTS,
        new=f"{_OBJECTS}- {{name: orders}}\n",
        rule="DC911",
        backward="note",
        forward="note",
    ),
    Row(
        path="schema[].deprecated",
        change="object removed after removal date",
        old=_TWO_OBJECTS,
        new=_OBJECTS,
        rule="DC102",
        backward="note",
        forward="breaking",
    ),
    Row(
        path=f"{FIELD}.deprecated",
        change="false→true",
        old=field(_PLAIN),
        new=field(f"{_PLAIN}, deprecated: true"),
        rule="DC910",
        backward="note",
        forward="note",
    ),
    Row(
        path=f"{FIELD}.deprecated",
        change="true→false",
        old=field(f"{_PLAIN}, deprecated: true"),
        new=field(_PLAIN),
        rule="DC911",
        backward="note",
        forward="note",
    ),
    Row(
        path=f"{FIELD}.deprecated",
        change="property removed, window elapsed",
        old=_TWO_FIELDS % ", deprecated: true",
        new=field(_PLAIN),
        rule="DC104",
        backward="note",
        forward="breaking",
    ),
    Row(
        path=f"{FIELD}.deprecated",
        change="property removed, window NOT elapsed or never deprecated",
        old=_TWO_FIELDS % "",
        new=field(_PLAIN),
        rule="DC104",
        backward="note",
        forward="breaking",
    ),
)
