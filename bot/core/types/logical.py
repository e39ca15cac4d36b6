"""How two ODCS logical types compare."""

from __future__ import annotations

from types import MappingProxyType

from bot.core.relation import Relation
from bot.core.types.comparison import IDENTICAL, Aspect, TypeComparison, shown

_MEANING = MappingProxyType(
    {
        "string": "text",
        "date": "a calendar day",
        "timestamp": "a day with a time of day",
        "time": "a time of day without a day",
        "number": "a number that may have a fraction",
        "integer": "a whole number",
        "object": "named fields, each with its own type",
        "array": "a list of any length",
        "boolean": "true or false",
        "map": "keys and values of one type each",
        "vector": "a list of numbers of one fixed length",
    }
)
"""The words of ODCS 3.2.0, `schema[].properties[].logicalType`, and what each admits."""

_NUMBERS = {("integer", "number"): Relation.WIDER, ("number", "integer"): Relation.NARROWER}


def compare_logical(old: str, new: str) -> TypeComparison:
    """Compare two values of `logicalType`.

    Every integer is a number, so `integer` to `number` is wider. All other pairs are
    incomparable: even where a cast exists (a date read as midnight), the text that one side
    writes is not what the other side parses.
    """
    if old == new:
        return IDENTICAL
    before, after = old.strip().lower(), new.strip().lower()
    if before == after:
        return TypeComparison(Relation.SAME, Aspect.RESPELLED, f"both are {shown(after)}")
    for word in (before, after):
        if word not in _MEANING:
            reason = f"{shown(word)} is not a logical type of the standard"
            return TypeComparison(Relation.UNKNOWN, Aspect.UNPARSED, reason)
    relation = _NUMBERS.get((before, after), Relation.INCOMPARABLE)
    reason = f"{shown(before)} is {_MEANING[before]}, {shown(after)} is {_MEANING[after]}"
    return TypeComparison(relation, Aspect.FAMILY, reason)


def retyped(old: str | None, new: str | None) -> bool:
    """Tell whether both types are declared and their values have nothing in common.

    Such a change breaks in every mode; what else differs in the field then follows from it.
    """
    if old is None or new is None:
        return False
    return compare_logical(old, new).relation is Relation.INCOMPARABLE
