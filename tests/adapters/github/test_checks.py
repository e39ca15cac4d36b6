"""The check: annotated in batches, continued after an interruption, written only on change."""

from __future__ import annotations

import pytest

from bot.adapters.github.gateway import Gateway
from bot.core.errors import StewardError
from bot.core.records import replace
from bot.hosting import Annotation, Check, Conclusion, Level
from tests.github.faults import DropsAfter, DropsBefore
from tests.github.server import StandIn
from tests.github.state import Pull


def noted(number: int) -> Annotation:
    return Annotation(
        path="contracts/orders.yaml",
        line=1,
        level=Level.FAILURE,
        title=f"note {number}",
        message="a field went",
    )


def made(head: str, notes: int = 1, summary: str = "One change breaks") -> Check:
    return Check(
        name="contracts",
        head=head,
        conclusion=Conclusion.FAILURE,
        title="Blocked",
        summary=summary,
        annotations=tuple(map(noted, range(notes))),
    )


def told(hub: StandIn) -> list[tuple[str | None, int]]:
    """Return how each check ended and how many annotations it has, the oldest first."""
    return [(run.conclusion, len(run.annotations)) for run in hub.repo.checks]


@pytest.mark.parametrize("notes", [0, 1, 50, 51, 100, 130])
def test_every_annotation_is_there_once(
    hub: StandIn, pull: Pull, gateway: Gateway, notes: int
) -> None:
    gateway.check(made(pull.head_sha, notes))

    assert told(hub) == [("failure", notes)]


def test_a_second_run_writes_nothing(hub: StandIn, pull: Pull, gateway: Gateway) -> None:
    gateway.check(made(pull.head_sha, 60))
    hub.forget_calls()
    gateway.check(made(pull.head_sha, 60))

    assert hub.writes == ()


def test_another_answer_is_another_check_of_the_same_name(
    hub: StandIn, pull: Pull, gateway: Gateway
) -> None:
    gateway.check(made(pull.head_sha))
    passed = replace(made(pull.head_sha), conclusion=Conclusion.SUCCESS, annotations=())
    gateway.check(passed)

    assert told(hub) == [("failure", 1), ("success", 0)]
    assert len({run.name for run in hub.repo.checks}) == 1


@pytest.mark.parametrize("call", [0, 1, 2])
def test_what_an_interrupted_run_began_is_continued(
    hub: StandIn, pull: Pull, gateway: Gateway, call: int
) -> None:
    method = "PATCH" if call else "POST"
    hub.faults.plan(method, r"/check-runs", DropsBefore(), skip=max(call - 1, 0), times=99)
    with pytest.raises(StewardError):
        gateway.check(made(pull.head_sha, 130))
    hub.faults.clear()

    gateway.check(made(pull.head_sha, 130))

    assert told(hub)[-1] == ("failure", 130)
    assert len(hub.repo.checks) == 1


def test_a_lost_answer_makes_no_second_check(hub: StandIn, pull: Pull, gateway: Gateway) -> None:
    hub.faults.plan("POST", r"/check-runs$", DropsAfter())

    gateway.check(made(pull.head_sha, 60))

    assert told(hub) == [("failure", 60)]


def test_a_very_long_summary_is_cut(hub: StandIn, pull: Pull, gateway: Gateway) -> None:
    gateway.check(made(pull.head_sha, 1, summary="é" * 80_000))

    assert told(hub) == [("failure", 1)]
