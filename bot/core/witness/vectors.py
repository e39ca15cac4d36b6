"""Judges vectors: their length, their elements, and whether they are normalized."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from fractions import Fraction

from bot.core.contract.model import Options
from bot.core.sets.difference import exact
from bot.core.witness.fault import OPTIONS, Fault, counted, shown

_RANGES: Mapping[str, tuple[int, int]] = {
    "binary": (0, 1),
    "int8": (-128, 127),
    "uint8": (0, 255),
}
_SURE, _POSSIBLE = Fraction(1, 1_000), Fraction(1, 10)
"""How far the squared length of a normalized vector may be from 1, for sure and at all: the
standard names no tolerance, and narrow floats need a wide one."""


def vector_faults(value: Sequence[object], options: Options, path: str) -> Iterator[Fault]:
    """Yield what is wrong with the elements of a vector (ODCS 3.2.0, logicalType vector).

    Elements of the floating types may be any number: the nearest float is meant.
    """
    if options.dimensions is not None and len(value) != options.dimensions:
        says = f"`{path}` has {counted(len(value), 'dimension')}, {options.dimensions} demanded"
        yield Fault(path, OPTIONS + "dimensions", says)
    points = [exact(element) for element in value]
    known = [point for point in points if point is not None]
    if len(known) < len(points):
        element = value[points.index(None)]
        says = f"`{path}` has the element {shown(element)}, which is no number"
        yield Fault(path, "logicalType", says)
        return
    span = _RANGES.get(options.element_type or "")
    for point in known:
        if span and not (point.denominator == 1 and span[0] <= point <= span[1]):
            says = f"`{path}` has an element that `{options.element_type}` does not hold"
            yield Fault(path, OPTIONS + "elementType", says)
            break
    if options.normalized:
        yield from _length_faults(known, path)


def _length_faults(points: Sequence[Fraction], path: str) -> Iterator[Fault]:
    away = abs(sum((point * point for point in points), Fraction(0)) - 1)
    if away > _SURE:
        says = f"`{path}` is not normalized: its length is not 1"
        yield Fault(path, OPTIONS + "normalized", says, away > _POSSIBLE)
