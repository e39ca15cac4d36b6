"""The action as a process of its own, without the pauses that GitHub asks of its clients.

    python -m tests.action.alone INPUTS      (the inputs as JSON; events and addresses by variables)

At the end it says on standard error how many seconds of CPU it took, with Git's.
"""

from __future__ import annotations

import json
import os
import resource
import sys
from collections.abc import Mapping
from pathlib import Path

from bot.adapters.github.client import Client
from bot.adapters.github.event import Event
from bot.cli.acting import act
from bot.cli.action_inputs import Inputs


def connect(event: Event, token: str) -> Client:
    """Return a client that does not pause."""
    return Client(
        url=event.api, repository=event.repository, token=token, wait=1, pause=(0, 0), backoff=0
    )


def run(inputs: Inputs, variables: Mapping[str, str], folder: Path) -> None:
    """Run the action in a folder, and end this process with its exit code."""
    os.chdir(folder)
    os.environ["STEWARD_CACHE"] = "off"  # noqa: TID251  # it is this process's own
    with Path(os.devnull).open("w", encoding="utf-8") as nowhere:
        os.dup2(nowhere.fileno(), 1)
    raise SystemExit(act(inputs, variables, connect))


def _spent() -> float:
    used = [resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
    return sum(one.ru_utime + one.ru_stime for one in used)


if __name__ == "__main__":
    code = act(Inputs(**json.loads(sys.argv[1])), None, connect)
    sys.stderr.write(f"{_spent():.3f}\n")
    raise SystemExit(code)
