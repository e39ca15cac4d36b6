"""Compares multipleOf: which numbers are whole multiples of a step."""

from __future__ import annotations

from fractions import Fraction

from bot.core.contract.node import Scalar
from bot.core.relation import Relation
from bot.core.sets.difference import Difference, exact, relation_of, unknown, written


def compare_multiples(old: object, new: object, *, integer: bool = False) -> Relation:
    """Return how the new multipleOf compares; None is no multipleOf."""
    return multiples_difference(old, new, integer=integer).relation


def multiples_difference(old: object, new: object, *, integer: bool = False) -> Difference:
    """Return the relation of the multiples of two steps, each with a multiple of its own.

    0.1 is one tenth exactly. With `integer` only whole multiples count, so that 0.5 and 1 are the
    same. UNKNOWN where a step is not a number above 0.
    """
    steps = []
    for value in (old, new):
        step = None if value is None else exact(value)
        if value is not None and (step is None or step <= 0):
            return unknown("multipleOf is not a number above 0")
        steps.append(_whole_step(step) if integer else step)
    before, after = steps
    only_old = _outside(before, after)
    only_new = _outside(after, before)
    return Difference(
        relation_of(only_old=only_old is not None, only_new=only_new is not None),
        _samples(only_old),
        _samples(only_new),
    )


def is_multiple(value: object, step: object) -> bool | None:
    """Tell whether a value is a whole multiple of a step; None where one is no number."""
    number, unit = exact(value), exact(step)
    if number is None or unit is None or unit <= 0:
        return None
    return (number / unit).denominator == 1


def _whole_step(step: Fraction | None) -> Fraction:
    """Return the step of the whole numbers among the multiples: p of p/q in lowest terms."""
    return Fraction(1 if step is None else step.numerator)


def _outside(step: Fraction | None, other: Fraction | None) -> Fraction | None:
    """Return a multiple of the step that is none of the other; None where there is none.

    No step at all (None) is every number, of which half the other step is no multiple.
    """
    if other is None:
        return None
    if step is None:
        return other / 2
    return None if (step / other).denominator == 1 else step


def _samples(number: Fraction | None) -> tuple[Scalar, ...]:
    value = None if number is None else written(number)
    return () if value is None else (value,)
