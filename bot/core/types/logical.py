"""How two ODCS logical types, or two of their number formats, compare."""

from __future__ import annotations

from types import MappingProxyType

from bot.core.relation import Relation
from bot.core.types.comparison import IDENTICAL, Aspect, TypeComparison, relation_of, shown

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
_BITS = (8, 16, 32, 64, 128)
_INTEGERS = MappingProxyType(
    {f"i{n}": (-(2 ** (n - 1)), 2 ** (n - 1) - 1) for n in _BITS}
    | {f"u{n}": (0, 2**n - 1) for n in _BITS}
)
_FLOATS = MappingProxyType({"f32": 24, "f64": 53})
_DEFAULT_INTEGER = "i32"


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


def compare_integer_format(old: str | None, new: str | None) -> TypeComparison:
    """Compare two values of `logicalTypeOptions.format` of an integer; None stands for `i32`.

    By ranges: `u8` to `i16` is wider, since it fits; `u8` to `i8` is incomparable.
    """
    before, after = old or _DEFAULT_INTEGER, new or _DEFAULT_INTEGER
    unjudged = _unjudged(before, after, frozenset(_INTEGERS))
    if unjudged:
        return unjudged
    (low, high), (new_low, new_high) = _INTEGERS[before], _INTEGERS[after]
    relation = relation_of(
        new_holds_old=new_low <= low and high <= new_high,
        old_holds_new=low <= new_low and new_high <= high,
    )
    aspect = Aspect.SIGN if relation is Relation.INCOMPARABLE else Aspect.WIDTH
    reason = f"{shown(before)} holds {low} to {high}, {shown(after)} {new_low} to {new_high}"
    return TypeComparison(relation, aspect, reason)


def compare_number_format(old: str | None, new: str | None) -> TypeComparison:
    """Compare two values of `logicalTypeOptions.format` of a number.

    The schema of 3.2.0 gives `i32` as the default here, which is not one of its own values; so
    None against a format is unknown.
    """
    if (old or None) == (new or None):
        return IDENTICAL
    if not old or not new:
        reason = "the standard gives no usable default for the format of a number"
        return TypeComparison(Relation.UNKNOWN, Aspect.FORMAT, reason)
    unjudged = _unjudged(old, new, frozenset(_FLOATS))
    if unjudged:
        return unjudged
    bits, new_bits = _FLOATS[old], _FLOATS[new]
    relation = relation_of(new_holds_old=bits <= new_bits, old_holds_new=new_bits <= bits)
    reason = f"{shown(old)} keeps {bits} significant bits, {shown(new)} {new_bits}"
    return TypeComparison(relation, Aspect.WIDTH, reason)


def _unjudged(old: str, new: str, known: frozenset[str]) -> TypeComparison | None:
    if old == new:
        return IDENTICAL
    for word in (old, new):
        if word not in known:
            reason = f"{shown(word)} is not a format of the standard"
            return TypeComparison(Relation.UNKNOWN, Aspect.FORMAT, reason)
    return None
