"""Reads SQL DDL: its tables become objects, with types, keys, references, checks and comments.

sqlglot tells words, texts and comments apart, and reads the conditions of checks. All the rest of a
statement is read here, word by word, so that what a dialect adds (storage, partitions, grants) is
in nobody's way, and so that types keep the spelling that they have in the file.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from bot.adapters.importing.parts import Parts, not_imported
from bot.adapters.importing.sql_columns import (
    Column,
    Columns,
    Key,
    Promise,
    options,
)
from bot.adapters.importing.sql_tables import Table, Tables
from bot.adapters.importing.sql_words import Kind, Script, Words, behind, dotted, group, split
from bot.core.errors import Fault, StewardError

_KINDS_OF_TABLE = (
    "OR REPLACE GLOBAL LOCAL TRANSIENT EXTERNAL UNLOGGED MULTISET SET FOREIGN HYBRID ICEBERG"
    " DYNAMIC IMMUTABLE BLOCKCHAIN SHARDED DUPLICATED STREAMING LIVE VOLATILE COLUMN ROW"
)
_BEFORE_TABLE = frozenset(_KINDS_OF_TABLE.split())
_TEMPORARY = frozenset({"TEMP", "TEMPORARY", "PRIVATE"})
_STARTS = frozenset({"CREATE", "ALTER", "COMMENT", "EXEC", "EXECUTE"})
_MOST_FAULTS = 50
"""Nobody mends more at once; a file in another dialect has one for each line."""
_CHANGES = frozenset({"DROP", "RENAME", "MODIFY", "CHANGE", "SWAP"})


def objects_of_sql(data: bytes, file: str, dialect: str) -> list[Parts]:
    """Return an object for each table. Raises StewardError with every fault, or without a table."""
    script = Script(data, file, dialect)
    reader = _Reader(script, script.words())
    reader.run()
    if reader.faults:
        raise StewardError(*dict.fromkeys(reader.faults))
    objects = reader.tables.objects()
    if not objects:
        hint = "name a file with CREATE TABLE statements that list columns"
        if reader.without_columns:
            message = "no list of columns follows this name, nor any other in the file"
            raise StewardError(script.fault(reader.without_columns[0], message, hint))
        raise not_imported(f"{file} creates no table with columns", hint)
    return objects


class _Reader:
    """Goes through the statements of a script, one after the other."""

    def __init__(self, script: Script, words: Words) -> None:
        self._script = script
        self._words = words
        self._columns = Columns(script)
        self.tables = Tables(script)
        self.faults: list[Fault] = []
        self.without_columns: list[int] = []

    def run(self) -> None:
        """Read every statement; what is wrong in one does not hide what is wrong in another."""
        statements = list(self._statements())
        # A dump may declare the types after the tables that have them.
        for statement in sorted(statements, key=lambda words: _key(words, 1) != "TYPE"):
            if len(self.faults) >= _MOST_FAULTS:
                break
            try:
                self._read(statement)
            except StewardError as error:
                self.faults += error.faults

    def _statements(self) -> Iterator[Words]:
        """Yield the statements that may speak of tables, each up to the next one."""
        starts = [
            index
            for index, word in enumerate(self._words)
            if word.key in _STARTS and self._begins(index)
        ]
        for start, end in pairwise([*starts, len(self._words)]):
            inside = (at for at in range(start, end) if self._words[at].key == ";")
            yield self._words[start : next(inside, end)]

    def _begins(self, index: int) -> bool:
        """Tell whether a statement begins at a word: such as CREATE TABLE or COMMENT ON."""
        rest = [word.key for word in self._words[index + 1 : index + 9]]
        match self._words[index].key:
            case "CREATE":
                known = _BEFORE_TABLE | _TEMPORARY
                kind = next((key for key in rest if key not in known), "")
                return kind in {"TABLE", "TYPE"} or rest[:1] == ["UNIQUE"]
            case "ALTER":
                return "TABLE" in rest[:2]
            case "EXEC" | "EXECUTE":
                return "SP_ADDEXTENDEDPROPERTY" in rest[:5]
            case _:
                return rest[:1] == ["ON"]

    def _read(self, words: Words) -> None:
        keys = [word.key for word in words[:9]]
        if keys[0] == "COMMENT":
            self._comment(words)
        elif keys[0] in {"EXEC", "EXECUTE"}:
            self._property(words)
        elif keys[0] == "ALTER":
            self._alter(words, keys.index("TABLE") + 1 if "TABLE" in keys else len(words))
        elif "TABLE" in keys:
            if not _TEMPORARY & set(keys[: keys.index("TABLE")]):
                self._create(words, keys.index("TABLE") + 1)
        elif "TYPE" in keys:
            self._type(words, keys.index("TYPE") + 1)
        else:
            self._index(words)

    def _create(self, words: Words, start: int) -> None:
        start += 3 if _key(words, start) == "IF" else 0
        if _key(words, start) in {"#", "@"}:
            return  # SQL Server's sign for what ends with the session
        name, index = dotted(words, start)
        if not name:
            place = words[min(start, len(words) - 1)].start
            hint = (
                f"correct it; it is read as {self._script.dialect}: names in [ ] are those of tsql,"
                " names in ` ` of mysql, bigquery and databricks: see --dialect"
            )
            raise StewardError(self._script.fault(place, "the table has no name here", hint))
        index += 3 if _key(words, index) == "ON" else 0  # a cluster of ClickHouse
        if _key(words, index) == ",":  # the options of Teradata
            index = next((at for at in range(index, len(words)) if _opens(words, at)), index)
        if name[-1].startswith("#") or not _opens(words, index):
            # A temporary table, or one that is made from a query or from another table.
            self.without_columns.append(words[start].start)
            return
        inner = group(words, index)
        if inner is None:
            message = "the bracket that opens here is not closed before the statement ends"
            raise StewardError(self._script.fault(words[index].start, message))
        if inner and inner[0].key in {"SELECT", "WITH"}:
            return
        table = self.tables.add(name, words[index].start)
        self._fill(table, inner)
        self._tail(table, words[index + len(inner) + 2 :])

    def _fill(self, table: Table, inner: Words) -> None:
        place = inner[0].start if inner else table.place
        for part in split(inner):
            if len(self.faults) >= _MOST_FAULTS:
                return
            if not part:
                message = "a column is missing: there is nothing between two commas or brackets"
                self.faults.append(self._script.fault(place, message))
                continue
            place = part[-1].end
            try:
                self._element(table, part)
            except StewardError as error:
                self.faults += error.faults

    def _element(self, table: Table, words: Words) -> None:
        if self._columns.is_of_table(words):
            table.promises += self._columns.promises(words)
        else:
            self._add(table, self._columns.column(words))

    def _add(self, table: Table, column: Column) -> None:
        table.add(column.parts)
        table.promises += column.promises

    def _tail(self, table: Table, words: Words) -> None:
        """Read what stands behind the columns: a comment, and by what the table is parted."""
        index = 0
        while index < len(words):
            key, opening = words[index].key, index + 1
            if key == "COMMENT":
                texts = [each for each in words[opening : opening + 2] if each.kind is Kind.TEXT]
                table.parts |= {"description": texts[0].text} if texts else {}
            elif key == "OPTIONS" and _opens(words, opening):
                table.parts |= options(group(words, opening) or ()) or {}
            elif key == "PARTITIONED" and _opens(words, opening + 1):
                self._partitions(table, group(words, opening + 1) or ())
            index = behind(words, index) if key == "(" else opening

    def _partitions(self, table: Table, inner: Words) -> None:
        """Read PARTITIONED BY: Hive declares columns there, others name them."""
        for position, part in enumerate(split(inner), 1):
            if len(part) > 1 and part[1].key != "(":
                self._element(table, part)
            field = table.field(part[0].text) if part else None
            if field is not None and (len(part) == 1 or part[1].key != "("):
                field |= {"partitioned": True, "partitionKeyPosition": position}

    def _alter(self, words: Words, start: int) -> None:
        while _key(words, start) in {"IF", "EXISTS", "ONLY"}:
            start += 1
        name, index = dotted(words, start)
        table = self.tables.find(name)
        if table is None:
            return
        for part in split(words[index:]):
            self._action(table, part)

    def _action(self, table: Table, words: Words) -> None:  # noqa: C901, PLR0912  # a case for each
        """Follow one action: what is added, and what changes no column; no other is followed."""
        keys = [word.key for word in words]
        if keys[:2] in (["WITH", "CHECK"], ["WITH", "NOCHECK"]):
            words, keys = words[2:], keys[2:]
        match keys:
            case ["ADD", "(", *_]:
                self._fill(table, group(words, 1) or ())
            case ["ADD", "COLUMN", "IF", "NOT", "EXISTS", _, *_]:
                self._element(table, words[5:])
            case ["ADD", "COLUMN", _, *_]:
                self._element(table, words[2:])
            case ["ADD", "PARTITION", *_]:
                return
            case ["ADD", _, *_]:
                self._element(table, words[1:])
            case ["ALTER", "COLUMN", _, "SET", "NOT", "NULL", *_]:
                field = table.field(words[2].text)
                if field is not None:
                    field["required"] = True
            case ["MODIFY", "(", _, "NOT", "NULL", *_] | ["MODIFY", _, "NOT", "NULL", *_]:
                field = table.field(words[2 if keys[1] == "(" else 1].text)
                if field is not None:
                    field["required"] = True
            case ["DROP", "CONSTRAINT" | "INDEX" | "KEY" | "PARTITION", *_]:
                return
            case [first, *rest] if first in _CHANGES or (first == "ALTER" and "TYPE" in rest[:4]):
                message = f"this change of `{table.name}` is not followed"
                hint = "import the tables as they are now: a dump of the schema"
                raise StewardError(self._script.fault(words[0].start, message, hint))
            case _:
                return

    def _comment(self, words: Words) -> None:
        """Read COMMENT ON TABLE name IS text, and the same of a column."""
        name, index = dotted(words, 3)
        text = words[index + 1] if index + 1 < len(words) and words[index].key == "IS" else None
        if text is None or text.kind is not Kind.TEXT or not name:
            return
        if _key(words, 2) == "TABLE":
            self._describe(name, None, text.text)
        elif _key(words, 2) == "COLUMN":
            self._describe(name[:-1], name[-1], text.text)

    def _property(self, words: Words) -> None:
        """Read sp_addextendedproperty of SQL Server, whose texts come in pairs."""
        texts = [word.text for word in words if word.kind is Kind.TEXT]
        kinds = [text.upper() for text in texts]
        if kinds[:1] == ["MS_DESCRIPTION"] and "TABLE" in kinds[2:-1]:
            at = kinds.index("TABLE", 2) + 1
            place = (*texts[at - 2 : at - 1], texts[at]) if kinds[2] == "SCHEMA" else (texts[at],)
            column = texts[at + 2 : at + 3] if kinds[at + 1 : at + 2] == ["COLUMN"] else ()
            self._describe(place, next(iter(column), None), texts[1])

    def _describe(self, place: tuple[str, ...], column: str | None, text: str) -> None:
        table, line = self.tables.find(place), " ".join(text.split())
        parts = table.parts if table is not None else None
        if table is not None and column is not None:
            parts = table.field(column)
        if parts is not None and line:
            parts["description"] = line

    def _type(self, words: Words, start: int) -> None:
        name, index = dotted(words, start)
        rest = words[index:]
        if name and [word.key for word in rest[:2]] == ["AS", "ENUM"]:
            inner = group(rest, 2) if _opens(rest, 2) else None
            values = dict.fromkeys(word.text for word in inner or () if word.kind is Kind.TEXT)
            if values:
                self._columns.types.enums[name[-1].lower()] = list(values)

    def _index(self, words: Words) -> None:
        """Read CREATE UNIQUE INDEX, unless it leaves rows out or has an expression."""
        keys = [word.key for word in words]
        if "INDEX" not in keys[2:4] or "ON" not in keys or "WHERE" in keys:
            return
        start = keys.index("ON") + 1
        name, index = dotted(words, start + (_key(words, start) == "ONLY"))
        index += 2 if keys[index : index + 1] == ["USING"] else 0
        inner = group(words, index) if _opens(words, index) else None
        table = self.tables.find(name)
        if table is not None and inner is not None and "(" not in [word.key for word in inner]:
            key: Promise = Key(tuple(part[0].text for part in split(inner) if part))
            table.promises.append(key)


def _opens(words: Words, index: int) -> bool:
    return _key(words, index) == "("


def _key(words: Words, index: int) -> str:
    return words[index].key if index < len(words) else ""
