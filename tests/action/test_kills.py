"""A run that is killed: after any of its writes, the next run ends in the state of an unhurt one.

The run is a process of its own, and SIGKILL ends it as soon as the stand-in has carried the n-th
write out: it gets no answer, and can tidy up nothing.
"""

from __future__ import annotations

import multiprocessing
import os
import queue
import re
import signal
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from multiprocessing.context import ForkServerProcess
from pathlib import Path

import pytest

from tests.action import alone
from tests.action.conftest import Runner, clone, furnished
from tests.action.contracts import contract
from tests.action.occasions import ORDERS, Stage, a_push, an_announced_break, the_clock
from tests.github import events
from tests.github.faults import Afterwards
from tests.github.server import StandIn

WRITES = "^/repos|^/uploads"
_SERVER = multiprocessing.get_context("forkserver")
_SERVER.set_forkserver_preload(["tests.action.alone", "pytest"])  # once, and not for each process


def a_break_that_is_mended(hub: StandIn) -> Mapping[str, object]:
    """A pull request that was refused and reported now has the version it needs."""
    hub.commit({ORDERS: contract(fields=("id",), domain="shop")}, branch="feature", author="bob")
    pull = hub.open_pull("feature", author="bob")
    with checked_out(hub, hub.world.folder / "before") as runner:
        runner.review(pull)
    hub.commit({ORDERS: contract("2.0.0", ("id",), domain="shop")}, branch="feature", author="bob")
    hub.forget_calls()
    return events.pull_request(hub, pull, "synchronize")


TASKS = [
    pytest.param("pull_request_target", an_announced_break, id="a review"),
    pytest.param("pull_request_target", a_break_that_is_mended, id="a review after another one"),
    pytest.param("push", a_push, id="a release"),
    pytest.param("schedule", the_clock, id="a sweep"),
]


@contextmanager
def checked_out(hub: StandIn, folder: Path) -> Iterator[Runner]:
    """Hand out a runner in a checkout of its own."""
    folder.mkdir()
    before = Path.cwd()
    checkout = clone(hub, folder)
    os.chdir(checkout)
    try:
        yield Runner(hub, folder, checkout)
    finally:
        os.chdir(before)


def killed(runner: Runner, event: str, payload: Mapping[str, object], survived: int) -> int | None:
    """Run the action and kill it after so many writes and one; return the exit code."""
    pids: queue.Queue[int] = queue.Queue()
    shot = Afterwards(lambda: os.kill(pids.get(timeout=60), signal.SIGKILL))
    runner.hub.faults.plan("writes", WRITES, shot, skip=survived)
    process: ForkServerProcess = _SERVER.Process(
        target=alone.run, args=(*runner.called(event, payload), runner.checkout)
    )
    process.start()
    assert process.pid is not None
    pids.put(process.pid)
    process.join(60)
    runner.hub.faults.clear()
    code = process.exitcode
    process.close()
    return code


def seen(hub: StandIn) -> str:
    """Return what a visitor sees, but for the number of the run that wrote it."""
    return re.sub(r"run=[0-9]+\.[0-9]+", "", repr(hub.snapshot()))


@pytest.mark.parametrize(("event", "stage"), TASKS)
def test_wherever_a_run_is_killed_the_next_one_ends_as_an_unhurt_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, event: str, stage: Stage
) -> None:
    monkeypatch.setenv("STEWARD_CACHE", "off")
    with furnished(tmp_path / "unhurt") as hub:
        payload = stage(hub)
        with checked_out(hub, tmp_path / "runs") as runner:
            runner.run(event, payload)
        writes, wanted = len(hub.writes), seen(hub)

    for survived in range(writes):
        with furnished(tmp_path / f"killed-{survived}") as hub:
            payload = stage(hub)
            with checked_out(hub, tmp_path / f"runs-{survived}") as runner:
                assert killed(runner, event, payload, survived) == -signal.SIGKILL
                assert len(hub.writes) == survived + 1
                runner.run(event, payload)
            assert seen(hub) == wanted, f"killed after write {survived + 1} of {writes}"
