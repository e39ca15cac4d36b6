"""What a `transformLogic` reads: from SQL, or from what was once read and kept in its place."""

from __future__ import annotations

import json

from bot.core.lineage.reads import Read


def from_sql(logic: str, dialect: str | None) -> tuple[Read, ...]:
    """Return what SQL reads; see `bot.core.lineage.sql.columns_read`."""
    from bot.core.lineage.sql import columns_read  # noqa: PLC0415  # sqlglot takes 0.1 s

    return columns_read(logic, dialect)


def written(reads: tuple[Read, ...]) -> str:
    """Return reads as a text that `from_text` understands."""
    return json.dumps([[read.column, read.tables, read.qualifier] for read in reads])


def from_text(text: str, _dialect: str | None) -> tuple[Read, ...]:
    """Return what `written` wrote down."""
    return tuple(
        Read(column, tuple(tables), qualifier) for column, tables, qualifier in json.loads(text)
    )
