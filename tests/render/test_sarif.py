from __future__ import annotations

import json
from collections import Counter
from dataclasses import replace
from typing import Any
from urllib.parse import unquote

import pytest

import bot
from bot.core.errors import Location
from bot.core.finding import Weight
from bot.core.review import LintReport, Review
from bot.core.rule import Rule
from bot.core.rules import CATALOGUE
from bot.render.formats import render_lint, render_review
from bot.render.machine import sarif
from bot.render.terminal import Terminal
from tests.conftest import Golden
from tests.render import hostile, samples
from tests.render.samples import FINDING

TERMINAL = Terminal()

every_text = pytest.mark.parametrize("text", hostile.TEXTS.values(), ids=hostile.TEXTS.keys())


def run_of(told: str) -> dict[str, Any]:
    log = json.loads(told)
    assert log["version"] == "2.1.0"
    (run,) = log["runs"]
    assert isinstance(run, dict)
    return run


def reviewed(review: Review) -> dict[str, Any]:
    return run_of(render_review(review, "sarif", TERMINAL))


def test_a_review_becomes_one_run(golden: Golden) -> None:
    told = render_review(samples.several(), "sarif", TERMINAL)

    golden("render/review.sarif", told.replace(f'"{bot.__version__}"', '"VERSION"'))


def test_a_lint_report_becomes_one_run(golden: Golden) -> None:
    told = render_lint(samples.linted(), "sarif", TERMINAL)

    golden("render/lint.sarif", told.replace(f'"{bot.__version__}"', '"VERSION"'))


@every_text
def test_every_result_is_what_github_asks_for(text: str) -> None:
    for told in (
        render_review(hostile.review(text), "sarif", TERMINAL),
        render_lint(hostile.report(text), "sarif", TERMINAL),
    ):
        run = run_of(told)
        rules = run["tool"]["driver"]["rules"]
        for result in run["results"]:
            assert rules[result["ruleIndex"]]["id"] == result["ruleId"]
            assert result["level"] in {"error", "warning", "note"}
            assert result["message"]["text"].isprintable()
            (location,) = result["locations"]
            place = location["physicalLocation"]
            assert place["artifactLocation"]["uri"].isascii()
            assert place["region"]["startLine"] >= 1
            assert result["partialFingerprints"]["primaryLocationLineHash"]


def test_a_file_is_told_as_a_reference_from_the_root() -> None:
    odd = replace(FINDING, head=Location("a b/ü#?.y"))
    run = run_of(render_lint(LintReport(files=1, faults=(), findings=(odd,)), "sarif", TERMINAL))

    (result,) = run["results"]
    artifact = result["locations"][0]["physicalLocation"]["artifactLocation"]
    assert artifact == {"uri": "a%20b/%C3%BC%23%3F.y", "uriBaseId": "%SRCROOT%"}
    assert unquote(artifact["uri"]) == "a b/ü#?.y"


def test_a_rule_is_described_from_the_catalogue() -> None:
    rule = next(rule for rule in CATALOGUE if rule.name == "field-removed")
    found = replace(FINDING, rule=rule.id, name=rule.name, weight=Weight.BREAKING)

    run = run_of(render_lint(LintReport(files=1, faults=(), findings=(found,)), "sarif", TERMINAL))

    (told,) = run["tool"]["driver"]["rules"]
    assert (told["id"], told["name"]) == ("DC104", "field-removed")
    assert told["shortDescription"]["text"] == rule.summary
    assert told["help"]["markdown"].startswith("# DC104 field-removed\n")
    assert told["defaultConfiguration"] == {"level": "error"}


@pytest.mark.parametrize("rule", CATALOGUE, ids=lambda rule: rule.name)
def test_every_rule_of_the_catalogue_can_be_described(rule: Rule) -> None:
    found = replace(FINDING, rule=rule.id, name=rule.name)

    run = run_of(render_lint(LintReport(files=1, faults=(), findings=(found,)), "sarif", TERMINAL))

    (told,) = run["tool"]["driver"]["rules"]
    assert len(told["fullDescription"]["text"]) <= 1024
    assert told["properties"]["tags"] == [rule.family, str(rule.plane)]


def test_results_come_weightiest_first_and_are_no_more_than_a_run_holds(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(sarif, "MOST_RESULTS", 8)

    run = reviewed(samples.big())

    levels = [result["level"] for result in run["results"]]
    assert levels == ["error"] * 6 + ["warning"] * 2
    (notice,) = run["invocations"][0]["toolExecutionNotifications"]
    assert notice["message"]["text"] == "3 more results did not fit: a run holds 8"


def test_equal_findings_keep_apart() -> None:
    report = LintReport(files=1, faults=(), findings=(FINDING, FINDING))
    run = run_of(render_lint(report, "sarif", TERMINAL))

    prints = Counter(
        result["partialFingerprints"]["primaryLocationLineHash"] for result in run["results"]
    )
    assert prints == {f"{FINDING.fingerprint}:1": 1, f"{FINDING.fingerprint}:2": 1}


def test_what_has_no_place_is_told_at_the_policy() -> None:
    found = replace(FINDING, base=None, head=None)
    run = run_of(render_lint(LintReport(files=1, faults=(), findings=(found,)), "sarif", TERMINAL))

    place = run["results"][0]["locations"][0]["physicalLocation"]
    assert place["artifactLocation"]["uri"] == ".github/contract-steward.yml"
