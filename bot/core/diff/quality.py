"""Compares what two quality rules accept: threshold, metric, arguments, unit and severity at once.

A quality rule counts something in the data and says which counts it accepts. So a change of the
arguments moves the count, a change of the operator moves the acceptance, and only both together
tell whether the promise became stronger (NARROWER) or weaker (WIDER).
"""

from __future__ import annotations

from collections.abc import Mapping

from bot.core.contract.model import QualityRule
from bot.core.contract.node import Node
from bot.core.conventions import Conventions
from bot.core.diff.sameness import canonical, same
from bot.core.plain import in_short, said
from bot.core.relation import Relation
from bot.core.sets.line import Line
from bot.core.sets.operators import compare_thresholds, read_unit
from bot.core.sets.patterns import compare_patterns
from bot.core.sql_text import folded_sql

_ADVICE = frozenset(("info", "warning", "warn", "low", "minor", "trivial"))
_DOWNWARD = frozenset(("mustBeLessThan", "mustBeLessOrEqualTo"))
_UPWARD = frozenset(("mustBeGreaterThan", "mustBeGreaterOrEqualTo"))
JUDGED = (
    "type",
    "metric",
    "arguments",
    "operator",
    "unit",
    "query",
    "engine",
    "implementation",
    "severity",
)
"""The attributes that say what a rule accepts; the others are for people."""


def enforced(rule: QualityRule) -> bool:
    """Tell whether the rule is a promise: it can be run, and its severity blocks."""
    runs = bool(rule.metric or rule.query or rule.implementation) and rule.type != "text"
    return runs and (rule.severity or "").strip().lower() not in _ADVICE


def leads(before: QualityRule, after: QualityRule, attribute: str) -> bool:
    """Tell whether the attribute is the first judged one that differs: one rule, one finding."""
    for name in JUDGED:
        if not same(_judged(before, name), _judged(after, name)):
            return name == attribute
    return False


def told_apart(before: QualityRule, after: QualityRule) -> tuple[str, str]:
    """Return both rules in a line each; where these are one, with what differs in them."""
    lines = in_short(before), in_short(after)
    if lines[0] != lines[1]:
        return lines
    names = [name for name in JUDGED if not same(_judged(before, name), _judged(after, name))]
    old, new = (
        ", ".join((line, *(f"{name} {_value(_judged(rule, name))}" for name in names)))
        for line, rule in zip(lines, (before, after), strict=True)
    )
    return old, new


def _judged(rule: QualityRule, name: str) -> object:
    return getattr(rule, "operators" if name == "operator" else name)


def _value(value: object) -> str:
    return "not given" if value is None else said(value)


def compare_quality(before: QualityRule, after: QualityRule, conventions: Conventions) -> Relation:
    """Return how the data that the new rule accepts compare; advice accepts everything."""
    if not enforced(before) and not enforced(after):
        return Relation.SAME
    if not enforced(before):
        return Relation.NARROWER
    if not enforced(after):
        return Relation.WIDER
    if before.type != after.type or not _same_check(before, after):
        return Relation.UNKNOWN
    line = read_unit(after.unit)
    if before.type == "library":
        lines = read_unit(before.unit), line
        if None in lines or (lines[0] is not line and not (_none(before) or _none(after))):
            return Relation.UNKNOWN
    threshold = _threshold(before, after, line, conventions)
    return _together(threshold, _through(_count_shift(before, after), before))


def _none(rule: QualityRule) -> bool:
    """Tell whether the rule accepts zero alone, which is the same in rows and in percent."""
    return same(dict(rule.operators), {"mustBe": 0})


def _same_check(before: QualityRule, after: QualityRule) -> bool:
    return (
        folded_sql(before.query) == folded_sql(after.query)
        and before.engine == after.engine
        and same(before.implementation, after.implementation)
    )


def _threshold(
    before: QualityRule, after: QualityRule, line: Line | None, conventions: Conventions
) -> Relation:
    old, new = dict(before.operators), dict(after.operators)
    if same(old, new):
        return Relation.SAME
    return compare_thresholds(
        old,
        new,
        whole=line is Line.COUNT,
        between_inclusive=conventions.between_inclusive,
        line=line if before.type == "library" else Line.NUMBER,
    )


def _count_shift(before: QualityRule, after: QualityRule) -> Relation:
    """Return whether the new rule counts more (WIDER), less (NARROWER) or other things."""
    shifts = {_argument_shift(name, before, after) for name in _argument_names(before, after)}
    if before.metric != after.metric:
        more_missing = (before.metric, after.metric) == ("nullValues", "missingValues")
        fewer = (before.metric, after.metric) == ("missingValues", "nullValues")
        if not more_missing and not fewer:
            return Relation.UNKNOWN
        shifts = {Relation.WIDER if more_missing else Relation.NARROWER}
    shifts.discard(Relation.SAME)
    if not shifts:
        return Relation.SAME
    return shifts.pop() if len(shifts) == 1 else Relation.UNKNOWN


def _argument_names(before: QualityRule, after: QualityRule) -> set[str]:
    return {*(before.arguments or ()), *(after.arguments or ())}


def _argument(name: str, rule: QualityRule) -> Node:
    return None if rule.arguments is None else rule.arguments.get(name)


def _argument_shift(name: str, before: QualityRule, after: QualityRule) -> Relation:
    old, new = _argument(name, before), _argument(name, after)
    if same(old, new):
        return Relation.SAME
    match name:
        case "validValues":
            return _members(old, new, absent=Relation.UNKNOWN).mirrored()
        case "missingValues":
            return _members(old, new, absent=Relation.WIDER)
        case "pattern" if isinstance(old, str) and isinstance(new, str):
            return compare_patterns(old, new).relation.mirrored()
        case "properties":
            return Relation.INCOMPARABLE
        case _:
            return Relation.UNKNOWN


def _members(old: Node, new: Node, *, absent: Relation) -> Relation:
    if old is None and isinstance(new, list):
        return absent
    if new is None and isinstance(old, list):
        return absent.mirrored()
    if not isinstance(old, list) or not isinstance(new, list):
        return Relation.UNKNOWN
    before, after = ({canonical(value) for value in values} for values in (old, new))
    if before == after:
        return Relation.SAME
    if before < after:
        return Relation.WIDER
    return Relation.NARROWER if after < before else Relation.INCOMPARABLE


def _through(shift: Relation, rule: QualityRule) -> Relation:
    """Return what a shift of the count does to the acceptance of the rule's operators."""
    if shift is Relation.SAME:
        return shift
    operators: Mapping[str, Node] = dict(rule.operators)
    downward = all(
        name in _DOWNWARD or (name == "mustBe" and value == 0) or _from_zero(name, value)
        for name, value in operators.items()
    )
    upward = all(name in _UPWARD for name in operators)
    if shift in (Relation.UNKNOWN, Relation.INCOMPARABLE):
        return shift
    if operators and downward:
        return shift.mirrored()
    return shift if operators and upward else Relation.INCOMPARABLE


def _from_zero(name: str, value: Node) -> bool:
    return name == "mustBeBetween" and isinstance(value, list) and bool(value) and value[0] == 0


def _together(first: Relation, second: Relation) -> Relation:
    told = {first, second} - {Relation.SAME}
    if not told:
        return Relation.SAME
    if len(told) == 1:
        return told.pop()
    return Relation.UNKNOWN if Relation.UNKNOWN in told else Relation.INCOMPARABLE
