"""What a SQL text reads, as values."""

from __future__ import annotations

from collections.abc import Callable

from bot.core.records import dataclass


@dataclass(frozen=True, slots=True)
class Read:
    """A column that is read, of one of these tables. Without a column, all of the table is read.

    `tables` are dotted names as written. Where the text has no FROM they are empty, and
    `qualifier` has the name before the column: `o` in `SUM(o.amount)`.
    """

    column: str | None
    tables: tuple[str, ...] = ()
    qualifier: str | None = None


ColumnsRead = Callable[[str, str | None], tuple[Read, ...]]
"""Tells what a text in a dialect reads."""
