"""What SARIF tells of each rule that struck: from the catalogue, and for codes of faults."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import cache

from bot.core.errors import Fault
from bot.core.finding import Finding, Weight
from bot.core.mode import Direction
from bot.core.rule import Rule
from bot.core.rules import CATALOGUE
from bot.render.machine.levels import level
from bot.render.machine.records import Record
from bot.render.markdown.rule import rule_markdown

_LONGEST = 1024
"""GitHub cuts a description that is longer."""


def rule_descriptors(findings: Iterable[Finding]) -> Iterator[Record]:
    """Yield the descriptor of each rule among the findings, by id (SARIF 2.1.0, 3.49)."""
    names = {finding.rule: finding for finding in findings}
    for rule_id in sorted(names):
        rule = _catalogue().get(rule_id)
        yield _descriptor(rule) if rule else _unknown(names[rule_id])


def fault_rules(faults: Iterable[Fault]) -> Iterator[Record]:
    """Yield a descriptor for each code among the faults."""
    for code in sorted({fault.code for fault in faults}):
        words = code.name.lower().replace("_", " ")
        yield {
            "id": str(code),
            "name": words.replace(" ", "-"),
            "shortDescription": {"text": f"The file could not be read: {words}."},
            "fullDescription": {"text": f"The file could not be read: {words}."},
            "help": {"text": "Mend the file: the message says where and how."},
            "defaultConfiguration": {"level": "error"},
            "properties": {"tags": ["reading"], "problem.severity": "error"},
        }


@cache
def _catalogue() -> Mapping[str, Rule]:
    return {rule.id: rule for rule in CATALOGUE}


def _descriptor(rule: Rule) -> Record:
    weight = rule.weighs(Direction.FULL)
    return {
        "id": rule.id,
        "name": rule.name,
        "shortDescription": {"text": rule.summary[:_LONGEST]},
        "fullDescription": {"text": f"{rule.summary} {rule.why}"[:_LONGEST]},
        "help": {"text": f"{rule.why}\n\n{rule.instead}", "markdown": rule_markdown(rule)},
        "defaultConfiguration": {"level": level(weight)},
        "properties": {
            "tags": [rule.family, str(rule.plane)],
            "problem.severity": _severity(weight),
        },
    }


def _unknown(finding: Finding) -> Record:
    """Return what a finding itself tells of its rule, for one that the catalogue has not."""
    return {
        "id": finding.rule,
        "name": finding.name,
        "shortDescription": {"text": finding.name},
        "fullDescription": {"text": finding.name},
        "help": {"text": finding.hint},
        "defaultConfiguration": {"level": level(finding.weight)},
    }


def _severity(weight: Weight) -> str:
    told = level(weight)
    return "recommendation" if told == "note" else told
