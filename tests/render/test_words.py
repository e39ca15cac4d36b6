from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from bot.core.errors import Location
from bot.core.finding import Finding, Weight
from bot.core.review import LintReport, Review
from bot.render.findings import place_text, step_text, value_text
from bot.render.words import answer, headline, lint_summary, missing_version, title
from tests.render import samples
from tests.render.samples import BIG_NEW, BIG_OLD, FINDING, compared


def two_short() -> Review:
    found = samples.big()
    return samples.rejudged(found, *found.contracts, *found.contracts)


def one_of_two_short() -> Review:
    found, other = samples.big(), samples.small()
    return samples.rejudged(found, *found.contracts, *other.contracts)


def deleted() -> Review:
    found = samples.small()
    (entry,) = found.contracts
    gone = replace(entry, new=None, facts=(), findings=(), gate=(), lint=(), suggestion=None)
    return samples.rejudged(found, gone)


def moved_places() -> Review:
    found = replace(FINDING, rule="DC872", weight=Weight.NOTE, path="contracts")
    return replace(samples.nothing(), registry=(found,))


def one_error() -> Review:
    found = samples.small()
    return samples.rejudged(found, replace(found.contracts[0], lint=(FINDING,)))


@pytest.mark.parametrize(
    ("sample", "said"),
    [
        pytest.param(
            samples.big,
            "Failed: 5 breaking changes, 1 error, 1 change that may break, 1 warning;"
            " `version` must be 3.0.0",
            id="a break that the version does not announce",
        ),
        pytest.param(
            samples.announced,
            "Passed: 5 breaking changes, 1 change that may break, 1 warning;"
            " version 3.0.0 announces it",
            id="a break that the version announces",
        ),
        pytest.param(samples.small, "Passed: no breaking change", id="nothing breaks"),
        pytest.param(samples.nothing, "Passed: no contract changed", id="nothing happened"),
        pytest.param(
            moved_places,
            "Passed: no contract changed where the policy of the base looks;"
            " the new places hold once this is merged",
            id="contracts are looked for in other places from then on",
        ),
        pytest.param(
            one_error, "Failed: no breaking change, 1 error", id="an error that is no change"
        ),
        pytest.param(
            two_short,
            "Failed: 10 breaking changes, 2 errors, 2 changes that may break, 2 warnings;"
            " 2 contracts need a new version",
            id="two contracts",
        ),
        pytest.param(
            one_of_two_short,
            "Failed: 5 breaking changes, 1 error, 1 change that may break, 1 warning;"
            " 1 contract needs a new version",
            id="one contract of two",
        ),
        pytest.param(
            deleted, "Passed: 1 contract deleted", id="a contract that goes is no small matter"
        ),
        pytest.param(
            samples.several,
            "Undecided: 1 contract deleted, 5 breaking changes, 2 errors, 1 change that may break,"
            " 1 warning, 2 files could not be read",
            id="what cannot be read cannot be judged",
        ),
    ],
)
def test_the_verdict_is_told_in_one_line(sample: Callable[[], Review], said: str) -> None:
    assert headline(sample()) == said


def test_each_state_of_a_contract_has_its_words() -> None:
    removed, changed, moved, _, added = samples.several().contracts

    assert [(title(entry), answer(entry)) for entry in (removed, changed, moved, added)] == [
        (
            "`baskets` 1.0.0 is gone, was in `contracts/baskets.odcs.yaml`",
            "Removed: whoever relies on it loses it.",
        ),
        (
            "`orders` 2.3.0 → 2.3.1 in `contracts/orders.odcs.yaml`",
            "Not compatible under the mode full. Required bump: major, to 3.0.0.",
        ),
        (
            (
                "`payments` 1.0.0 in `contracts/new.odcs.yaml`,"
                " unchanged from `contracts/old.odcs.yaml`"
            ),
            "Compatible under the mode full. No new version is needed.",
        ),
        (
            "`refunds` 1.0.0 is new, in `contracts/refunds.odcs.yaml`",
            "New: nobody relies on it yet.",
        ),
    ]


@pytest.mark.parametrize(
    ("version", "missing"),
    [
        pytest.param("2.3.0", "3.0.0", id="not bumped"),
        pytest.param("2.9.9", "3.0.0", id="bumped too little"),
        pytest.param("2.2.0", "3.0.0", id="gone back"),
        pytest.param("three", "3.0.0", id="no semantic version"),
        pytest.param("3.0.0", None, id="bumped enough"),
        pytest.param("4.0.0", None, id="bumped more than enough"),
    ],
)
def test_the_missing_version_is_named(version: str, missing: str | None) -> None:
    entry = compared(BIG_OLD, BIG_NEW.replace("2.3.1", version)).contracts[0]

    assert missing_version(entry) == missing


def test_no_version_is_named_where_none_follows() -> None:
    entry = compared(BIG_OLD.replace("2.3.0", "two"), BIG_NEW).contracts[0]

    assert missing_version(entry) is None
    assert answer(entry) == "Not compatible under the mode full. Required bump: major."


@pytest.mark.parametrize(
    ("value", "told"),
    [
        pytest.param(None, "—", id="nothing"),
        pytest.param("text", "text", id="a text as it is"),
        pytest.param("", '""', id="an empty text can be seen"),
        pytest.param(True, "true", id="a boolean as in YAML"),
        pytest.param([1, "a", None], '[1, "a", null]', id="a list as JSON"),
    ],
)
def test_a_value_is_told_as_people_write_it(value: object, told: str) -> None:
    assert value_text(value) == told


@pytest.mark.parametrize(
    ("before", "after", "told"),
    [
        pytest.param("a", "b", "a → b", id="changed"),
        pytest.param(None, False, "— → false", id="added"),
        pytest.param("a", None, "a → —", id="removed"),
        pytest.param(None, None, "—", id="no values"),
    ],
)
def test_before_and_after_are_told(before: object, after: object, told: str) -> None:
    assert step_text(before, after) == told


HERE, THERE = Location("a.yaml", 9), Location("a.yaml", 4)


@pytest.mark.parametrize(
    ("finding", "file", "told"),
    [
        pytest.param(replace(FINDING, base=THERE, head=HERE), "", "a.yaml:9", id="changed: new"),
        pytest.param(replace(FINDING, base=THERE, head=HERE), "a.yaml", "9", id="the known file"),
        pytest.param(
            replace(FINDING, base=THERE, head=HERE, after=None),
            "a.yaml",
            "4 (old)",
            id="removed: where it was, told to be old",
        ),
        pytest.param(
            replace(FINDING, base=Location("old.yaml", 4), head=HERE, after=None),
            "",
            "old.yaml:4",
            id="removed: the old file's name says so",
        ),
        pytest.param(
            replace(FINDING, base=Location("old.yaml", 4), head=HERE, after=None),
            "a.yaml",
            "4 (old)",
            id="removed: in a table the line is enough",
        ),
        pytest.param(
            replace(FINDING, base=THERE, head=None), "", "a.yaml:4 (old)", id="only the old"
        ),
        pytest.param(replace(FINDING, base=None, head=None), "", "—", id="nowhere"),
    ],
)
def test_a_place_is_where_people_should_look(finding: Finding, file: str, told: str) -> None:
    assert place_text(finding, file) == told


@pytest.mark.parametrize(
    ("report", "said"),
    [
        pytest.param(
            samples.linted(),
            "12 files: 2 errors, 1 warning, 1 note, 2 files could not be read",
            id="everything",
        ),
        pytest.param(
            LintReport(files=1, faults=(), findings=()), "1 file: nothing to mend", id="nothing"
        ),
        pytest.param(
            LintReport(files=0, faults=(), findings=()), "0 files: nothing to mend", id="no file"
        ),
        pytest.param(
            LintReport(
                files=1_200, faults=(), findings=(replace(FINDING, weight=Weight.NOTE),) * 1_000
            ),
            "1,200 files: 1,000 notes",
            id="many",
        ),
    ],
)
def test_a_lint_report_is_summed_up(report: LintReport, said: str) -> None:
    assert lint_summary(report) == said
