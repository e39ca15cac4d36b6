"""The tables of a script while it is read, and the objects that come of them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import assert_never

from bot.adapters.importing.parts import Parts
from bot.adapters.importing.sql_columns import Check, Key, Promise, Reference
from bot.adapters.importing.sql_words import Script

_LONGEST_CHECKED = 2_000


class Table:
    """A table: its full name, its fields by name, and what is promised of them together.

    `place` is where its columns begin.
    """

    def __init__(self, full: tuple[str, ...], place: int) -> None:
        self.full = full
        self.place = place
        self.name = full[-1]
        self.parts: Parts = {}
        self.fields: dict[str, Parts] = {}
        self.promises: list[Promise] = []
        self._folded: dict[str, Parts] = {}

    def add(self, field: Parts) -> None:
        """Add a field, in the place of one that has the same name."""
        name = str(field["name"])
        self.fields[name] = self._folded[name.lower()] = field

    def field(self, name: str) -> Parts | None:
        """Return a field; SQL tells no upper case from lower where no quotes are."""
        return self.fields.get(name) or self._folded.get(name.lower())


class Tables:
    """All tables of a script, by their full names."""

    def __init__(self, script: Script) -> None:
        self._script = script
        self._tables: dict[tuple[str, ...], Table] = {}
        self._short: dict[str, list[Table]] = {}

    def add(self, full: tuple[str, ...], place: int) -> Table:
        """Return a new table instead of one that has the same name."""
        table = Table(full, place)
        key = _folded(full)
        same = self._short.setdefault(key[-1], [])
        same[:] = [one for one in same if _folded(one.full) != key]
        same.append(table)
        self._tables[key] = table
        return table

    def find(self, name: tuple[str, ...]) -> Table | None:
        """Return the table of a name, which may lack the schema; None where none or many fit."""
        if not name:
            return None
        key = _folded(name)
        found = self._tables.get(key)
        if found is None:
            fitting = [
                one
                for one in self._short.get(key[-1], ())
                if _folded(one.full)[-len(key) :] == key or len(one.full) < len(key)
            ]
            found = fitting[0] if len(fitting) == 1 else None
        return found

    def objects(self) -> list[Parts]:
        """Return the object of each table that has fields, with all that is promised of it."""
        tables = [table for table in self._tables.values() if table.fields]
        for table in tables:
            if len(self._short[table.name.lower()]) > 1:
                table.name = "_".join(table.full)
        return [self._object(table) for table in tables]

    def _object(self, table: Table) -> Parts:
        parts: Parts = {"name": table.name, "logicalType": "object", "physicalType": "table"}
        full = ".".join(table.full)
        parts |= {"physicalName": full} if full != table.name else {}
        parts |= table.parts
        relationships: list[Parts] = []
        quality: list[Parts] = []
        for promise in table.promises:
            match promise:
                case Key():
                    quality += _keyed(table, promise)
                case Reference():
                    relationships += self._related(table, promise)
                case Check():
                    quality += self._checked(table, promise)
                case _:
                    assert_never(promise)
        parts["properties"] = [_ordered(field) for field in table.fields.values()]
        parts |= {"relationships": relationships} if relationships else {}
        return parts | ({"quality": quality} if quality else {})

    def _related(self, table: Table, reference: Reference) -> Iterator[Parts]:
        """Put a reference of one column into its field, and yield one of several.

        A contract can only refer to what it describes: any other is kept as it is written.
        """
        own = [table.field(name) for name in reference.columns]
        target = self.find(reference.table)
        to = reference.to or (() if target is None else _primary(target))
        others = [None if target is None else target.field(name) for name in to]
        if len(own) != len(to) or None in own or None in others or target is None:
            for field in own[:1]:
                if field is not None and reference.table:
                    _keep(field, "references", _told(reference))
            return
        names = [f"{target.name}.{other['name']}" for other in others if other is not None]
        if len(names) == 1 and own[0] is not None:
            known = own[0].setdefault("relationships", [])
            if isinstance(known, list):
                known.append({"type": "foreignKey", "to": names[0]})
            return
        here = [f"{table.name}.{field['name']}" for field in own if field is not None]
        yield {"type": "foreignKey", "from": here, "to": names}

    def _checked(self, table: Table, check: Check) -> Iterator[Parts]:
        """Put a condition on one field into it, and yield any other as a query."""
        from bot.adapters.importing.sql_checks import field_of_check  # noqa: PLC0415  # loads sqlglot

        text = self._script.written(check.words)
        names = dict.fromkeys(word.text.lower() for word in check.words if word.names)
        fields = [field for name in names if (field := table.field(name)) is not None]
        if len(fields) == 1 and len(text) <= _LONGEST_CHECKED:
            field = fields[0]
            told = field_of_check(
                text, self._script.dialect, str(field["name"]), field.get("logicalType")
            )
            if told is not None and _merged(field, told):
                return
        rows = f"FROM {'.'.join(table.full)} WHERE NOT ({text})"
        yield {"type": "sql", "query": f"SELECT COUNT(*) {rows}", "mustBe": 0}


def _keyed(table: Table, key: Key) -> Iterator[Parts]:
    """Put a key into the fields that it names; yield the check of one with several columns."""
    fields = [field for name in key.columns if (field := table.field(name)) is not None]
    if len(fields) != len(key.columns):
        return
    for position, field in enumerate(fields, 1):
        if key.primary:
            field |= {"primaryKey": True, "primaryKeyPosition": position, "required": True}
        elif len(fields) == 1:
            field["unique"] = True
    if not key.primary and len(fields) > 1:
        names = [field["name"] for field in fields]
        arguments = {"properties": names}
        yield {
            "type": "library",
            "metric": "duplicateValues",
            "arguments": arguments,
            "mustBe": 0,
            "unit": "rows",
        }


def _merged(field: Parts, told: Parts) -> bool:
    """Add what a check says to a field; no where the field says something else already."""
    known, more = field.get("logicalTypeOptions", {}), told.get("logicalTypeOptions", {})
    if not isinstance(known, dict) or not isinstance(more, dict) or known.keys() & more:
        return False
    if "enum" in told and field.get("enum", told["enum"]) != told["enum"]:
        return False
    field |= told
    if known or more:
        field["logicalTypeOptions"] = {**known, **more}
    return True


def _primary(table: Table) -> tuple[str, ...]:
    keys = [one.columns for one in table.promises if isinstance(one, Key) and one.primary]
    return keys[0] if keys else ()


def _told(reference: Reference) -> str:
    to = f" ({', '.join(reference.to)})" if reference.to else ""
    columns = ", ".join(reference.columns)
    own = f"({columns}) " if len(reference.columns) > 1 else ""
    return f"{own}{'.'.join(reference.table)}{to}"


def _keep(field: Parts, name: str, value: str) -> None:
    known = field.setdefault("customProperties", [])
    if isinstance(known, list):
        known.append({"property": name, "value": value})


_KEYS = (
    "name logicalType physicalType description primaryKey primaryKeyPosition required unique"
    " partitioned partitionKeyPosition logicalTypeOptions enum items map properties transformLogic"
    " relationships customProperties"
)
_ORDER = _KEYS.split()


def _ordered(field: Parts) -> Parts:
    """Return a field with its keys in the order in which people look for them."""
    return {key: field[key] for key in _ORDER if key in field}


def _folded(name: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(part.lower() for part in name)
