"""Compares the thresholds of quality checks: mustBe, mustBeLessThan, mustBeBetween and the rest."""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction

from bot.core.contract.node import Scalar
from bot.core.records import dataclass
from bot.core.relation import Relation
from bot.core.sets.difference import (
    Difference,
    exact,
    first_samples,
    has_variable,
    relation_of,
    unknown,
    written,
)
from bot.core.sets.intervals import Bound, Interval
from bot.core.sets.line import Line, critical_points
from bot.core.sets.values import Identity, identity

OPERATORS = (
    "mustBe",
    "mustNotBe",
    "mustBeGreaterThan",
    "mustBeGreaterOrEqualTo",
    "mustBeLessThan",
    "mustBeLessOrEqualTo",
    "mustBeBetween",
    "mustNotBeBetween",
)

_PERCENT = frozenset({"percent", "%", "pct", "percentage", "per cent"})
_ROWS = frozenset({"rows", "row", "count", "records"})


@dataclass(frozen=True, slots=True)
class Clause:
    """What one operator accepts: intervals of numbers, and values that are no numbers.

    With `all_others` every such value but `named` is accepted, else `named` alone.
    """

    intervals: tuple[Interval, ...]
    named: frozenset[Identity] = frozenset()
    all_others: bool = False

    def accepts(self, value: Identity) -> bool:
        """Tell whether the operator accepts the value."""
        if isinstance(value[1], Fraction):
            return any(interval.holds(value[1]) for interval in self.intervals)
        return (value in self.named) != self.all_others


def read_unit(unit: object) -> Line | None:
    """Return the line that a check's unit counts on: rows where absent; None for other units."""
    if unit is None:
        return Line.COUNT
    folded = unit.strip().casefold() if isinstance(unit, str) else ""
    if folded in _PERCENT:
        return Line.PERCENT
    return Line.COUNT if folded in _ROWS else None


def compare_thresholds(
    old: Mapping[str, object],
    new: Mapping[str, object],
    *,
    whole: bool,
    between_inclusive: bool = True,
    line: Line | None = None,
) -> Relation:
    """Return how the results that the new operators accept compare.

    The results are counts where `whole` is set, else percentages; `line` names another line, such
    as NUMBER for the result of a query.
    """
    domain = line or (Line.COUNT if whole else Line.PERCENT)
    return threshold_difference(old, new, domain, between_inclusive=between_inclusive).relation


def threshold_difference(
    old: Mapping[str, object],
    new: Mapping[str, object],
    line: Line,
    *,
    between_inclusive: bool = True,
) -> Difference:
    """Return the relation of two thresholds, with results that only one of them accepts.

    Of a check, only the keys that are operators are looked at; several operators must all hold.
    UNKNOWN where there is no operator, or one cannot be read: a bound that is no number, a
    reversed range, a number in quotes.
    """
    old_clauses = read_clauses(old, line, inclusive=between_inclusive)
    new_clauses = read_clauses(new, line, inclusive=between_inclusive)
    if old_clauses is None and new_clauses is None and _operators(old) == _operators(new):
        return Difference(Relation.SAME)
    if not old_clauses or not new_clauses:
        return unknown("a threshold is missing or cannot be read")
    only_old: list[Identity] = []
    only_new: list[Identity] = []
    for value in _candidates((*old_clauses, *new_clauses), line):
        in_old = all(clause.accepts(value) for clause in old_clauses)
        in_new = all(clause.accepts(value) for clause in new_clauses)
        if in_old != in_new:
            (only_old if in_old else only_new).append(value)
    return Difference(
        relation_of(only_old=bool(only_old), only_new=bool(only_new)),
        _samples(only_old),
        _samples(only_new),
    )


def read_clauses(
    threshold: Mapping[str, object], line: Line, *, inclusive: bool = True
) -> tuple[Clause, ...] | None:
    """Return what each operator of a check accepts; None where one cannot be read."""
    clauses = []
    for operator, value in _operators(threshold).items():
        clause = _clause(operator, value, line, inclusive=inclusive)
        if clause is None:
            return None
        clauses.append(clause)
    return tuple(clauses)


def accepts(
    threshold: Mapping[str, object], result: object, line: Line, *, between_inclusive: bool = True
) -> bool | None:
    """Tell whether a check's threshold accepts a result; None where that cannot be told."""
    clauses = read_clauses(threshold, line, inclusive=between_inclusive)
    value = identity(result)
    if not clauses or value is None:
        return None
    return all(clause.accepts(value) for clause in clauses)


def _operators(check: Mapping[str, object]) -> dict[str, object]:
    return {name: check[name] for name in OPERATORS if check.get(name) is not None}


def _clause(operator: str, value: object, line: Line, *, inclusive: bool) -> Clause | None:
    """Return what one operator accepts; None where its value cannot be read."""
    if operator in {"mustBeBetween", "mustNotBeBetween"}:
        return _between(value, line, inside=operator == "mustBeBetween", inclusive=inclusive)
    if operator in {"mustBe", "mustNotBe"}:
        return _equal(value, line, wanted=operator == "mustBe")
    number = exact(value)
    if number is None:
        return None
    bound = Bound(number, closed="OrEqual" in operator)
    greater = operator.startswith("mustBeGreater")
    return Clause((Interval(bound if greater else None, None if greater else bound, line),))


def _equal(value: object, line: Line, *, wanted: bool) -> Clause | None:
    key = identity(value)
    if key is None or has_variable(value) or _quoted_number(value):
        return None
    if not isinstance(key[1], Fraction):
        numbers = () if wanted else (Interval(line=line),)
        return Clause(numbers, frozenset({key}), all_others=not wanted)
    at = Bound(key[1])
    if wanted:
        return Clause((Interval(at, at, line),))
    return Clause(_around(at, at, line), all_others=True)


def _between(value: object, line: Line, *, inside: bool, inclusive: bool) -> Clause | None:
    """Return what a range accepts; None unless it is two numbers, the smaller one first."""
    ends = [exact(end) for end in value] if isinstance(value, list | tuple) else []
    if len(ends) != 2 or ends[0] is None or ends[1] is None or ends[0] > ends[1]:  # noqa: PLR2004 - a pair
        return None
    low, high = Bound(ends[0], inclusive), Bound(ends[1], inclusive)
    return Clause((Interval(low, high, line),) if inside else _around(low, high, line))


def _around(low: Bound, high: Bound, line: Line) -> tuple[Interval, Interval]:
    """Return everything but the range between two bounds."""
    below = Interval(None, Bound(low.at, not low.closed), line)
    above = Interval(Bound(high.at, not high.closed), None, line)
    return below, above


def _quoted_number(value: object) -> bool:
    """Tell whether a text would be taken for a number by some engines and not by others."""
    return isinstance(value, str) and value.strip().lstrip("+-")[:1].isdigit()


def _candidates(clauses: tuple[Clause, ...], line: Line) -> tuple[Identity, ...]:
    """Return the values that decide how thresholds of these clauses compare.

    Values that are no numbers matter only where a clause names one.
    """
    borders = [
        at for clause in clauses for interval in clause.intervals for at in interval.borders()
    ]
    numbers = [("number", point) for point in critical_points(borders, line)]
    named = sorted({key for clause in clauses for key in clause.named}, key=str)
    fresh = "other"
    while ("text", fresh) in named:
        fresh += "x"
    others = [*named, ("text", fresh)] if named else []
    return (*others, *numbers)


def _samples(values: list[Identity]) -> tuple[Scalar, ...]:
    return first_samples(_sample(*value) for value in values)


def _sample(kind: str, value: Fraction | str) -> Scalar:
    if isinstance(value, Fraction):
        return written(value)
    return value == "True" if kind == "boolean" else value
