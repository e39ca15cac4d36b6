"""Rows made under a contract, close to every border of it and of the contract beside it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import chain
from random import Random

from tests.soundness import clock, text
from tests.soundness.oracle import Reading, admits, as_field, identity
from tests.soundness.shapes import Field, Json

MOST_VALUES = 60
MOST_INSIDE = 90
MOST_SAME = 4
MOST_ROWS = 400
_MIXED = 24
_LONGEST = 6

_WHOLE = (0, 1, -1, 2, 3, 4, 5, 6, 9, 10, 12, 100, 999, 1000)
_EDGES = tuple(
    edge + step
    for bits in (7, 8, 15, 16, 31, 32, 63, 64)
    for edge in (2**bits, -(2**bits))
    for step in (-1, 0)
)
_BROKEN = (0.5, 1.5, 2.5, -0.5, 0.25, 0.1, 12.34, 12.345, 99.99, 100.5, 2**24 + 1)
_OTHER_KINDS: tuple[Json, ...] = (
    *("a", "abcdef", "12", "2024-02-29", "2024-02-10T12:00:00Z", "12:00:00"),
    *(0, 1, 7, -1, 2**31, 0.5, True, False),
    *([], ["a"], [1], [[1]], [1, 1]),
    *({}, {"x": 1}, {"x": "a", "y": None}, {"k": {"x": 1}}),
)
_SCALARS: dict[str, tuple[Json, ...]] = {
    "string": text.SAMPLES,
    "integer": (*_WHOLE, *_EDGES, 1.0),
    "number": (*_WHOLE, *_BROKEN, *_EDGES, 1.0),
    "boolean": (True, False),
    **clock.SAMPLES,
}


def rows_of(own: Field, other: Field, reading: Reading) -> list[dict[str, Json]]:
    """Return rows that are valid under an object, each alone; `other` is its partner."""
    found = values(as_field(own), as_field(other), reading, most=MOST_ROWS)
    return [row for row in found if isinstance(row, dict)]


def couples(count: int) -> Iterator[tuple[int, int]]:
    """Yield pairs of rows by their numbers: one twice, two that differ in one field, any two."""
    chance = Random(1)  # noqa: S311 - the same rows every time
    yield from ((place, place) for place in range(min(count, 40)))
    for first in range(min(count, 3)):
        yield from ((first, second) for second in range(min(count, 120)))
    if count:
        yield from ((chance.randrange(count), chance.randrange(count)) for _ in range(150))


def values(
    own: Field, other: Field | None, reading: Reading, most: int = MOST_VALUES
) -> list[Json]:
    """Return values that a field may have, those near a border of either side first."""
    ideas = chain(_told(own), _told(other or {}), _ideas(own, other, reading))
    found: dict[str, Json] = {}
    for value in ideas:
        if len(found) >= most:
            break
        key = identity(value) + type(value).__name__
        if key not in found and value is not None and admits(own, value, reading):
            found[key] = value
    null = [None] if admits(own, None, reading) else []
    return [*found.values(), *null]


def _told(field: Field) -> Iterator[Json]:
    """Yield the values that a contract itself names, and their neighbours."""
    yield from (entry["value"] for entry in field.get("enum", ()))
    options = field.get("logicalTypeOptions", {})
    for key in ("minimum", "exclusiveMinimum", "maximum", "exclusiveMaximum", "multipleOf"):
        told = options.get(key)
        yield told
        if isinstance(told, int | float):
            yield from (told + step for step in (-1, -0.5, 0.5, 1))
            yield from (int(told + step) for step in (-1, 0, 1))
    for key in ("minLength", "maxLength"):
        yield from ("a" * max(0, options.get(key, 0) + step) for step in (-1, 0, 1))


def _ideas(own: Field, other: Field | None, reading: Reading) -> Iterable[Json]:
    kind = own.get("logicalType")
    match kind:
        case "object":
            return _objects(own, other or {}, reading)
        case "array":
            return _arrays(own, other or {}, reading)
        case "map":
            return _maps(own, other or {}, reading)
        case "vector":
            return _vectors(own, other or {})
        case None:
            return _anything(own, other, reading)
        case _:
            return _SCALARS[kind]


def _anything(own: Field, other: Field | None, reading: Reading) -> Iterator[Json]:
    yield from _OTHER_KINDS
    if "properties" in own or (other and "properties" in other):
        yield from _objects(own, other or {}, reading)
    if "items" in own or (other and "items" in other):
        yield from _arrays(own, other or {}, reading)
    if other is not None and "logicalType" in other:
        yield from _ideas(other, own, reading)
    for kind in ("string", "integer", "number"):
        yield from _SCALARS[kind]


def _objects(own: Field, other: Field, reading: Reading) -> Iterator[Json]:
    """Yield objects with all fields, with as few as can be, each varied in every field."""
    partners = {reading.key(child): child for child in other.get("properties", ())}
    children = {reading.key(child): child for child in own.get("properties", ())}
    if not children:
        yield from ({}, {"x": 1}, {"x": "a", "y": 2}, {"z": [1]})
        children = partners
    pools = {
        key: values(child, partners.get(key), reading, most=_most(child, partners.get(key)))
        for key, child in children.items()
    }
    full = {key: pool[0] for key, pool in pools.items() if pool}
    needed = {key: value for key, value in full.items() if None not in pools[key]}
    yield from (full, needed)
    for turn in range(max((len(pool) for pool in pools.values()), default=0)):
        for key, pool in pools.items():
            if turn < len(pool):
                yield {**full, key: pool[turn]}
                yield {**needed, key: pool[turn]}
    for key in full:
        yield {name: value for name, value in full.items() if name != key}
    yield from _mixtures(pools)


def _most(child: Field, partner: Field | None) -> int:
    """Return how many values to try: a field that is the same on both sides shows nothing alone."""
    return MOST_SAME if child == partner else MOST_INSIDE


def _mixtures(pools: dict[str, list[Json]]) -> Iterator[Json]:
    chance = Random(0)  # noqa: S311 - the same rows every time
    for _ in range(_MIXED):
        chosen = {key: chance.choice(pool) for key, pool in pools.items() if pool}
        yield {key: value for key, value in chosen.items() if chance.random() < 0.8}


def _arrays(own: Field, other: Field, reading: Reading) -> Iterator[Json]:
    items = _items(own, other, reading) or [None]
    counts = _counts(own, other, "Items")
    for count in counts:
        yield [items[place % len(items)] for place in range(count)]
        yield items[:1] * count
    for count in counts:
        for first in items if count else ():
            yield [first, *(items[place % len(items)] for place in range(1, count))]
    for first in items[:MOST_VALUES]:
        yield from ([first, second] for second in items[:12])


def _items(own: Field, other: Field, reading: Reading) -> list[Json]:
    if "items" in own:
        return values(own["items"], other.get("items"), reading)
    known = values(other["items"], None, reading) if "items" in other else []
    return [*known, *_OTHER_KINDS]


def _counts(own: Field, other: Field, what: str) -> list[int]:
    told = {
        field.get("logicalTypeOptions", {}).get(f"{end}{what}", 0)
        for field in (own, other)
        for end in ("min", "max")
    }
    near = {count + step for count in told for step in (-1, 0, 1)} | {0, 1, 2}
    return sorted(count for count in near if 0 <= count <= _LONGEST)


def _maps(own: Field, other: Field, reading: Reading) -> Iterator[Json]:
    mine, theirs = own.get("map", {}), other.get("map", {})
    found = values(mine.get("key", {}), theirs.get("key"), reading)
    keys = [text.written_key(key) for key in found if isinstance(key, str | int | float)]
    entries = values(mine.get("value", {}), theirs.get("value"), reading)
    yield {}
    if keys and entries:
        yield from ({key: entries[0]} for key in keys)
        yield from ({keys[0]: entry} for entry in entries)
        yield dict(zip(keys[:3], entries, strict=False))


def _vectors(own: Field, other: Field) -> Iterator[Json]:
    sizes = [field.get("logicalTypeOptions", {}).get("dimensions", 2) for field in (own, other)]
    for size in (*sizes, 1):
        for first in (1, 0, 0.6, 2, -1, 200, -100, 300, 0.5):
            yield [first, *[0.8 if first == 0.6 else 0] * (size - 1)][:size]
            yield [first] * size


def has_sets(field: Field) -> bool:
    """Tell whether rows of an object are asked to differ from each other."""
    return any(
        child.get("unique") or child.get("primaryKey") or has_sets(child)
        for child in field.get("properties", ())
    )
