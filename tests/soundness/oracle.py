"""What it means that rows are valid under a contract, told again as plainly as can be.

The words of ODCS 3.2.0, and what "compatible" means: writers are closed, readers project onto
their own fields and see a missing column as null. Contracts and rows are JSON values here, and
nothing of the engine is used, so that one of the two can show that the other is wrong.
"""

from __future__ import annotations

import json
import re
import struct
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction
from functools import lru_cache

from tests.soundness import clock, physical, text
from tests.soundness.shapes import Field, Json, Row

_WIDTHS: dict[str, tuple[int, int]] = {
    **{f"i{n}": (-(2 ** (n - 1)), 2 ** (n - 1) - 1) for n in (8, 16, 32, 64, 128)},
    **{f"u{n}": (0, 2**n - 1) for n in (8, 16, 32, 64, 128)},
}
_ELEMENTS = {"binary": (0, 1), "int8": (-128, 127), "uint8": (0, 255)}
_FLOATS = {"f32": "<f", "f64": "<d"}


@dataclass(frozen=True, slots=True)
class Reading:
    """One way to read what the standard leaves open; the engine has to be right under each.

    `column`: rows carry fields and objects by their physicalName, where they have one. `fold`:
    names that differ in their case alone are one.
    """

    column: bool = False
    fold: bool = False

    def key(self, element: Field) -> str:
        """Return the key under which rows carry the field."""
        name = (self.column and element.get("physicalName")) or element.get("name", "")
        return str(name).casefold() if self.fold else str(name)


PLAIN = Reading()


def exact(value: Json) -> Fraction | None:
    """Return a number as it is written, 0.1 as 1/10; None for anything else."""
    if isinstance(value, bool) or not isinstance(value, int | float):
        return None
    return _written(repr(value))


@lru_cache(maxsize=2_000)
def _written(number: str) -> Fraction:
    return Fraction(number)


def identity(value: Json) -> str:
    """Return a text that is equal for values that are one: 1 and 1.0 are, 1 and true not."""
    match value:
        case dict():
            held = {key: identity(item) for key, item in value.items() if item is not None}
            return "object " + json.dumps(held, sort_keys=True)
        case list():
            return "list " + json.dumps([identity(item) for item in value])
        case _ if (number := exact(value)) is not None:
            return f"number {number}"
        case _:
            return json.dumps(value)


def as_field(obj: Field) -> Field:
    """Return the field that holds the rows of a contract's object."""
    fields = obj.get("properties", [])
    return {"name": obj["name"], "logicalType": "object", "required": True, "properties": fields}


def admits(field: Field, value: Json, reading: Reading) -> bool:
    """Tell whether a field may have the value; a missing one is null."""
    if value is None:
        return not field.get("required") and not field.get("primaryKey")
    listed = [identity(entry["value"]) for entry in field.get("enum", ())]
    if listed and identity(value) not in listed:
        return False
    point = exact(value)
    return _fits_type(field, value, reading) and physical.stores(field, value, point)


def _fits_type(field: Field, value: Json, reading: Reading) -> bool:
    kind = field.get("logicalType")
    if kind is None:
        if isinstance(value, dict) and "properties" in field:
            return _object(field, value, reading)
        if isinstance(value, list) and "items" in field:
            return _array(field, value, reading)
        return True
    return _TYPES[kind](field, value, reading)


def _boolean(_field: Field, value: Json, _reading: Reading) -> bool:
    return isinstance(value, bool)


def _string(field: Field, value: Json, _reading: Reading) -> bool:
    options = field.get("logicalTypeOptions", {})
    return (
        isinstance(value, str)
        and _counted(options, "Length", len(value))
        and ("pattern" not in options or re.search(options["pattern"], value) is not None)
        and ("format" not in options or text.follows(options["format"], value))
    )


def _counted(options: Field, what: str, count: int) -> bool:
    least, most = options.get(f"min{what}"), options.get(f"max{what}")
    return (least is None or count >= least) and (most is None or count <= most)


def _number(field: Field, value: Json, _reading: Reading) -> bool:
    point, options = exact(value), field.get("logicalTypeOptions", {})
    if point is None or not _within(options, point, exact):
        return False
    if "multipleOf" in options and (point / (exact(options["multipleOf"]) or 1)).denominator != 1:
        return False
    return _kept(options.get("format"), point)


def _kept(word: str | None, point: Fraction) -> bool:
    """Tell whether a binary float keeps a whole number; of fractions a neighbour is meant."""
    if point.denominator != 1 or word not in _FLOATS:
        return True
    try:
        return Fraction(*struct.unpack(_FLOATS[word], struct.pack(_FLOATS[word], point))) == point
    except OverflowError:
        return False


def _within(options: Field, point: Fraction, read: Callable[[Json], Fraction | None]) -> bool:
    bounds = {key: read(options[key]) for key in _BOUNDS if key in options}
    return all(at is not None and _BOUNDS[key](point, at) for key, at in bounds.items())


_BOUNDS: dict[str, Callable[[Fraction, Fraction], bool]] = {
    "minimum": lambda point, at: point >= at,
    "maximum": lambda point, at: point <= at,
    "exclusiveMinimum": lambda point, at: point > at,
    "exclusiveMaximum": lambda point, at: point < at,
}


def _integer(field: Field, value: Json, reading: Reading) -> bool:
    """Judge a whole number: where no format tells its width, a physical type does, else `i32`."""
    point = exact(value)
    if point is None or point.denominator != 1 or not _number(field, value, reading):
        return False
    word = field.get("logicalTypeOptions", {}).get("format")
    if word is None and physical.is_number(field):
        return True
    low, high = _WIDTHS[str(word or "i32")]
    return low <= point <= high


def _clock(field: Field, value: Json, _reading: Reading) -> bool:
    point = clock.point(field, value)
    options = field.get("logicalTypeOptions", {})
    return (
        point is not None
        and options.get("timezone") in (None, clock.has_offset(value))
        and _within(options, point, lambda bound: clock.bound(field, bound))
    )


def _array(field: Field, value: Json, reading: Reading) -> bool:
    options = field.get("logicalTypeOptions", {})
    if not isinstance(value, list) or not _counted(options, "Items", len(value)):
        return False
    if options.get("uniqueItems") and len({identity(item) for item in value}) < len(value):
        return False
    return "items" not in field or all(admits(field["items"], item, reading) for item in value)


def _vector(field: Field, value: Json, _reading: Reading) -> bool:
    options = field.get("logicalTypeOptions", {})
    points = [exact(element) for element in value] if isinstance(value, list) else [None]
    if None in points or len(points) != options.get("dimensions", len(points)):
        return False
    known = [point for point in points if point is not None]
    if options.get("elementType") in _ELEMENTS:
        low, high = _ELEMENTS[options["elementType"]]
        if not all(point.denominator == 1 and low <= point <= high for point in known):
            return False
    return not options.get("normalized") or sum((point * point for point in known), Fraction()) == 1


def _map(field: Field, value: Json, reading: Reading) -> bool:
    inner = field["map"]
    return isinstance(value, dict) and all(
        any(admits(inner["key"], meant, reading) for meant in text.key_meanings(inner["key"], key))
        and admits(inner["value"], entry, reading)
        for key, entry in value.items()
    )


def _object(field: Field, value: Json, reading: Reading) -> bool:
    if not isinstance(value, dict):
        return False
    options, children = field.get("logicalTypeOptions", {}), field.get("properties", ())
    if not _counted(options, "Properties", sum(entry is not None for entry in value.values())):
        return False
    keys = {reading.key({"name": child["name"]}): reading.key(child) for child in children}
    demanded = [reading.key({"name": name}) for name in options.get("required", ())]
    if any(value.get(keys.get(name, name)) is None for name in demanded):
        return False
    if children and not set(value) <= {reading.key(child) for child in children}:
        return False
    return all(admits(child, value.get(reading.key(child)), reading) for child in children)


_TYPES: dict[str, Callable[[Field, Json, Reading], bool]] = {
    "array": _array,
    "boolean": _boolean,
    "date": _clock,
    "integer": _integer,
    "map": _map,
    "number": _number,
    "object": _object,
    "string": _string,
    "time": _clock,
    "timestamp": _clock,
    "vector": _vector,
}


def project(field: Field, value: Json, reading: Reading) -> Json:
    """Return what a reader of the field sees of a value."""
    match value:
        case dict() if "map" in field:
            inner = field["map"]["value"]
            return {key: project(inner, entry, reading) for key, entry in value.items()}
        case dict() if field.get("properties"):
            known = {reading.key(child): child for child in field["properties"]}
            return {
                key: project(known[key], entry, reading)
                for key, entry in value.items()
                if key in known
            }
        case list() if "items" in field:
            return [project(field["items"], item, reading) for item in value]
        case _:
            return value


def distinct(obj: Field, rows: Sequence[Row], reading: Reading) -> bool:
    """Tell whether rows, each valid alone, keep the unique fields and the primary key.

    Nulls are no values; inside lists and maps no field is unique in anything.
    """
    ways = list(_ways(obj, (), reading))
    for way, field in ways:
        held = [found for row in rows if (found := _reach(row, way)) is not None]
        if field.get("unique") and len({identity(found) for found in held}) < len(held):
            return False
    key = [way for way, field in ways if field.get("primaryKey")]
    told = [tuple(identity(_reach(row, way)) for way in key) for row in rows]
    return not key or len(set(told)) == len(told)


def _ways(
    field: Field, above: tuple[str, ...], reading: Reading
) -> Iterator[tuple[tuple[str, ...], Field]]:
    for child in field.get("properties", ()):
        way = (*above, reading.key(child))
        yield way, child
        yield from _ways(child, way, reading)


def _reach(row: Row, way: Sequence[str]) -> Json:
    value: Json = row
    for key in way:
        value = value.get(key) if isinstance(value, dict) else None
    return value


def valid(obj: Field, rows: Sequence[Row], reading: Reading = PLAIN) -> bool:
    """Tell whether rows are valid under an object of a contract, together."""
    field = as_field(obj)
    return all(admits(field, row, reading) for row in rows) and distinct(obj, rows, reading)


def seen(obj: Field, rows: Sequence[Row], reading: Reading = PLAIN) -> list[Row]:
    """Return what readers of an object see of rows made under another contract."""
    return [project(as_field(obj), row, reading) for row in rows]


def lost(old: Field, new: Field, reading: Reading, path: str) -> str | None:
    """Return the path of a field that readers of the old object select in vain; None if none."""
    after = {reading.key(child): child for child in new.get("properties", ())}
    for child in old.get("properties", ()):
        inner = f"{path}.{reading.key(child)}"
        if reading.key(child) not in after:
            return inner
        found = lost(child, after[reading.key(child)], reading, inner)
        if found:
            return found
    for one, two, step in _inner(old, new):
        found = lost(one, two, reading, path + step)
        if found:
            return found
    return None


def _inner(old: Field, new: Field) -> Iterator[tuple[Field, Field, str]]:
    if "items" in old:
        yield old["items"], new.get("items", {}), "[]"
    for part in old.get("map", ()):
        yield old["map"][part], new.get("map", {}).get(part, {}), f"{{{part}}}"
