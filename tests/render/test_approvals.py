"""Approvals as people and machines read them; nothing in a name acts."""

from __future__ import annotations

import json
from xml.etree.ElementTree import fromstring

import pytest
from jsonschema import Draft202012Validator

from bot.core.approvals.answer import (
    Answer,
    Answers,
    ApprovalTree,
    Condition,
    Given,
    Left,
    Objection,
    PassedOver,
    Stale,
    State,
)
from bot.core.approvals.need import Requirement, Role, Skipped
from bot.core.approvals.pull_request import Blobs
from bot.core.approvals.who import Who
from bot.core.deciding import decide
from bot.core.errors import ErrorCode, Fault, Location
from bot.core.records import replace
from bot.core.review import Failed, Review
from bot.render.formats import render_review
from bot.render.terminal import Terminal
from bot.render.words import headline
from tests.conftest import ROOT, Golden
from tests.render import hostile, samples
from tests.render.github_markdown import cells, outside_of_code, rendered, tags
from tests.render.test_escape import LIVE
from tests.render.test_markdown import ALLOWED, settled

TERMINAL = Terminal()
every_text = pytest.mark.parametrize("text", hostile.TEXTS.values(), ids=hostile.TEXTS.keys())


def _need(text: str, key: str, count: int = 1, role: Role = Role.OWNER) -> Requirement:
    return Requirement(
        key=f"{key}:{text}",
        role=role,
        side=role,
        title=f"{key} of `{text}`",
        count=count,
        who=Who(people=("ada", text), teams=(f"acme/{text}",), nameless=(text,)),
        reasons=(f"`{text}` changes", text),
        content={f"contracts/{text}.yaml": Blobs("1", "2")},
        statuses=(text,),
    )


def tree(text: str = "orders", *, judged: bool = True) -> ApprovalTree:
    """Return a tree with everything that one can have, and a text in every place for names."""
    given = Given(login="ada", review=1, commit="0123456789abcdef")
    stale = Stale(
        login=text,
        review=2,
        commit="fedcba9876543210",
        why=f"`contracts/{text}.yaml` changed in 0123456789",
        path=f"contracts/{text}.yaml",
        since="0123456789abcdef",
    )
    parts = (
        Answer(need=_need(text, "owner"), state=State.APPROVED, given=(given,)),
        Answer(
            need=_need(text, "consumer", 2, Role.CONSUMER),
            state=State.PENDING,
            given=(given,),
            stale=(stale,),
            passed_over=(
                PassedOver(login=text, review=3, why=f"wrote {text}"),
                PassedOver(login="eve", review=4, why="is not one of them"),
            ),
            conditions=(Condition(f"status {text}", met=False),),
        ),
        Answer(
            need=_need(text, "board", 1, Role.BOARD),
            state=State.UNDECIDED,
            unsure=(Given(login=text, review=5, commit="0123456789abcdef"),),
            unknown_teams=(f"acme/{text}",),
        ),
    )
    left = Left(Skipped(key="rule:x", title=text, why=f"`{text}` does not hold"))
    either = Answers(title=text, every=False, parts=(left, parts[2]), state=State.UNDECIDED)
    return ApprovalTree(
        root=Answers(
            title="everything", every=True, parts=(*parts[:2], either), state=State.UNDECIDED
        ),
        state=State.UNDECIDED,
        judged=judged,
        troubles=(f"commit of {text}",),
        objection=Objection(login=text, review=9),
        notes=(
            Fault(ErrorCode.BAD_SETTINGS, text, f"mend `{text}`", Location("CODEOWNERS", 3), text),
        ),
    )


def _review(found: ApprovalTree) -> Review:
    plain = samples.small()
    verdict = decide(plain.contracts, plain.registry, plain.faults, found)
    return replace(plain, approvals=found, verdict=verdict)


@pytest.mark.parametrize("judged", [True, False], ids=["with reviews", "without"])
@pytest.mark.parametrize(("form", "ending"), [("markdown", "md"), ("text", "txt")])
def test_approvals_read_well(golden: Golden, form: str, ending: str, judged: bool) -> None:
    told = settled(render_review(_review(tree(judged=judged)), form, TERMINAL))

    golden(f"render/approvals-{'judged' if judged else 'asked'}.{ending}", told)


@every_text
def test_no_name_is_live_in_a_comment(text: str) -> None:
    page = rendered(render_review(_review(tree(text)), "markdown", TERMINAL))

    assert tags(page) <= ALLOWED
    assert LIVE.findall(outside_of_code(page)) == []
    assert {len(row) for row in cells(page)} == {5}


@every_text
def test_a_hostile_name_adds_no_row(text: str) -> None:
    def rows(name: str) -> int:
        return len(cells(rendered(render_review(_review(tree(name)), "markdown", TERMINAL))))

    assert rows(text) == rows("plain")


@every_text
@pytest.mark.parametrize("judged", [True, False])
def test_approvals_follow_the_schema(text: str, judged: bool) -> None:
    schema = json.loads((ROOT / "bot/schemas/review.schema.json").read_text("utf-8"))
    record = json.loads(render_review(_review(tree(text, judged=judged)), "json", TERMINAL))

    assert list(Draft202012Validator(schema).iter_errors(record)) == []
    assert record["approvals"]["judged"] is judged


@every_text
def test_junit_counts_what_is_missing_and_what_is_unclear(text: str) -> None:
    root = fromstring(render_review(_review(tree(text)), "junit", TERMINAL))  # noqa: S314  # ours

    (suite,) = root.findall("testsuite[@name='approvals']")
    assert [suite.get(key) for key in ("tests", "failures", "errors")] == ["3", "1", "1"]
    assert (len(suite.findall("*/failure")), len(suite.findall("*/error"))) == (1, 1)


def _pending() -> ApprovalTree:
    missing = Answer(need=_need("x", "owner", 2), state=State.PENDING)
    root = Answers(title="everything", every=True, parts=(missing,), state=State.PENDING)
    return ApprovalTree(root=root, state=State.PENDING, judged=True)


def test_the_headline_counts_what_is_missing() -> None:
    assert headline(_review(_pending())) == ("Pending: no breaking change; 2 approvals are missing")


def test_the_headline_says_that_approvals_cannot_be_judged() -> None:
    assert headline(_review(tree())).endswith("; approvals cannot be judged")


def test_without_reviews_the_verdict_depends_on_the_change_alone() -> None:
    assert headline(_review(replace(_pending(), judged=False))).startswith("Passed: ")


def test_what_fails_is_told_before_whom_to_ask() -> None:
    plain = samples.big()
    verdict = decide(plain.contracts, plain.registry, plain.faults, _pending())

    assert isinstance(verdict, Failed)
    assert [step.startswith("Ask for ") for step in verdict.steps] == [
        *(False for _ in verdict.steps[1:]),
        True,
    ]
