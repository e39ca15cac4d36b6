"""Compares one bound of a field on its own, inclusive and exclusive ones as one interval."""

from __future__ import annotations

from collections.abc import Mapping

from bot.core.contract.model import Field
from bot.core.relation import Relation
from bot.core.sets.intervals import Interval, compare_intervals, number_interval, temporal_interval

_KEYS = {
    "minimum": ("minimum", "exclusiveMinimum"),
    "maximum": ("maximum", "exclusiveMaximum"),
}
_SIGNS = {
    "minimum": "≥",
    "exclusiveMinimum": ">",
    "maximum": "≤",
    "exclusiveMaximum": "<",
}


def compare_bounds(before: Field, after: Field, side: str) -> Relation:
    """Return how the values compare that one bound admits; `side` is minimum or maximum.

    A field without a type has no bounds, of whatever kind those of the other side are.
    """
    old, new = before.logical_type or after.logical_type, after.logical_type or before.logical_type
    whole = old == new == "integer"
    return compare_intervals(
        _interval(before, side, old, whole=whole), _interval(after, side, new, whole=whole)
    )


def side_interval(field: Field, side: str) -> Interval | None:
    """Return the values that one bound of a field admits; None where it cannot be read."""
    return _interval(field, side, field.logical_type, whole=field.logical_type == "integer")


def told_bound(field: Field, side: str) -> str:
    """Return a bound in words: `≥ 0`, `> 5`, or `none`."""
    told = [
        f"{_SIGNS[key]} {field.options.node[key]}"
        for key in _KEYS[side]
        if key in field.options.node
    ]
    return " and ".join(told) or "none"


def _interval(field: Field, side: str, kind: str | None, *, whole: bool) -> Interval | None:
    options: Mapping[str, object] = {
        key: value
        for key, value in field.options.node.items()
        if key in (*_KEYS[side], "defaultTimezone")
    }
    if kind in ("date", "timestamp", "time"):
        return temporal_interval(options, kind)
    return number_interval(options, integer=whole)
