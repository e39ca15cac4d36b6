"""Describes how two free-form values differ: those to which the standard gives no meaning."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable

from bot.core.plain import plain, said

_MOST = 5
_LONGEST = 80
_LARGEST = 400
_DEEPEST = 4
"""So many values, on both sides together, and levels of them are compared one by one: the work
doubles with each level.
"""


def differences(old: object, new: object) -> tuple[str, ...]:
    """Return a few short sentences on what differs between two plain values.

    The order of a list has no meaning, and its places are those among its sorted items; scalars,
    and containers of very many values or levels, are told as they are.
    """
    if not isinstance(old, dict | list) or not isinstance(new, dict | list):
        return (f"{_short(old)} became {_short(new)}",)
    if _size(old) + _size(new) > _LARGEST or max(_levels(old), _levels(new)) > _DEEPEST:
        return (f"{_counted(old)} became {_counted(new)}",)
    from deepdiff import DeepDiff  # noqa: PLC0415  # 110 ms, needed for containers only

    found = DeepDiff(_sorted(plain(old)), _sorted(plain(new)), verbose_level=2)
    told = [
        f"{_words(kind)} at {str(where).removeprefix('root') or 'top'}"
        for kind, entries in found.to_dict().items()
        for where in entries
    ]
    rest = (f"and {len(told) - _MOST} more",) if len(told) > _MOST else ()
    # deepdiff tells them in the order of a set, which is another one in each process.
    return (*sorted(told, key=_by_number)[:_MOST], *rest)


def _words(kind: str) -> str:
    """Return what deepdiff calls a difference in our words: `iterable_item_added`."""
    ours = kind.replace("dictionary_item", "key").replace("iterable_item", "item")
    return ours.replace("_", " ")


def _sorted(value: object) -> object:
    """Return a value with every list in it sorted: deepdiff itself would pair each with each."""
    if isinstance(value, dict):
        return {key: _sorted(entry) for key, entry in value.items()}
    if isinstance(value, list):
        return sorted(map(_sorted, value), key=lambda entry: json.dumps(entry, sort_keys=True))
    return value


def _size(value: object) -> int:
    """Return how many values are inside, the value itself counted."""
    return 1 + sum(map(_size, _inside(value)))


def _levels(value: object) -> int:
    return max((1 + _levels(entry) for entry in _inside(value)), default=0)


def _inside(value: object) -> Iterable[object]:
    if isinstance(value, dict):
        return value.values()
    return value if isinstance(value, list) else ()


def _counted(value: dict[str, object] | list[object]) -> str:
    word = "mapping" if isinstance(value, dict) else "list"
    return f"a {word} with {_size(value) - 1:,} values"


def _by_number(text: str) -> list[tuple[int, str]]:
    """Return what sorts `[2]` before `[10]`."""
    return [(len(part) if part.isdecimal() else 0, part) for part in re.split("([0-9]+)", text)]


def _short(value: object) -> str:
    text = said(value)
    return text if len(text) <= _LONGEST else f"{text[:_LONGEST]}…"
