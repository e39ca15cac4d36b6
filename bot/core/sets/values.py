"""Compares lists of admitted values: enum, validValues, missingValues."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction

from bot.core.contract.node import Scalar
from bot.core.sets.difference import (
    Difference,
    exact,
    first_samples,
    has_variable,
    relation_of,
    unknown,
)

Identity = tuple[str, Fraction | str]
"""What makes a scalar the same value as another: its kind, and the value within the kind."""


def identity(value: object) -> Identity | None:
    """Return what the value is equal by: 1 and 1.0 are one value; 1, "1" and true are three.

    None for what is no scalar.
    """
    match value:
        case None:
            return ("null", "")
        case bool():
            return ("boolean", str(value))
        case str():
            return ("text", value)
        case _:
            number = exact(value)
            return None if number is None else ("number", number)


def values_difference(old: Sequence[object] | None, new: Sequence[object] | None) -> Difference:
    """Return the relation of two lists as sets, with the first values that only one holds.

    Order and repetition mean nothing. An open list (None) is wider than any other, and then the
    differences have no samples. UNKNOWN where an item is no scalar or holds a variable.
    """
    if old is None or new is None:
        return Difference(relation_of(only_old=new is not None, only_new=old is not None))
    before, after = _by_identity(old), _by_identity(new)
    if before is None or after is None:
        return unknown("an item is not a plain value")
    only_old = [value for key, value in before.items() if key not in after]
    only_new = [value for key, value in after.items() if key not in before]
    if has_variable(*only_old, *only_new):
        return unknown("an item holds a variable")
    return Difference(
        relation_of(only_old=bool(only_old), only_new=bool(only_new)),
        first_samples(only_old),
        first_samples(only_new),
    )


def _by_identity(values: Sequence[object]) -> dict[Identity, Scalar] | None:
    found: dict[Identity, Scalar] = {}
    for value in values:
        key = identity(value)
        if key is None:
            return None
        if value is None or isinstance(value, str | int | float):
            found.setdefault(key, value)
    return found
