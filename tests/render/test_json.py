from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace

import pytest

from bot.core.review import LintReport, Review
from bot.render.formats import render_lint, render_review
from bot.render.machine.records import value
from bot.render.terminal import Terminal
from tests.conftest import Golden
from tests.render import hostile, samples
from tests.render.schemas import complaints

TERMINAL = Terminal()

every_text = pytest.mark.parametrize("text", hostile.TEXTS.values(), ids=hostile.TEXTS.keys())


@pytest.mark.parametrize(
    ("name", "sample"),
    [
        pytest.param("big", samples.big, id="one contract with everything"),
        pytest.param("small", samples.small, id="a field was added"),
        pytest.param("several", samples.several, id="many contracts, some not readable"),
        pytest.param("nothing", samples.nothing, id="no contract changed"),
    ],
)
def test_a_review_follows_its_schema(
    golden: Golden, name: str, sample: Callable[[], Review]
) -> None:
    told = render_review(sample(), "json", TERMINAL)

    assert complaints("review", told) == []
    golden(f"render/review-{name}.json", told)


def test_a_lint_report_follows_its_schema(golden: Golden) -> None:
    told = render_lint(samples.linted(), "json", TERMINAL)

    assert complaints("lint", told) == []
    golden("render/lint.json", told)


def test_a_clean_lint_report_says_so() -> None:
    told = render_lint(LintReport(files=3, faults=(), findings=()), "json", TERMINAL)

    assert json.loads(told) == {
        "schema": 1,
        "clean": True,
        "files": 3,
        "findings": [],
        "faults": [],
    }


@every_text
def test_hostile_texts_come_through_whole(text: str) -> None:
    told = render_review(hostile.review(text), "json", TERMINAL)
    report = render_lint(hostile.report(text), "json", TERMINAL)

    assert complaints("review", told) == []
    assert complaints("lint", report) == []
    assert [row for row in (told + report).split("\n") if not row.isprintable()] == []
    assert json.loads(told)["registry"][0]["after"] == {text: [text]}
    assert json.loads(report)["faults"][0]["message"] == text


def test_the_same_review_is_always_told_the_same() -> None:
    assert render_review(samples.big(), "json", TERMINAL) == render_review(
        samples.big(), "json", TERMINAL
    )


def test_findings_come_weightiest_first_whatever_their_order() -> None:
    review = samples.big()
    entry = review.contracts[0]
    turned = replace(entry, findings=tuple(reversed(entry.findings)))

    assert render_review(replace(review, contracts=(turned,)), "json", TERMINAL) == render_review(
        review, "json", TERMINAL
    )


@pytest.mark.parametrize(
    ("found", "told"),
    [
        pytest.param(float("nan"), "nan", id="JSON has no NaN"),
        pytest.param(float("-inf"), "-inf", id="nor infinity"),
        pytest.param((1, 2.5, None, True), [1, 2.5, None, True], id="a tuple is a list"),
        pytest.param({1: {"a": (1,)}}, {"1": {"a": [1]}}, id="keys are texts"),
        pytest.param(Review, str(Review), id="what has no form is told as text"),
    ],
)
def test_a_value_is_made_fit_for_json(found: object, told: object) -> None:
    assert value(found) == told
