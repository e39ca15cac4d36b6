"""Explains quality rules: what each kind of rule needs, and the form that v3.0 had."""

from __future__ import annotations

from collections.abc import Iterator

from bot.adapters.odcs.case import Case, Path
from bot.adapters.odcs.wording import listed, shown, spelled
from bot.core.contract.node import MapNode, Node
from bot.core.contract.old_quality import METRICS, OPERATORS
from bot.core.errors import ErrorCode, Fault

_TYPE_OF_KEY = {"query": "sql", "engine": "custom", "implementation": "custom"}
_LIBRARY_KEYS = frozenset((*OPERATORS, *_TYPE_OF_KEY, "rule", "metric", "arguments", "validValues"))


def said_here(case: Case, node: Node) -> frozenset[str]:
    """Return the keys of a rule whose absence or excess `quality_faults` tells, and nobody else."""
    if not isinstance(node, MapNode):
        return frozenset()
    if not _has_metrics(case):
        return frozenset(("rule",))
    if "metric" not in node and _is_from_library(node):
        return _LIBRARY_KEYS
    return frozenset()


def quality_faults(case: Case, path: Path, node: MapNode) -> Iterator[Fault]:
    """Yield what is wrong with the form of a quality rule that is not valid."""
    modern = _has_metrics(case)
    if _is_from_library(node) and ("metric" if modern else "rule") not in node:
        yield _without_check(case, path, node, modern=modern)
    elif modern and ("metric" in node or node.get("type") == "sql"):
        yield from _operator_faults(case, path, node)


def _is_from_library(node: MapNode) -> bool:
    """Tell whether a rule is one of the standard's own; so is one that does not say its type."""
    kind = node.get("type")
    return kind is None or kind == "library"


def _has_metrics(case: Case) -> bool:
    return case.standard.schema not in {"odcs-3.0.0", "odcs-3.0.1", "odcs-3.0.2"}


def _without_check(case: Case, path: Path, node: MapNode, *, modern: bool) -> Fault:
    """Return the fault of a rule that does not say what is checked, or says it in other words."""
    key = next((key for key in _TYPE_OF_KEY if key in node), None)
    if modern and "rule" in node:
        statement = f"`rule` is the word of v3.0; {case.standard} wants `metric`"
        return case.fault(
            ErrorCode.UNKNOWN_KEY, (*path, "rule"), statement, _metric_hint(node), key=True
        )
    if not modern and "metric" in node:
        statement = f"{case.standard} has no key `metric` in a quality rule"
        hint = (
            f"`metric` came with v3.1.0; this file declares {case.standard.declared}:"
            " raise `apiVersion`, or write `rule`"
        )
        return case.fault(ErrorCode.UNKNOWN_KEY, (*path, "metric"), statement, hint, key=True)
    wanted = "metric" if modern else "rule"
    if key and "type" not in node:
        statement = f"`type` is missing; `{key}` is for a rule of type `{_TYPE_OF_KEY[key]}`"
        return case.fault(
            ErrorCode.MISSING_KEY, path, statement, f"add `type: {_TYPE_OF_KEY[key]}`"
        )
    statement = f"`{wanted}` is missing; it says what the rule checks"
    example = "metric: nullValues" if modern else "rule: nullCheck"
    hint = f"add `{example}`, or `type: sql` with a `query`, or `type: text` with a `description`"
    return case.fault(ErrorCode.MISSING_KEY, path, statement, hint)


def _metric_hint(node: MapNode) -> str:
    rule = node["rule"]
    metric = METRICS.get(rule.lower()) if isinstance(rule, str) else None
    if metric is None:
        return (
            f"write one of {listed(sorted(set(METRICS.values())))}; a rule for another tool is"
            " `type: custom`, with `engine` and `implementation`"
        )
    if rule.lower() == "validvalues":  # type: ignore[union-attr]  # a text, as METRICS has it
        return "write `metric: invalidValues`, `arguments: {validValues: […]}` and `mustBe: 0`"
    if any(operator in node for operator in OPERATORS):
        return f"write `metric: {metric}`"
    bound = "mustBeGreaterThan: 0" if metric == "rowCount" else "mustBe: 0"
    return f"write `metric: {metric}` and what must hold: `{bound}`"


def _operator_faults(case: Case, path: Path, node: MapNode) -> Iterator[Fault]:
    present = [operator for operator in OPERATORS if operator in node]
    code = ErrorCode.NO_SUCH_FORM
    if not present:
        statement = "nothing says what must hold; exactly one operator is wanted"
        hint = f"add one of {listed(OPERATORS)}, such as `mustBe: 0`"
        yield case.fault(code, path, statement, hint)
    elif len(present) > 1:
        told = " and ".join(f"`{name}: {spelled(node[name])}`" for name in present[:3])
        statement = f"has {told}; exactly one operator is wanted"
        hint = f"keep `{shown(present[0])}`, and make a rule of its own for the rest"
        yield case.fault(code, path, statement, hint, at=(*path, present[1]), key=True)
