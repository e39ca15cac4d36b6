"""A waived finding in every format: still there, and told by whom, until when, and why."""

from __future__ import annotations

import json
import re
from datetime import date
from xml.etree.ElementTree import fromstring

import pytest

import bot
from bot.core.errors import Location
from bot.core.excusing import excused, excused_files
from bot.core.records import replace
from bot.core.review import LintReport, Passed, Review
from bot.core.waiver import Waiver
from bot.render.formats import render_lint, render_review
from bot.render.terminal import Terminal
from tests.conftest import Golden
from tests.render import hostile, samples
from tests.render.github_markdown import OURS, cells, outside_of_code, rendered, tags
from tests.render.schemas import complaints
from tests.render.test_escape import LIVE
from tests.render.test_markdown import ALLOWED

TERMINAL = Terminal()
JUDGING = replace(samples.JUDGING, today=date(2026, 7, 1))
REMOVED = Waiver(
    rule="sample-removed",
    fingerprint=None,
    path="orders.note",
    reason="Finance has not read it since May; see the minutes of June.",
    owner="@acme/orders",
    expires=date(2026, 8, 31),
    where=Location("contracts/orders.waivers.yaml", 2, 5),
)
TAGS = replace(REMOVED, rule="sample-tags", path="", owner="ada", reason="Cosmetic.")
LINT = replace(REMOVED, rule="sample-lint", path="orders.amount")
every_text = pytest.mark.parametrize("text", hostile.TEXTS.values(), ids=hostile.TEXTS.keys())


def waived(*waivers: Waiver) -> Review:
    """Return the review with everything, under these waivers."""
    found = samples.big()
    return samples.rejudged(found, excused(found.contracts[0], waivers, JUDGING))


def linted(*waivers: Waiver) -> LintReport:
    report = samples.linted()
    files = ["contracts/orders.odcs.yaml"]
    return replace(report, findings=excused_files(report.findings, waivers, JUDGING, files))


@pytest.mark.parametrize(("form", "suffix"), [("markdown", "md"), ("text", "txt")])
def test_a_review_says_what_is_waived(golden: Golden, form: str, suffix: str) -> None:
    told = render_review(waived(REMOVED, TAGS), form, TERMINAL)

    golden(f"render/review-waived.{suffix}", told.replace(bot.__version__, "VERSION"))


@pytest.mark.parametrize(("form", "suffix"), [("markdown", "md"), ("text", "txt")])
def test_a_lint_report_says_what_is_waived(golden: Golden, form: str, suffix: str) -> None:
    golden(f"render/lint-waived.{suffix}", render_lint(linted(LINT), form, TERMINAL))


def test_json_has_the_waiver_of_each_finding_and_follows_its_schema() -> None:
    review = render_review(waived(REMOVED, TAGS), "json", TERMINAL)
    lint = render_lint(linted(LINT), "json", TERMINAL)

    assert complaints("review", review) == complaints("lint", lint) == []
    found = {entry["name"]: entry["waiver"] for entry in json.loads(review)["findings"]}
    assert found["sample-removed"] == {
        "reason": REMOVED.reason,
        "owner": "@acme/orders",
        "expires": "2026-08-31",
        "location": {"file": "contracts/orders.waivers.yaml", "line": 2, "column": 5},
    }
    assert found["sample-required"] is None


def test_sarif_suppresses_what_is_waived_and_nothing_else() -> None:
    told = json.loads(render_review(waived(REMOVED), "sarif", TERMINAL))
    results = told["runs"][0]["results"]

    suppressed = [result for result in results if "suppressions" in result]
    assert [result["ruleId"] for result in suppressed] == ["DC199"]
    (suppression,) = suppressed[0]["suppressions"]
    assert (suppression["kind"], suppression["status"]) == ("external", "accepted")
    assert suppression["justification"].startswith("Finance has not read it")
    place = suppression["location"]["physicalLocation"]
    assert place["artifactLocation"]["uri"] == "contracts/orders.waivers.yaml"
    assert place["region"]["startLine"] == 2


def test_junit_skips_what_is_waived() -> None:
    before = fromstring(render_review(samples.big(), "junit", TERMINAL).encode())  # noqa: S314
    after = fromstring(render_review(waived(REMOVED), "junit", TERMINAL).encode())  # noqa: S314

    assert int(before.get("failures", "")) - int(after.get("failures", "")) == 1
    skipped = [case.get("message", "") for case in after.iter("skipped")]
    (told,) = [message for message in skipped if message.startswith("waived by")]
    assert told == (
        "waived by `@acme/orders` until 2026-08-31 in `contracts/orders.waivers.yaml:2`: "
        f"{REMOVED.reason}: field `orders.note` was removed"
    )


def test_a_workflow_command_for_what_is_waived_is_a_notice() -> None:
    told = render_review(waived(REMOVED), "github", TERMINAL)

    (line,) = [line for line in told.splitlines() if "(waived)" in line]
    assert line.startswith("::notice file=contracts/orders.odcs.yaml,")
    assert "until 2026-08-31" in line


def test_what_is_waived_demands_its_version_and_fails_nothing() -> None:
    all_waived = [
        replace(REMOVED, rule=finding.name, path=finding.path)
        for finding in samples.announced().contracts[0].all_findings()
    ]
    review = samples.announced()
    entry = excused(review.contracts[0], all_waived, JUDGING)

    assert isinstance(samples.rejudged(review, entry).verdict, Passed)
    assert entry.required == review.contracts[0].required
    assert entry.suggestion == review.contracts[0].suggestion
    assert not entry.compatible


def test_without_a_day_no_waiver_holds() -> None:
    entry = samples.big().contracts[0]

    assert excused(entry, [REMOVED], samples.JUDGING) == entry


@every_text
def test_nothing_in_a_waiver_is_live_in_markdown(text: str) -> None:
    bad = replace(
        REMOVED,
        reason=text,
        owner=text,
        where=Location(f"contracts/{text}.waivers.yaml", 2, 5),
    )
    lint_bad = replace(bad, rule="sample-lint", path="orders.amount", where=LINT.where)

    for told, width in (
        (render_review(waived(bad), "markdown", TERMINAL), 5),
        (render_lint(linted(lint_bad), "markdown", TERMINAL), 3),
    ):
        page = rendered(told)
        assert tags(page) <= ALLOWED | OURS
        assert LIVE.findall(outside_of_code(page)) == []
        assert {len(row) for row in cells(page)} == {width}


@every_text
def test_a_hostile_waiver_changes_no_structure(text: str) -> None:
    def structure(reason: str) -> list[str]:
        told = render_review(waived(replace(REMOVED, reason=reason)), "markdown", TERMINAL)
        return re.findall(r"<(?!/|code|pre)(\w+)", rendered(told))

    assert structure(text) == structure("plain")


@every_text
def test_a_hostile_waiver_is_one_line_on_a_terminal_and_one_command(text: str) -> None:
    bad = replace(REMOVED, reason=text, owner=text)
    commands = render_review(waived(bad), "github", TERMINAL).splitlines()
    plain = render_review(waived(REMOVED), "github", TERMINAL).splitlines()

    assert len(commands) == len(plain)
    assert all(line.startswith("::") for line in commands)
    shown = render_review(waived(bad), "text", TERMINAL)
    assert shown.replace("\n", "").isprintable()


@every_text
def test_a_hostile_waiver_stays_text_for_machines(text: str) -> None:
    review = waived(replace(REMOVED, reason=text, owner=text))

    xml = fromstring(render_review(review, "junit", TERMINAL).encode())  # noqa: S314  # ours
    plain = fromstring(render_review(waived(REMOVED), "junit", TERMINAL).encode())  # noqa: S314
    assert [case.tag for case in xml.iter()] == [case.tag for case in plain.iter()]
    assert complaints("review", render_review(review, "json", TERMINAL)) == []
    (run,) = json.loads(render_review(review, "sarif", TERMINAL))["runs"]
    assert sum("suppressions" in result for result in run["results"]) == 1
