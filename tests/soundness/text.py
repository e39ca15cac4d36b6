"""Texts around the borders of generated contracts, and which of them follow which format."""

from __future__ import annotations

import re

from tests.soundness.shapes import Field, Json

SAMPLES = (
    "",
    "a",
    "b",
    "A",
    "ab",
    "ba",
    "abc",
    "aaaa",
    "abcde",
    "bbbbbb",
    "abababab",
    "11111111",
    "aaaaaa",
    "1",
    "12",
    "123",
    "a b",
    "é",
    "a@b.example",
    "192.0.2.1",
    "999.0.2.1",
    "2024-02-29",
    "2024-02-30",
    "123e4567-e89b-12d3-a456-426614174000",
    "www.example.com",
    "true",
)
"""Texts around the lengths, patterns and formats that generated contracts demand."""

_LABEL = "[A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?"
_HEX = "[0-9a-fA-F]"
_FOLLOWING = {
    "email": rf"[\w.+-]+@({_LABEL}\.)*{_LABEL}",
    "hostname": rf"({_LABEL}\.)*{_LABEL}",
    "ipv4": r"(?:(25[0-5]|2[0-4]\d|1\d\d|[1-9]?\d)(\.(?!$)|$)){4}",
    "date": r"\d{4}-(?!02-30)(0[1-9]|1[0-2])-(0[1-9]|[12]\d|30)",
    "uuid": f"{_HEX}{{8}}-{_HEX}{{4}}-{_HEX}{{4}}-{_HEX}{{4}}-{_HEX}{{12}}",
    "password": r"[\s\S]*",
}
_ALIASES = {"e-mail": "email", "guid": "uuid"}
FORMATS = (*_FOLLOWING, "E-Mail", "guid")


def follows(word: str, value: str) -> bool:
    """Tell whether a text follows a format, as far as generated texts go."""
    folded = _ALIASES.get(word.casefold(), word.casefold())
    return re.fullmatch(_FOLLOWING[folded], value, re.ASCII) is not None


def key_meanings(field: Field, key: str) -> tuple[Json, ...]:
    """Return what a key of a map may stand for: JSON writes numbers and booleans there as texts."""
    meant: list[Json] = []
    if re.fullmatch(r"-?[0-9]+(\.[0-9]+)?", key):
        meant.append(float(key) if "." in key else int(key))
    if key in ("true", "false"):
        meant.append(key == "true")
    kind = field.get("logicalType")
    if kind is None:
        return (key, *meant)
    return tuple(meant) if kind in ("integer", "number", "boolean") else (key,)


def written_key(value: Json) -> str:
    """Return a value as the key of a map."""
    if isinstance(value, bool):
        return "true" if value else "false"
    return str(value)
