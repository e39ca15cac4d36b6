"""Quality rules as ODCS v3.0 wrote them, in the form of v3.2.

v3.0 had `rule` with free names, as many operators as one liked, or none; since v3.1 there is
`metric` with five names, and exactly one operator. A rule that cannot be said in that way
becomes a rule of type `custom` that holds what was written.
Source: ODCS v3.0.2 and v3.2.0 JSON Schema, `$defs/DataQuality`.
"""

from __future__ import annotations

from collections.abc import Iterator

from bot.core.contract.forms import QUALITY, fitted, of_kind
from bot.core.contract.node import MapNode, Node, SeqNode
from bot.core.contract.rewriting import Entry, entries, items, mapping, sequence, with_custom

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
METRICS = {
    "nullvalues": "nullValues",
    "nullcheck": "nullValues",
    "nullcount": "nullValues",
    "notnull": "nullValues",
    "missingvalues": "missingValues",
    "missingcount": "missingValues",
    "missingcheck": "missingValues",
    "invalidvalues": "invalidValues",
    "invalidcount": "invalidValues",
    "validvalues": "invalidValues",
    "validcheck": "invalidValues",
    "duplicatevalues": "duplicateValues",
    "duplicatecount": "duplicateValues",
    "duplicatecheck": "duplicateValues",
    "uniquecheck": "duplicateValues",
    "unique": "duplicateValues",
    "rowcount": "rowCount",
    "countcheck": "rowCount",
}
"""What a rule of v3.0 is called as a metric; names in small letters."""

OLD_ENGINE = "odcs-3.0"
"""The engine of a rule that has no form in v3.2."""

_ASSERTIONS = frozenset(("notnull", "uniquecheck", "unique", "validvalues", "validcheck"))
"""Rules that say what must be so. What an operator beside them counts is not told by v3.0."""

_CONTENT = {
    "library": frozenset(("rule", "validValues", "arguments", *OPERATORS)),
    "sql": frozenset(("query", *OPERATORS)),
    "custom": frozenset(("engine", "implementation")),
    "text": frozenset[str](),
}


def quality_in_form(node: Node) -> Node:
    """Return quality rules of v3.0 as rules of v3.2; of several operators each gets its rule."""
    if not isinstance(node, SeqNode):
        return node
    return sequence(
        node.mark,
        (
            (made, mark)
            for rule, mark in items(node)
            for made in (_rules(rule) if isinstance(rule, MapNode) else (rule,))
        ),
    )


def _rules(rule: MapNode) -> Iterator[MapNode]:
    kind = str(rule.get("type", "library"))
    content = _CONTENT.get(kind, frozenset())
    around, over = fitted(_without(rule, content), QUALITY)
    base = with_custom(around, over)
    own = {entry.key: entry for entry in entries(rule) if entry.key in content}
    checks = _checks(kind, own, rule)
    if checks is None:
        yield _foreign(base, own, rule)
        return
    for number, check in enumerate(checks):
        # an id must stay unique among the rules
        first = base if number == 0 else _without(base, frozenset(("id",)))
        yield mapping(rule.mark, [*entries(first), *check])


def _without(node: MapNode, keys: frozenset[str]) -> MapNode:
    return mapping(node.mark, (entry for entry in entries(node) if entry.key not in keys))


def _checks(kind: str, own: dict[str, Entry], rule: MapNode) -> list[list[Entry]] | None:
    """Return what to add to each rule that this one becomes; None where v3.2 cannot say it."""
    if kind in {"text", "custom"}:
        return [list(own.values())]
    operators = [own[name] for name in OPERATORS if name in own]
    if not all(_is_sound(entry) for entry in operators):
        return None
    if kind == "sql":
        return [[own["query"], entry] for entry in operators] or None
    metric = _metric(own["rule"], operators)
    if metric is None or not _is_mapping(own.get("arguments")):
        return None
    said = [own["rule"].named("metric").holding(metric), *_arguments(own, rule)]
    if not operators and metric != "rowCount":
        operators = [own["rule"].named("mustBe").holding(0)]
    return [[*said, entry] for entry in operators] or None


def _metric(rule: Entry, operators: list[Entry]) -> str | None:
    name = rule.value.lower() if isinstance(rule.value, str) else ""
    return None if operators and name in _ASSERTIONS else METRICS.get(name)


def _is_sound(entry: Entry) -> bool:
    """Tell whether an operator's value is one that v3.2 takes."""
    if entry.key in {"mustBe", "mustNotBe"}:
        return True
    if not entry.key.endswith("Between"):
        return of_kind(entry.value, "number")
    bounds = entry.value
    return (
        isinstance(bounds, SeqNode)
        and len(bounds) == 2  # noqa: PLR2004  # the lower and the upper bound
        and all(of_kind(bound, "number") for bound in bounds)
        and bounds[0] != bounds[1]
    )


def _is_mapping(entry: Entry | None) -> bool:
    return entry is None or isinstance(entry.value, MapNode)


def _arguments(own: dict[str, Entry], rule: MapNode) -> list[Entry]:
    """Return the arguments of a metric; `validValues` stood beside the rule in v3.0."""
    given = own.get("arguments")
    valid = own.get("validValues")
    if valid is None:
        return [given] if given else []
    present = given.value if given and isinstance(given.value, MapNode) else MapNode(rule.mark)
    arguments = mapping(valid.key_mark, [*entries(present), valid])
    return [Entry("arguments", arguments, valid.key_mark, valid.key_mark)]


def _foreign(base: MapNode, own: dict[str, Entry], rule: MapNode) -> MapNode:
    written = mapping(rule.mark, own.values())
    made = (("type", "custom"), ("engine", OLD_ENGINE), ("implementation", written))
    added = [Entry(key, value, rule.mark, rule.mark) for key, value in made]
    kept = (entry for entry in entries(base) if entry.key != "type")
    return mapping(rule.mark, [*kept, *added])
