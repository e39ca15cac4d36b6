"""Tells what a physical type holds, as far as its text can be read for sure."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from functools import lru_cache
from typing import NamedTuple

from bot.core.contract.model import Field
from bot.core.sets.difference import exact
from bot.core.types.reading import readings
from bot.core.types.shapes import (
    Array,
    Boolean,
    Choice,
    Clock,
    Day,
    Decimal,
    Float,
    Integer,
    Interval,
    Labels,
    Map,
    Moment,
    Numeral,
    Octets,
    Opaque,
    Record,
    Shape,
    Slot,
    Text,
    Vector,
)
from bot.core.witness.storing import (
    stores_boolean,
    stores_bytes,
    stores_clock,
    stores_number,
    stores_opaque,
    stores_text,
)

_NUMBERS = (Integer, Decimal, Numeral, Float)


class Held(NamedTuple):
    """Whether a physical type holds a value, and whether it is a type of texts."""

    answer: bool | None
    of_texts: bool


@lru_cache(maxsize=2_048)
def shapes(physical_type: str, dialect: str | None) -> tuple[tuple[Shape, int], ...]:
    """Return what a physical type may mean, each with the number of engines that mean it.

    One meaning where the dialect is known; () for a text that nobody can read.
    """
    counts = Counter(reading.slot.shape for reading in readings(physical_type, dialect))
    return tuple(counts.most_common())


def meanings(field: Field, dialect: str | None) -> tuple[Shape, ...]:
    """Return the shapes that the field's physical type may have, the most common first."""
    found = shapes(field.physical_type, dialect) if field.physical_type else ()
    return tuple(shape for shape, _ in found)


def of_numbers(field: Field, dialect: str | None) -> bool:
    """Tell whether the field's physical type is a number's, whatever it may mean."""
    meant = meanings(field, dialect)
    return bool(meant) and all(isinstance(shape, _NUMBERS) for shape in meant)


def held(value: object, field: Field, dialect: str | None, logical_type: str | None) -> Held:
    """Return whether a field's physical type holds a value, and whether it is a type of texts.

    True where most of its meanings do, or it has none and the logical type tells the values;
    False where all refuse; None in doubt. `logical_type` is None where the kind of the value is
    to be judged too.
    """
    meant = shapes(field.physical_type, dialect) if field.physical_type else ()
    answers: Counter[bool | None] = Counter()
    for shape, engines in meant:
        answers[_holds(value, shape, logical_type)] += engines
    if not meant:
        told = not field.physical_type or logical_type is not None
        return Held(answer=told or None, of_texts=False)
    if 2 * answers[True] > answers.total():
        return Held(answer=True, of_texts=False)
    refused = answers[False] == answers.total()
    of_texts = any(isinstance(shape, Text) for shape, _ in meant)
    return Held(answer=False if refused else None, of_texts=of_texts)


def _holds(value: object, shape: Shape, logical_type: str | None) -> bool | None:
    """Tell whether a shape holds a value; None in doubt.

    A value that is refused is in doubt where the logical type is another kind's: the physical
    type may store it in another form, which nobody can tell.
    """
    answer = _stores(value, shape, logical_type)
    own = logical_type is None or logical_type in _kinds(shape)
    return None if answer is False and not own else answer


def _kinds(shape: Shape) -> frozenset[str]:
    """Return the logical types whose values the shape holds as they are written."""
    match shape:
        case Integer() | Decimal() | Numeral() | Float():
            return frozenset(("integer", "number"))
        case Text() | Labels() | Opaque(name="uuid"):
            return frozenset(("string",))
        case Day() | Clock() | Moment():
            return frozenset(("date", "timestamp", "time"))
        case Boolean(as_integer=True):
            return frozenset(("boolean", "integer", "number"))
        case Vector():
            return frozenset(("vector", "array"))
        case _:
            return frozenset()


def _stores(value: object, shape: Shape, logical_type: str | None) -> bool | None:  # noqa: C901, PLR0911 - one line a shape
    bare = logical_type is None
    match shape:
        case Integer() | Decimal() | Numeral() | Float():
            return False if bare and exact(value) is None else stores_number(value, shape)
        case Text() | Labels():
            return False if bare and not isinstance(value, str) else stores_text(value, shape)
        case Boolean():
            return stores_boolean(value, shape)
        case Day() | Clock() | Moment():
            return stores_clock(value, shape, kind=bare)
        case Octets():
            return stores_bytes(value, shape)
        case Opaque():
            return stores_opaque(value, shape)
        case Vector() | Array():
            return _holds_list(value, shape)
        case Map() | Record():
            return _holds_object(value, shape)
        case Choice():
            return _any(_in_slot(value, slot) for _, slot in shape.branches)
        case Interval():
            return None


def _holds_list(value: object, shape: Vector | Array) -> bool | None:
    """Judge a list and all that it holds; what a loose type says of its size is ignored."""
    if not isinstance(value, list):
        return False
    loose = isinstance(shape, Array) and shape.loose
    if shape.size is not None and not loose and len(value) != shape.size:
        return False
    if isinstance(shape, Vector):
        return all(exact(item) is not None for item in value) or None
    slot = shape.element
    return True if slot is None else _all(_in_slot(item, slot) for item in value)


def _holds_object(value: object, shape: Map | Record) -> bool | None:
    """Judge an object by its entries or its fields; a key that is no text is in doubt."""
    if not isinstance(value, dict):
        return False
    if isinstance(shape, Map):
        if shape.entry is None:
            return True
        key, entry = shape.entry
        keys = (_in_slot(name, key) or None for name in value)
        return _all((*keys, *(_in_slot(item, entry) for item in value.values())))
    if shape.fields is None:
        return True
    known = dict(shape.fields)
    told = [_in_slot(value.get(name), slot) for name, slot in shape.fields]
    return _all((*told, True if value.keys() <= known.keys() else None))


def _in_slot(value: object, slot: Slot) -> bool | None:
    if value is None:
        return not slot.required or slot.filled
    return _holds(value, slot.shape, None)


def _all(answers: Iterable[bool | None]) -> bool | None:
    told = set(answers)
    return False if False in told else None if None in told else True


def _any(answers: Iterable[bool | None]) -> bool | None:
    told = set(answers)
    return True if True in told else None if None in told else False
