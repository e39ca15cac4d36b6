"""When two values are one: 1 and 1.0 are, true and 1 are not."""

from __future__ import annotations

from collections.abc import Hashable


def same(old: object, new: object) -> bool:
    """Tell whether two plain values (or model values) are equal, booleans apart from numbers.

    Python calls `True == 1`; in a contract an allowed value `true` is not the number 1.
    """
    if old is new:
        return True
    if old != new:
        return False
    if isinstance(old, str) or old is None:
        return True
    if isinstance(old, dict) and isinstance(new, dict):
        return all(same(value, new[key]) for key, value in old.items())
    if isinstance(old, list | tuple) and isinstance(new, list | tuple):
        return all(map(same, old, new))
    return isinstance(old, bool) is isinstance(new, bool)


def same_set(old: object, new: object) -> bool:
    """Tell whether two lists hold the same texts, in whatever order and how often."""
    if not isinstance(old, tuple) or not isinstance(new, tuple):
        return False
    return all(isinstance(entry, str) for entry in (*old, *new)) and set(old) == set(new)


def canonical(value: object) -> Hashable:
    """Return a hashable key that is equal exactly for scalars that are the same."""
    if isinstance(value, bool):
        return ("bool", value)
    if isinstance(value, int | float):
        return ("number", value)
    return ("text", value) if isinstance(value, str) else ("null", None)
