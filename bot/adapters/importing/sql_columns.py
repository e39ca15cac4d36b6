"""Reads the list of a table: its columns, and what each and the whole of it promises."""

from __future__ import annotations

from collections.abc import Iterator

from bot.adapters.importing.parts import Parts, not_imported
from bot.adapters.importing.sql_types import Types
from bot.adapters.importing.sql_words import Kind, Script, Word, Words, behind, dotted, group, split
from bot.core.errors import StewardError
from bot.core.records import dataclass

_MOST_FIELDS = 20_000
_SERIAL = ("serial", "bigserial", "smallserial")
_COMPUTED = frozenset({"AS", "GENERATED", "MATERIALIZED", "ALIAS"})
_BEHIND = (
    "NOT NULL CONSTRAINT PRIMARY UNIQUE CHECK REFERENCES FOREIGN DEFAULT COMMENT OPTIONS COLLATE"
    " IDENTITY AUTO_INCREMENT AUTOINCREMENT ENCODE DISTKEY SORTKEY CODEC TTL EPHEMERAL MASKING"
    " MASKED PROJECTION TAG ON VISIBLE INVISIBLE VIRTUAL STORED PERSISTED SPARSE ROWGUIDCOL"
    " FILESTREAM ENABLE DISABLE CHARSET FORMAT STORAGE COMPRESSION ENCRYPT ENCRYPTED HIDDEN SRID"
    " ASC DESC CLUSTERED NONCLUSTERED USING KEY"
)
_ENDS = _COMPUTED | frozenset(_BEHIND.split())
"""What follows a type, and is none of it."""
_OF_TABLE = frozenset({"CONSTRAINT", "PRIMARY", "UNIQUE", "FOREIGN", "CHECK", "EXCLUDE", "LIKE"})
_INDEXES = frozenset(
    {"KEY", "INDEX", "FULLTEXT", "SPATIAL", "PERIOD", "PROJECTION", "SUPPLEMENTAL"}
)


@dataclass(frozen=True, slots=True)
class Key:
    """The primary key, or one more set of columns whose values are unique together."""

    columns: tuple[str, ...]
    primary: bool = False


@dataclass(frozen=True, slots=True)
class Reference:
    """A foreign key; the columns that it leads to are empty where it leads to the primary key."""

    columns: tuple[str, ...]
    table: tuple[str, ...]
    to: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Check:
    """A condition on every row; `column` is the one behind which it stands, if any."""

    words: Words
    column: str | None = None


Promise = Key | Reference | Check


@dataclass(frozen=True, slots=True)
class Column:
    """A column and what is promised of it together with others."""

    parts: Parts
    promises: tuple[Promise, ...] = ()


class Columns:
    """Reads the columns of one script, and counts them."""

    def __init__(self, script: Script) -> None:
        self._script = script
        self._left = _MOST_FIELDS
        self.types = Types(script, self._fields)

    def is_of_table(self, words: Words) -> bool:
        """Tell whether an element speaks of the table, and is no column."""
        first, second = words[0].key, words[1] if len(words) > 1 else None
        if first in _OF_TABLE:
            return True
        return first in _INDEXES and (
            self._script.dialect in {"mysql", "tsql", "clickhouse", "oracle"}
            or (second is not None and second.key == "(")
        )

    def column(self, words: Words, depth: int = 0) -> Column:
        """Return the column that the words declare."""
        self._left -= 1
        if self._left < 0:
            message = f"{self._script.file} has more than {_MOST_FIELDS:,} columns"
            raise not_imported(message, "import its tables one by one")
        if not words[0].names:
            raise StewardError(self._script.fault(words[0].start, "a column has no name"))
        # Spark writes `name: type` inside a STRUCT.
        start = 2 if len(words) > 1 and words[1].key == ":" else 1
        end = _type_end(words, start)
        parts: Parts = {"name": words[0].text}
        if end > start:
            parts |= self.types.parts(words[start:end], depth)
            if str(parts.get("physicalType")).lower() in _SERIAL:
                parts["required"] = True
        promises: list[Promise] = []
        for clause in self._clauses(words[end:], words[0].text):
            if isinstance(clause, dict):
                parts |= clause
            else:
                promises.append(clause)
        return Column(parts, tuple(promises))

    def promises(self, words: Words) -> Iterator[Promise]:
        """Yield what an element promises of the table: a key, a reference, a check."""
        start = dotted(words, 1)[1] if words[0].key == "CONSTRAINT" else 0
        rest = words[start:]
        opening = next((index for index, word in enumerate(rest) if word.key == "("), None)
        inner = None if opening is None else group(rest, opening)
        if not rest or opening is None or inner is None:
            return
        match rest[0].key:
            case "PRIMARY" | "UNIQUE":
                yield Key(_names(inner), rest[0].key == "PRIMARY")
            case "FOREIGN":
                after = opening + len(inner) + 2
                if after < len(rest) and rest[after].key == "REFERENCES":
                    yield self._reference(rest, after, _names(inner))[0]
            case "CHECK":
                yield Check(inner)
            case _:
                return

    def _fields(self, words: Words, depth: int) -> list[Parts]:
        return [self.column(part, depth).parts for part in split(words) if part]

    def _reference(
        self, words: Words, start: int, columns: tuple[str, ...]
    ) -> tuple[Reference, int]:
        table, index = dotted(words, start + 1)
        inner = group(words, index) if index < len(words) and words[index].key == "(" else None
        to = () if inner is None else _names(inner)
        return Reference(columns, table, to), index + (0 if inner is None else len(inner) + 2)

    def _clauses(self, words: Words, name: str) -> Iterator[Parts | Promise]:
        """Yield what stands behind the type of a column."""
        index = 0
        while index < len(words):
            found, index = self._clause(words, index, name)
            if found is not None:
                yield found

    def _clause(  # noqa: C901, PLR0911, PLR0912  # a case for each clause
        self, words: Words, index: int, name: str
    ) -> tuple[Parts | Promise | None, int]:
        """Return what a clause says, if anything, and the index behind it."""
        after = words[index + 1] if index + 1 < len(words) else None
        key, inner = words[index].key, group(words, index + 1) if _is(after, "(") else None
        match key:
            case "CONSTRAINT":
                return None, dotted(words, index + 1)[1]
            case "NOT" if _is(after, "NULL"):
                return {"required": True}, index + 2
            case "PRIMARY":
                return Key((name,), primary=True), index + 2
            case "UNIQUE":
                return {"unique": True}, index + 1
            case "CHECK" if inner is not None:
                return Check(inner, name), index + len(inner) + 3
            case "REFERENCES":
                return self._reference(words, index, (name,))
            case "DEFAULT":
                return self._default(words, index + 1)
            case "COMMENT":
                return _described(words, index + 1)
            case "OPTIONS" if inner is not None:
                return options(inner), index + len(inner) + 3
            case "ON":
                return None, _behind_action(words, index + 1)
            case "IDENTITY":
                return self._numbered(), index + 1
            case _ if key in _COMPUTED:
                return self._computed(words, index)
            case _:
                return None, behind(words, index) if key == "(" else index + 1

    def _numbered(self) -> Parts | None:
        """Return what a number that counts by itself promises: these let nobody leave it out."""
        numbered = self._script.dialect in {"postgres", "oracle", "tsql", "redshift"}
        return {"required": True} if numbered else None

    def _default(self, words: Words, start: int) -> tuple[Parts | None, int]:
        index = start + 2 if start < len(words) and words[start].key == "ON" else start
        begin = index
        while index < len(words) and (index == begin or words[index].key not in _ENDS):
            index = behind(words, index) if words[index].key == "(" else index + 1
        told = words[begin:index]
        while told and told[0].key == "(" and behind(told, 0) == len(told) > 1:
            told = told[1:-1]  # T-SQL puts brackets around every default
        text = self._script.written(told)
        if not text or text.upper() == "NULL" or text.lower().startswith("nextval"):
            return None, index
        return {"customProperties": [{"property": "default", "value": text}]}, index

    def _computed(self, words: Words, start: int) -> tuple[Parts | None, int]:
        """Return the expression of a column that is computed; a number that counts has none."""
        index = start
        while index < len(words) and words[index].key != "AS":
            if words[index].key in {"MATERIALIZED", "ALIAS"}:
                break
            index += 1
        begin = index + 1
        if begin < len(words) and words[begin].key == "IDENTITY":
            return self._numbered(), begin + 1
        inner = group(words, begin) if begin < len(words) and words[begin].key == "(" else None
        if inner is not None:
            return {"transformLogic": self._script.written(inner)}, begin + len(inner) + 2
        if words[start].key == "AS" and len(words) > begin:  # T-SQL takes one without brackets
            return {"transformLogic": self._script.written(words[begin:])}, len(words)
        return None, begin


def options(words: Words) -> Parts | None:
    """Return the description in the OPTIONS of BigQuery."""
    for part in split(words):
        if len(part) > 2 and part[0].key == "DESCRIPTION":  # noqa: PLR2004  # name, sign, text
            return _described(part, 1)[0]
    return None


def _described(words: Words, start: int) -> tuple[Parts | None, int]:
    index = start + 1 if start < len(words) and words[start].key == "=" else start
    if index >= len(words) or words[index].kind not in {Kind.TEXT, Kind.QUOTED}:
        return None, start
    text = " ".join(words[index].text.split())
    return {"description": text} if text else None, index + 1


def _type_end(words: Words, start: int) -> int:
    """Return the index behind the type that begins at an index."""
    index = start
    while index < len(words):
        key, after = words[index].key, words[index + 1] if index + 1 < len(words) else None
        ends = key in _ENDS or (key == "CHARACTER" and _is(after, "SET"))
        if ends or (key == "WITH" and not (_is(after, "TIME") or _is(after, "LOCAL"))):
            break
        index = behind(words, index) if key in {"(", "[", "<"} else index + 1
    return index


def _behind_action(words: Words, start: int) -> int:
    """Return the index behind `ON DELETE SET NULL` and the like, which promise nothing."""
    index = start + 1
    if index < len(words) and words[index].key in {"SET", "NO"}:
        index += 1
    return index + 1


def _names(words: Words) -> tuple[str, ...]:
    """Return the first word of each part: what follows is an order or a length."""
    return tuple(part[0].text for part in split(words) if part)


def _is(word: Word | None, key: str) -> bool:
    return word is not None and word.key == key
