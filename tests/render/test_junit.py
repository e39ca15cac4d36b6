from __future__ import annotations

from collections.abc import Callable
from xml.etree.ElementTree import Element, fromstring

import pytest

from bot.core.review import LintReport, Review
from bot.render.formats import render_lint, render_review
from bot.render.terminal import Terminal
from tests.conftest import Golden
from tests.render import hostile, samples

TERMINAL = Terminal()

every_text = pytest.mark.parametrize("text", hostile.TEXTS.values(), ids=hostile.TEXTS.keys())


def read(told: str) -> Element:
    return fromstring(told.encode())  # noqa: S314  # written by us


@pytest.mark.parametrize(
    ("name", "sample"),
    [
        pytest.param("several", samples.several, id="many contracts, some not readable"),
        pytest.param("nothing", samples.nothing, id="no contract changed"),
    ],
)
def test_a_review_becomes_suites(golden: Golden, name: str, sample: Callable[[], Review]) -> None:
    golden(f"render/review-{name}.xml", render_review(sample(), "junit", TERMINAL))


def test_a_lint_report_becomes_suites(golden: Golden) -> None:
    golden("render/lint.xml", render_lint(samples.linted(), "junit", TERMINAL))


def test_a_clean_report_is_one_case_that_passes() -> None:
    root = read(render_lint(LintReport(files=3, faults=(), findings=()), "junit", TERMINAL))

    assert [case.get("name") for case in root.iter("testcase")] == ["nothing found"]
    assert (root.get("tests"), root.get("failures"), root.get("errors")) == ("1", "0", "0")


@every_text
def test_the_sums_are_right_and_the_text_is_xml(text: str) -> None:
    for told in (
        render_review(hostile.review(text), "junit", TERMINAL),
        render_lint(hostile.report(text), "junit", TERMINAL),
    ):
        root = read(told)
        for suite in (root, *root.iter("testsuite")):
            assert int(suite.get("tests", "")) == len(list(suite.iter("testcase")))
            assert int(suite.get("failures", "")) == len(list(suite.iter("failure")))
            assert int(suite.get("errors", "")) == len(list(suite.iter("error")))
            assert int(suite.get("skipped", "")) == len(list(suite.iter("skipped")))
        assert {case.tag for case in root.iter()} <= {
            *("testsuites", "testsuite", "testcase"),
            *("failure", "error", "skipped", "system-out"),
        }
