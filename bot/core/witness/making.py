"""Makes values that are valid under a field, and where possible under its other side too."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import islice

from bot.core.contract.model import Field
from bot.core.records import dataclass
from bot.core.witness.datum import project_value
from bot.core.witness.likeness import Itself, likeness
from bot.core.witness.members import LONGEST
from bot.core.witness.scalar_values import kind_of, scalars
from bot.core.witness.value import value_faults

MISSING = object()
"""The absence of a value: none could be made, or the key is to be left out."""
MOST_ITEMS = 64
"""No list, map or vector of a witness is longer."""
MOST_FIELDS = 250
"""No row of a witness, and no object in it, is wider: people read it."""
_MOST_TRIED = 64
_MOST_KEYS = 3
_MOST_PARTS = 1_000
_MOST_BITS = 512
_ENOUGH = 10_000
"""As much work as the first value of a field without fields may take."""
_SEARCH = 1_000
"""What a text for a pattern costs: patterns can be built to make the search for one long."""


@dataclass(frozen=True, slots=True)
class Duo:
    """A field, and the field that the other contract has in its place, if any."""

    own: Field
    other: Field | None = None

    def child(self, field: Field) -> Duo:
        """Return a field of the own side with its namesake on the other."""
        return Duo(field, named(self.other.properties, field.name) if self.other else None)

    def children(self) -> Iterator[Duo]:
        """Yield each field of the own side with its namesake on the other."""
        there = {field.name: field for field in self.other.properties} if self.other else {}
        for field in self.own.properties:
            yield Duo(field, there.get(field.name))


def named(fields: Sequence[Field], name: str) -> Field | None:
    """Return the field of that name."""
    return next((field for field in fields if field.name == name), None)


def needed(duo: Duo) -> bool:
    """Tell whether either side demands that the field has a value."""
    sides = (duo.own,) if duo.other is None else (duo.own, duo.other)
    return any(side.required or side.primary_key for side in sides)


def kindred(duo: Duo) -> bool:
    """Tell whether some value may be of the logical types of both sides."""
    types = {side.logical_type for side in (duo.own, duo.other) if side is not None}
    return len(types) == 1 or None in types or types == {"integer", "number"}


@lru_cache(maxsize=4_096)
def _first(
    own: Itself[Field], other: Itself[Field | None], dialect: str | None, other_dialect: str | None
) -> tuple[object, int]:
    """Return the first value of a field without fields, and the work that it took to find it.

    Each row has its neighbours’ values, so they are asked for as often as there are findings.
    """
    maker = Maker(dialect, other_dialect, work=_ENOUGH)
    value = next(maker.options(Duo(own.thing, other.thing)), MISSING)
    return value, _ENOUGH - maker.work


class Maker:
    """Makes values, with a bound on all its work: contracts may be hostile.

    `work` is how many values may be judged, each counted with all that it holds. `full` also
    fills what is optional.
    """

    def __init__(
        self, dialect: str | None, other_dialect: str | None, *, work: int, full: bool = False
    ) -> None:
        self.dialect = dialect
        self.other_dialect = other_dialect
        self.full = full
        self.work = work

    def first(self, duo: Duo) -> object:
        """Return the most readable value; MISSING where none is found."""
        if not duo.own.holds_fields:
            sides = Itself(duo.own), Itself(duo.other)
            value, cost = _first(*sides, self.dialect, self.other_dialect)
            if cost <= self.work:
                self.work -= cost
                return value
        return next(self.options(duo), MISSING)

    def options(self, duo: Duo) -> Iterator[object]:
        """Yield values valid on the own side: first those that the other side admits too."""
        other = duo.other if kindred(duo) else None
        only_own: list[object] = []
        seen: set[object] = set()
        for value in islice(self._ideas(duo), _MOST_TRIED):
            self.work -= size(value)
            key = likeness(value) if self.work >= 0 and is_small(value) else None
            if key is None or key in seen or not self.is_valid(value, duo.own):
                continue
            seen.add(key)
            if other is None or self._is_admitted(value, other):
                yield value
            else:
                only_own.append(value)
        yield from only_own

    def is_valid(self, value: object, field: Field) -> bool:
        """Tell whether a value is valid for sure under a field of the own side."""
        self.work -= size(value)
        if self.work < 0 or not is_small(value):
            return False
        return next(value_faults(value, field, "", self.dialect), None) is None

    def may_search(self) -> bool:
        """Tell whether there is work left to find a text for a pattern, and charge it."""
        self.work -= _SEARCH
        return self.work >= 0

    def _is_admitted(self, value: object, other: Field) -> bool:
        self.work -= size(value)
        seen = project_value(value, other)
        found = value_faults(seen, other, "", self.other_dialect)
        return not any(fault.certain for fault in found)

    def _ideas(self, duo: Duo) -> Iterator[object]:
        """Yield values that may be valid, readable ones first."""
        if self.work < 0:
            return
        match kind_of(duo.own, self.dialect):
            case "object":
                yield from self._objects(duo)
            case "array":
                yield from self._lists(duo)
            case "map":
                yield from self._maps(duo)
            case "vector":
                yield from vectors(duo.own)
            case _:
                yield from self._scalars(duo)

    def _scalars(self, duo: Duo) -> Iterator[object]:
        for field, dialect in ((duo.own, self.dialect), (duo.other, self.other_dialect)):
            if field is not None and (field.options.pattern is None or self.may_search()):
                yield from scalars(field, dialect)

    def _objects(self, duo: Duo) -> Iterator[object]:
        base = self.object_of(duo)
        if base is None:
            return
        yield base
        for name in base:
            field = named(duo.own.properties, name)
            ideas = self.options(duo.child(field)) if field else iter(())
            yield from ({**base, name: value} for value in islice(ideas, 1, 3))

    def object_of(self, duo: Duo, without: str | None = None) -> dict[str, object] | None:
        """Return an object with what either side demands, but for one name; None if it fails."""
        sides = (duo.own,) if duo.other is None else (duo.own, duo.other)
        wanted = {name for side in sides for name in side.options.required}
        least = max(side.options.min_properties or 0 for side in sides)
        if not duo.own.properties:
            return _free_object((name for name in wanted if name != without), least)
        self.work -= len(duo.own.properties)
        children = [child for child in duo.children() if child.own.name != without]
        chosen = {child.own.name for child in children if needed(child) or child.own.name in wanted}
        optional = [child.own.name for child in children if child.own.name not in chosen]
        chosen.update(optional if self.full else optional[: max(0, least - len(chosen))])
        if self.work < 0 or len(chosen) > MOST_FIELDS:
            return None
        made = {child.own.name: self.first(child) for child in children if child.own.name in chosen}
        if any(value is MISSING and field_needs(duo.own, name) for name, value in made.items()):
            return None
        return {name: value for name, value in made.items() if value is not MISSING}

    def _lists(self, duo: Duo) -> Iterator[object]:
        sides = (duo.own,) if duo.other is None else (duo.own, duo.other)
        least = max(side.options.min_items or 0 for side in sides)
        yield from filter(None, (self.list_of(duo, max(least, 1)), self.list_of(duo, least)))
        if least <= 1 and duo.own.items is not None:
            for value in islice(self.options(self.items_of(duo)), 1, 4):
                yield [value]
        yield []

    @staticmethod
    def items_of(duo: Duo) -> Duo:
        """Return the items of two arrays; the own side has declared them."""
        if duo.own.items is None:
            return duo
        return Duo(duo.own.items, duo.other.items if duo.other else None)

    def list_of(self, duo: Duo, length: int, *first: object) -> list[object] | None:
        """Return a list of that many items, distinct where they can be, the given ones first."""
        if not len(first) <= length <= MOST_ITEMS:
            return None
        ideas: Iterator[object] = iter(range(1, length + 1))
        if duo.own.items is not None:
            ideas = self.options(self.items_of(duo))
        known = {likeness(value) for value in first}
        fresh = (value for value in ideas if likeness(value) not in known)
        items = [*first, *islice(fresh, length - len(first))]
        while items and len(items) < length:
            items.append(items[-1])
        return items if len(items) == length else None

    def _maps(self, duo: Duo) -> Iterator[object]:
        for entry in islice(self.entries(duo), 3):
            yield dict((entry,))
        yield {}

    def entries(self, duo: Duo, value: object = MISSING) -> Iterator[tuple[str, object]]:
        """Yield entries of a map: keys, each with the value, or one that is made."""
        own, other = duo.own, duo.other
        if value is MISSING:
            value = 1
            if own.map_value is not None:
                value = self.first(Duo(own.map_value, other.map_value if other else None))
        if value is MISSING:
            return
        keys: Iterator[object] = iter(("a", "1"))
        if own.map_key is not None:
            keys = islice(self.options(Duo(own.map_key)), _MOST_KEYS)
        yield from ((key_text(key), value) for key in keys)


def field_needs(parent: Field, name: str) -> bool:
    """Tell whether an object's own side demands the field of that name."""
    field = named(parent.properties, name)
    demanded = field is not None and (field.required or field.primary_key)
    return demanded or name in parent.options.required


def size(value: object) -> int:
    """Return how many parts a value has, counted up to the most that a witness may have.

    A text or a number too long to be read counts as too many.
    """
    todo, parts = [value], 0
    while todo and parts < _MOST_PARTS:
        part = todo.pop()
        parts += 1
        match part:
            case dict():
                todo += part.values()
            case list():
                todo += part
            case str() if len(part) > LONGEST:
                return _MOST_PARTS
            case int() if part.bit_length() > _MOST_BITS:
                return _MOST_PARTS
            case _:
                pass
    return parts


def is_small(value: object) -> bool:
    """Tell whether people could read a value: lists in lists grow beyond every bound."""
    return size(value) < _MOST_PARTS


def key_text(key: object) -> str:
    """Return a value as JSON writes it for a key."""
    return str(key).lower() if isinstance(key, bool) else str(key)


def vectors(field: Field) -> Iterator[list[object]]:
    """Yield vectors of the field's dimensions: unit vectors, which every element type holds."""
    dimensions = field.options.dimensions or 2
    for place in range(min(dimensions, 3) if dimensions <= MOST_ITEMS else 0):
        yield [1 if index == place else 0 for index in range(dimensions)]


def _free_object(names: Iterable[str], least: int) -> dict[str, object] | None:
    made: dict[str, object] = dict.fromkeys(sorted(names), 1)
    if max(len(made), least) > MOST_ITEMS:
        return None
    spare = (f"field_{number}" for number in range(1, MOST_ITEMS + 1))
    while len(made) < least:
        made.setdefault(next(spare), 1)
    return made
