"""Compares the connection of two servers key by key, defaults and variables understood."""

from __future__ import annotations

import re
from collections.abc import Iterator

from bot.core.contract.model import Server
from bot.core.diff.sameness import same
from bot.core.plain import said

_DEFAULTS = {"encoding": "utf-8"}
_VARIABLE = re.compile(r"\$\{[A-Za-z_][A-Za-z0-9_]*(?::-(?P<default>[^}]*))?\}")


def connection_changes(before: Server, after: Server) -> Iterator[tuple[str, object, object]]:
    """Yield (key, old, new) for each key whose effective value differs, in the old order.

    An absent key has its default (`encoding` is UTF-8); a variable with a default,
    `${NAME:-value}`, stands for that default (ODCS v3.2.0, "Servers").
    """
    old, new = dict(before.connection), dict(after.connection)
    for key in dict.fromkeys((*old, *new)):
        first, second = (_effective(key, side.get(key)) for side in (old, new))
        if not same(first, second):
            yield key, first, second


def told_change(key: str, old: object, new: object) -> str:
    """Return in words that a key of a connection came, went or has another value."""
    if old is None:
        return f"{key} is told now: {said(new)}"
    if new is None:
        return f"{key} is no longer told; it was {said(old)}"
    return f"{key} changed from {said(old)} to {said(new)}"


def has_variable(*values: object) -> bool:
    """Tell whether a value holds a variable that nothing in the contract resolves."""
    return any(isinstance(value, str) and _VARIABLE.search(value) for value in values)


def _effective(key: str, value: object) -> object:
    if value is None:
        return _DEFAULTS.get(key)
    if not isinstance(value, str):
        return value
    told = _VARIABLE.sub(lambda found: found["default"] or found[0], value)
    return told.lower() if key == "encoding" else told
