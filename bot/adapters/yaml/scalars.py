"""What a scalar means: the core schema of YAML 1.2 (section 10.3.2), not the one of YAML 1.1.

`no`, `on`, `1_000`, `12:30` and `2024-01-01` are texts, `010` is ten.
"""

from __future__ import annotations

import math
import re

from bot.adapters.yaml.limits import MAX_NUMBER
from bot.core.contract.node import Scalar

LOOK = frozenset(["", *"~nNtTfF+-.0123456789"])
"""The first characters of plain scalars that may be something else than a text."""

_WORDS: dict[str, Scalar] = {
    **dict.fromkeys(("", "~", "null", "Null", "NULL"), None),
    **dict.fromkeys(("true", "True", "TRUE"), True),
    **dict.fromkeys(("false", "False", "FALSE"), False),
}
_NUMBER = re.compile(
    r"(?P<int>[-+]?[0-9]+)"
    r"|(?P<float>[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?)"
    r"|0o(?P<octal>[0-7]+)"
    r"|0x(?P<hexadecimal>[0-9a-fA-F]+)"
    r"|(?P<endless>[-+]?\.(?:inf|Inf|INF))"
    r"|(?P<none>\.(?:nan|NaN|NAN))"
)
_BASES = {"int": 10, "octal": 8, "hexadecimal": 16}
CORE_TAGS = "tag:yaml.org,2002:"
_TYPES: dict[str, type] = {
    f"{CORE_TAGS}str": str,
    f"{CORE_TAGS}int": int,
    f"{CORE_TAGS}float": float,
    f"{CORE_TAGS}bool": bool,
    f"{CORE_TAGS}null": type(None),
}


class BadNumberError(ValueError):
    """A number that a contract cannot hold; the text says why."""


class UnfitTagError(ValueError):
    """A tag that is not of the core schema, or does not fit its scalar."""


def meaning(text: str, tag: str | None, *, plain: bool) -> Scalar:
    """Return what a scalar means, in quotes or plain. Raises UnfitTagError, BadNumberError."""
    if tag is None:
        return resolve(text) if plain else text
    return text if tag == "!" else resolve_as(tag, text)


def resolve(text: str) -> Scalar:
    """Return what a plain scalar means. Raises BadNumberError."""
    if text in _WORDS:
        return _WORDS[text]
    match = _NUMBER.fullmatch(text)
    if match is None:
        return text
    kind = match.lastgroup or ""
    if kind in {"endless", "none"}:
        raise BadNumberError("is no number that data can be compared with")
    if len(text) > MAX_NUMBER:
        raise BadNumberError(f"is a number of more than {MAX_NUMBER} characters")
    return _float(text) if kind == "float" else int(match[kind], _BASES[kind])


def _float(text: str) -> float:
    value = float(text)
    if math.isinf(value):
        raise BadNumberError("is too large for a number")
    return value


def resolve_as(tag: str, text: str) -> Scalar:
    """Return what a scalar with this tag means. Raises UnfitTagError, BadNumberError."""
    wanted = _TYPES.get(tag)
    if wanted is str:
        return text
    value = resolve(text) if wanted else text
    if wanted is float and type(value) is int:
        return _float(str(value))
    if type(value) is not wanted:
        raise UnfitTagError
    return value
