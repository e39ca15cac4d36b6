"""Which columns a SQL text reads: the lineage of a `transformLogic` that names no sources.

Import it only where there is such a text: sqlglot takes a tenth of a second to load.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from sqlglot import exp, parse_one
from sqlglot.dialects.dialect import Dialects
from sqlglot.errors import SqlglotError
from sqlglot.optimizer.scope import Scope, traverse_scope

from bot.core.lineage.reads import Read

_LONGEST = 4_000
_DEEPEST = 30
_QUERY = re.compile(r"[\s(]*(?:select|with)\b", re.IGNORECASE)
_SURPRISES = (SqlglotError, RecursionError, ValueError, TypeError, LookupError, AttributeError)
"""What the parser may raise on a text that is no SQL."""
_DIALECTS = frozenset(str(known.value) for known in Dialects)


def columns_read(logic: str, dialect: str | None) -> tuple[Read, ...]:
    """Return what a query or an expression reads; nothing where it cannot be read as SQL.

    Every column counts, in filters and joins too: what decides over a value is part of where it
    comes from. Texts that are very long or very deep are not read, nor are several statements.
    """
    logic = logic.strip().removesuffix(";")
    if len(logic) > _LONGEST or ";" in logic or _depth(logic) > _DEEPEST:
        return ()
    text = logic if _QUERY.match(logic) else f"SELECT {logic}"
    try:
        tree = parse_one(text, dialect=dialect if dialect in _DIALECTS else None)
        if not isinstance(tree, exp.Query):
            return ()
        return tuple(
            dict.fromkeys(read for scope in traverse_scope(tree) for read in _reads(scope))
        )
    except _SURPRISES:
        return ()


def _depth(text: str) -> int:
    deepest = depth = 0
    for char in text:
        if char in "([{":
            depth += 1
            deepest = max(deepest, depth)
        elif char in ")]}":
            depth -= 1
    return deepest + len(re.findall(r"(?i)\bcase\b", text))


def _reads(scope: Scope) -> Iterator[Read]:
    told: set[str] = set()
    for column in scope.columns:
        if column.name:
            read = _read(column, scope)
            if read is not None:
                told.update(read.tables)
                yield read
    for source in scope.sources.values():
        if isinstance(source, exp.Table) and (name := _name(source)) not in told:
            yield Read(None, (name,))


def _read(column: exp.Column, scope: Scope) -> Read | None:
    """Return what a column is; None where it is one of a subquery, which is read by itself."""
    if not scope.sources and not scope.parent:
        return Read(column.name, qualifier=column.table or None)
    if column.table:
        source = _source(column.table, scope)
        return Read(column.name, (_name(source),)) if isinstance(source, exp.Table) else None
    tables = [_name(source) for source in scope.sources.values() if isinstance(source, exp.Table)]
    return Read(column.name, tuple(tables)) if tables else None


def _source(alias: str, scope: Scope) -> object:
    """Return what an alias means here or, in a correlated subquery, around it."""
    around: Scope | None = scope
    while around is not None:
        if alias in around.sources:
            return around.sources[alias]
        around = around.parent
    return None


def _name(table: exp.Table) -> str:
    return ".".join(part.name for part in table.parts if part.name)
