"""Leads contracts through everything that follows reading. Nothing may be raised on the way."""

from __future__ import annotations

import json
from dataclasses import replace
from functools import cache
from xml.etree import ElementTree as ET

from bot.adapters.yaml_reader import read_yaml
from bot.core.check import lint, survey
from bot.core.contract.model import Contract, DataProduct
from bot.core.deciding import decide
from bot.core.errors import Fault, StewardError
from bot.core.finding import Finding, Weight
from bot.core.mode import FULL
from bot.core.policy.settings import DEFAULT_SETTINGS
from bot.core.review import Judging, LintReport, Review, review_contract
from bot.core.rule import Registry
from bot.core.rules import CATALOGUE
from bot.core.witness.search import find
from bot.render.contract import render_document, render_yaml
from bot.render.formats import render_lint, render_review
from bot.render.terminal import Terminal

FORMATS = ("text", "markdown", "json", "sarif", "junit", "github")
LONGEST_COMMENT = 60_000
TERMINALS = (Terminal(), Terminal(colour=False, width=40))


@cache
def judging() -> Judging:
    """Return what to judge by: every rule, also those that are off until a policy asks."""
    quiet = {rule.name: Weight.NOTE for rule in CATALOGUE if not rule.weighs(FULL.direction)}
    settings = replace(DEFAULT_SETTINGS, rules=quiet)
    return Judging(rules=CATALOGUE, settings=settings, witnesses=find)


def tell(found: Contract | DataProduct, faults: tuple[Fault, ...] = ()) -> None:
    """Lint one document and write it, and what was found, in every format."""
    fit_for_people(render_document(found))
    text = render_yaml(found.node)
    fit_for_people(text)
    assert read_yaml(text.encode(), "").root == found.node
    findings: tuple[Finding, ...]
    if isinstance(found, Contract):
        findings = (
            *lint(found, judging().ruleset(found)[0]),
            *survey(Registry(contracts=(found, found)), judging().general()),
        )
    else:
        findings = survey(Registry(contracts=(), products=(found,)), judging().general())
    write_lint(LintReport(files=1, faults=faults, findings=findings))


def compare(old: Contract, new: Contract) -> None:
    """Review the step between two contracts, both ways, and write both reviews in every format."""
    for before, after in ((old, new), (new, old)):
        entry = review_contract(before, after, judging())
        registry = survey(Registry(contracts=(before, after)), judging().general())
        review = Review(
            base="old",
            head="new",
            contracts=(entry,),
            registry=registry,
            faults=(),
            verdict=decide((entry,), registry, ()),
        )
        for form in FORMATS:
            fit(form, render_review(review, form, TERMINALS[0]))
        fit("text", render_review(review, "text", TERMINALS[1]))


def refuse(refusal: StewardError) -> None:
    """Write what was refused in every format."""
    write_lint(LintReport(files=1, faults=refusal.faults, findings=()))


def write_lint(report: LintReport) -> None:
    """Write a lint report in every format."""
    for form in FORMATS:
        fit(form, render_lint(report, form, TERMINALS[0]))


def fit(form: str, text: str) -> None:
    """Assert that a text is what its format promises."""
    text.encode()
    match form:
        case "json" | "sarif":
            json.loads(text, parse_constant=_no_json)
        case "junit":
            ET.fromstring(text)  # noqa: S314  # our own words, and no entities
        case "github":
            assert all(line.startswith("::") for line in text.splitlines())
        case "markdown":
            assert len(text) < LONGEST_COMMENT
        case _:
            assert form == "text"
    fit_for_people(text)


def fit_for_people(text: str) -> None:
    """Assert that nothing in a text is hidden or acts on what shows it."""
    line = text.replace("\n", "")
    assert line.isprintable(), {char for char in line if not char.isprintable()}


def _no_json(word: str) -> None:
    raise AssertionError(f"{word} is no JSON")
