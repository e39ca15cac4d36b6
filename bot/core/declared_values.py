"""Judges the values that a contract itself lists: the allowed values and the examples of fields."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from bot.core.contract.model import Contract, Field, every_field, step
from bot.core.contract.node import MapNode, Node, SeqNode
from bot.core.sets.difference import exact, has_variable
from bot.core.text import shortened, visible
from bot.core.written_patterns import pattern_size

_TEXTS = frozenset(("string", "date", "time", "timestamp"))
_NUMBERS = frozenset(("integer", "number"))
_HOLDERS: Mapping[str, type] = {"object": dict, "map": dict, "array": list, "vector": list}
_WORK = 5_000_000
"""What the patterns of one contract may cost: some seconds, for the worst of them."""
_LARGEST = 100
"""An example with more values than this is data, and is not judged."""


def with_values(contract: Contract) -> Iterator[tuple[str, Field]]:
    """Yield the fields that list allowed values or examples, with their paths."""
    for obj in contract.schema:
        for path, field in every_field(obj, step(obj.name)):
            if field.examples or field.enum:
                yield path, field


def is_of_type(value: Node, logical_type: str) -> bool:
    """Tell whether a single value is written as a logical type wants it; null fits all.

    True for the types whose values are no single ones: what is listed there, nobody can tell.
    """
    if value is None or has_variable(value) or logical_type in _HOLDERS:
        return True
    if logical_type in _TEXTS:
        return isinstance(value, str)
    if logical_type == "boolean":
        return isinstance(value, bool)
    number = exact(value)
    return number is not None and (logical_type != "integer" or number.denominator == 1)


def kind_of(value: Node) -> str:
    """Return what a value is, in words."""
    match value:
        case bool():
            return "a boolean"
        case str():
            return "a text"
        case int() | float():
            return "a number"
        case None:
            return "nothing"
        case _:
            return "a list" if isinstance(value, SeqNode) else "an object"


def told(value: Node) -> str:
    """Return a value as a message shows it: short, on one line, texts in quotes."""
    match value:
        case str():
            return f'`"{shortened(visible(value))}"`'
        case bool():
            return f"`{str(value).lower()}`"
        case MapNode() | SeqNode():
            return kind_of(value)
        case None:
            return "`null`"
        case int() if value.bit_length() > 256:  # noqa: PLR2004  # Python refuses to print the longest
            return "`a very large number`"
        case _:
            return f"`{value}`"


class Judge:
    """Judges the values of one contract, with bounded work."""

    def __init__(self, dialect: str | None) -> None:
        self._dialect = dialect
        self._work = _WORK

    def enum_fault(self, value: Node, field: Field, path: str) -> str | None:
        """Return what an allowed value of the right type does wrong under its own field."""
        if field.logical_type is not None and not is_of_type(value, field.logical_type):
            return None
        if isinstance(value, MapNode | SeqNode) or field.logical_type in _HOLDERS:
            return None
        return self._fault(value, field, path)

    def example_fault(self, value: Node, field: Field, path: str) -> str | None:
        """Return what an example does wrong under its field.

        Quotes around a number, and their lack around a text, are no fault of an example.
        """
        if isinstance(value, MapNode | SeqNode):
            holder = _HOLDERS.get(field.logical_type or "")
            if holder is None:
                kind = "an object" if isinstance(value, MapNode) else "a list"
                return None if field.logical_type is None else f"{kind} is no {field.logical_type}"
            if not isinstance(value, holder) or _count(value) > _LARGEST:
                return None
        elif value is None or field.logical_type in _HOLDERS:
            return None
        return self._fault(_meant(value, field.logical_type), field, path)

    def _fault(self, value: Node, field: Field, path: str) -> str | None:
        if has_variable(value) or not self._affords(value, field):
            return None
        from bot.core.witness.value import value_faults  # noqa: PLC0415  # not all list values

        faults = value_faults(value, field, path, self._dialect)
        return next((fault.says for fault in faults if fault.certain), None)

    def _affords(self, value: Node, field: Field) -> bool:
        """Tell whether the patterns that the value meets cost no more than is left."""
        if isinstance(value, MapNode | SeqNode):
            patterns = [inner.options.pattern for _, inner in every_field(field, "")]
            times = _count(value)
        else:
            patterns, times = [field.options.pattern], 1
        for pattern in patterns:
            if pattern is not None:
                size = pattern_size(pattern)
                self._work -= times * ((size or 1) ** 2 + _length(value))
        return self._work >= 0


def _meant(value: Node, logical_type: str | None) -> Node:
    """Return an example as the type wants it written, where only quotes are amiss."""
    if logical_type == "string" and isinstance(value, int | float):
        return str(value).lower() if isinstance(value, bool) else told(value).strip("`")
    if isinstance(value, str) and logical_type in _NUMBERS | {"boolean"}:
        from bot.core.witness.value import read_key  # noqa: PLC0415  # not all list values

        read = read_key(value.strip())
        return value if read is None else read
    return value


def _count(value: Node) -> int:
    """Return how many values there are in a value, itself included."""
    match value:
        case MapNode():
            return 1 + sum(_count(inner) for inner in value.values())
        case SeqNode():
            return 1 + sum(_count(inner) for inner in value)
        case _:
            return 1


def _length(value: Node) -> int:
    return len(value) if isinstance(value, str) else _LARGEST
