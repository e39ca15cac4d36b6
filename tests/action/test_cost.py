"""What a review costs: calls to GitHub, and seconds of CPU of a whole process, imports and all."""

from __future__ import annotations

import json
import subprocess
import sys
from dataclasses import asdict

import pytest

from bot.adapters.settings import environment
from tests.action.conftest import Runner
from tests.action.contracts import contract
from tests.conftest import ROOT
from tests.github import events
from tests.github.server import StandIn
from tests.github.state import Permission, Pull

MOST_NEW, MOST_UNCHANGED = 25, 15
MOST_SECONDS = 2.0


@pytest.fixture
def pull(hub: StandIn) -> Pull:
    """Return a pull request that breaks ten contracts, and gives half of them a new version."""
    before = {f"contracts/c{n}.odcs.yaml": contract(name=f"c{n}") for n in range(10)}
    hub.commit(before)
    hub.user("dora", Permission.WRITE)
    after = {
        path: contract("2.0.0" if n % 2 else "1.0.0", ("id",), name=f"c{n}", domain="shop")
        for n, path in enumerate(before)
    }
    hub.commit(after, branch="feature", author="bob")
    return hub.open_pull("feature", author="bob")


def calls(hub: StandIn) -> list[str]:
    """Return the calls of the API; Git's own are no part of its limit."""
    return [str(call) for call in hub.calls if call.template]


def test_ten_contracts_cost_few_calls(hub: StandIn, runner: Runner, pull: Pull) -> None:
    runner.review(pull)
    new = calls(hub)
    hub.forget_calls()
    runner.review(pull)
    unchanged = calls(hub)

    assert len(new) <= MOST_NEW, "\n".join(new)
    assert len(unchanged) <= MOST_UNCHANGED, "\n".join(unchanged)
    assert hub.writes == ()


def test_ten_contracts_cost_few_seconds_of_a_process(
    hub: StandIn, runner: Runner, pull: Pull
) -> None:
    spent = [_seconds(hub, runner, pull) for _ in range(2)]

    assert len(pull.comments) == 1
    assert max(spent) < MOST_SECONDS, spent


def _seconds(hub: StandIn, runner: Runner, pull: Pull) -> float:
    """Return the seconds of CPU that a process of its own took, from its start to its end."""
    payload = events.pull_request(hub, pull, "opened")
    inputs, variables = runner.called("pull_request_target", payload)
    done = subprocess.run(
        [sys.executable, "-m", "tests.action.alone", json.dumps(asdict(inputs))],
        cwd=runner.checkout,
        env={**environment(), **variables, "PYTHONPATH": str(ROOT)},
        capture_output=True,
        check=False,
    )
    assert done.returncode == 1, done.stderr.decode()
    return float(done.stderr)
