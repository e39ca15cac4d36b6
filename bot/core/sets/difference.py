"""What an old and a new set do not share: their relation, with members that prove it."""

from __future__ import annotations

import re
from collections.abc import Iterable
from fractions import Fraction

from bot.core.contract.node import Scalar
from bot.core.records import dataclass
from bot.core.relation import Relation

SAMPLES = 3
"""How many members of a difference are kept: enough for a witness, short enough to show."""

_VARIABLE = re.compile(r"\$\{[A-Za-z_]\w*(?:\}|:-)")


@dataclass(frozen=True, slots=True)
class Difference:
    """How two sets compare, with a few members that only one of them holds.

    Where the relation is UNKNOWN, `reason` says why in a few words, and members that were
    found all the same are still true. A relation may be known although no member can be
    written as a YAML value: then the samples are empty.
    """

    relation: Relation
    only_old: tuple[Scalar, ...] = ()
    only_new: tuple[Scalar, ...] = ()
    reason: str = ""


def relation_of(*, only_old: bool, only_new: bool) -> Relation:
    """Return the relation of two sets from whether each holds something the other lacks."""
    if only_old and only_new:
        return Relation.INCOMPARABLE
    if only_old:
        return Relation.NARROWER
    return Relation.WIDER if only_new else Relation.SAME


def unknown(reason: str) -> Difference:
    """Return the difference of two sets that cannot be compared."""
    return Difference(Relation.UNKNOWN, reason=reason)


def first_samples(values: Iterable[Scalar]) -> tuple[Scalar, ...]:
    """Return the first few values, as a difference keeps them."""
    return tuple(value for value, _ in zip(values, range(SAMPLES), strict=False))


def exact(value: object) -> Fraction | None:
    """Return a YAML number exactly as it is written, 0.1 as 1/10; None for anything else.

    A float goes through its shortest decimal text: that is what the author wrote.
    Infinities, NaN and booleans are no numbers here.
    """
    if isinstance(value, bool) or not isinstance(value, int | float):
        return None
    if isinstance(value, int):
        return Fraction(value)
    text = repr(value)
    return None if "n" in text else Fraction(text)


def written(number: Fraction) -> int | float | None:
    """Return the YAML number that stands for exactly this one; None where no float does."""
    if number.denominator == 1:
        return number.numerator
    try:
        nearest = float(number)
    except OverflowError:
        return None
    return nearest if exact(nearest) == number else None


def has_variable(*values: object) -> bool:
    """Tell whether a text holds a variable such as ${LIMIT} or ${LIMIT:-5} (ODCS RFC 0050).

    Its value is not known when contracts are compared.
    """
    return any(isinstance(value, str) and _VARIABLE.search(value) for value in values)
