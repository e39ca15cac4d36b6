"""Runs single rules of the catalogue on contract texts."""

from __future__ import annotations

from bot.adapters.reading import read
from bot.core.check import Ruleset, compare, gate, lint, survey
from bot.core.contract.model import Contract, DataProduct
from bot.core.finding import Finding
from bot.core.rule import Registry, Release, whole
from bot.core.rules import CATALOGUE
from tests.reading import contract


def only(*names: str) -> Ruleset:
    """Return the rules of these names, with their own weights."""
    found = tuple(rule for rule in CATALOGUE if rule.name in names)
    assert len(found) == len(names)
    return Ruleset(rules=found, weights={})


def family(name: str) -> Ruleset:
    """Return the rules of a family, with their own weights."""
    return Ruleset(rules=tuple(rule for rule in CATALOGUE if rule.family == name), weights={})


def linted(rule: str, text: str) -> list[str]:
    """Return the paths at which a rule strikes in a contract."""
    return [finding.path for finding in lint(contract(whole(text)), only(rule))]


def said(rule: str, text: str) -> list[str]:
    """Return what a rule says of a contract."""
    return [finding.message for finding in lint(contract(whole(text)), only(rule))]


def surveyed(rule: str, files: dict[str, str]) -> list[str]:
    """Return the places at which a rule strikes among the documents of these files."""
    documents = [read(whole(text).encode(), file) for file, text in files.items()]
    registry = Registry(
        contracts=tuple(found for found in documents if isinstance(found, Contract)),
        products=tuple(found for found in documents if isinstance(found, DataProduct)),
    )
    return [str(finding.head) for finding in survey(registry, only(rule))]


def changed(old: str, new: str, rules: Ruleset) -> tuple[Finding, ...]:
    """Return what the rules say about a change."""
    return compare(contract(whole(old)), contract(whole(new)), rules)


def gated(release: Release) -> list[str]:
    """Return the names of the version and process rules that strike."""
    return [finding.name for finding in gate(release, family("lifecycle"))]
