"""Whatever starts a run: a second one writes nothing, and four at once end as one would."""

from __future__ import annotations

import threading

import pytest

from bot.adapters.github.event import ANSWERED
from tests.action.conftest import Runner
from tests.action.occasions import OCCASIONS, Stage
from tests.github.server import StandIn

EVERY = [
    pytest.param(event, stage, id=stage.__name__.replace("_", " ")) for event, stage in OCCASIONS
]


@pytest.mark.parametrize(("event", "stage"), EVERY)
def test_a_second_run_of_anything_writes_nothing(
    hub: StandIn, runner: Runner, event: str, stage: Stage
) -> None:
    told = (event, stage(hub))
    runner.run(*told)
    assert hub.writes != ()

    hub.forget_calls()
    runner.run(*told)
    assert hub.writes == ()


@pytest.mark.parametrize(("event", "stage"), EVERY)
def test_four_runs_at_once_and_one_more_end_as_a_single_one(
    hub: StandIn, runner: Runner, event: str, stage: Stage
) -> None:
    told = (event, stage(hub))
    threads = [threading.Thread(target=runner.run, args=told) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    # A list may not show yet what another run has just written; the next run sees it.
    runner.run(*told)

    pulls = hub.repo.pulls()
    assert [len(pull.comments) for pull in pulls] in ([], [0], [1])
    assert all(len(pull.review_comments) <= 1 for pull in pulls)
    issues = [one for one in hub.repo.issues.values() if one not in pulls]
    assert len([one for one in issues if one.state == "open"]) <= 1
    assert [one.tag for one in hub.repo.releases if not one.draft] in ([], ["orders/v1.0.0"])
    assert not any(one.draft for one in hub.repo.releases)
    assert len({(run.name, run.sha, run.conclusion) for run in hub.repo.checks}) <= 1

    hub.forget_calls()
    runner.run(*told)
    assert hub.writes == ()


def test_every_event_that_the_steward_answers_is_among_them() -> None:
    assert {event for event, _ in OCCASIONS} == ANSWERED
