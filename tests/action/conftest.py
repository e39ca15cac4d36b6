"""`steward action` in this process, against the stand-in: an event goes in, states come out."""

from __future__ import annotations

import subprocess
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from bot.adapters.settings import environment
from bot.cli.acting import act
from bot.cli.action_inputs import Inputs
from tests.action.alone import connect
from tests.action.contracts import CODEOWNERS, POLICY, contract
from tests.github import events
from tests.github.server import StandIn, stand_in
from tests.github.state import Permission, Pull, TokenKind


@dataclass
class Ran:
    """What a run left: its exit code, its outputs and the summary of its job."""

    code: int
    outputs: Mapping[str, str]
    summary: str


@dataclass
class Runner:
    """Runs the action for events of the stand-in; each run has the next number."""

    hub: StandIn
    folder: Path
    checkout: Path
    runs: int = 0
    inputs: dict[str, object] = field(default_factory=dict)

    def run(
        self,
        name: str,
        payload: Mapping[str, object],
        *,
        kind: TokenKind = TokenKind.ACTIONS,
        **inputs: object,
    ) -> Ran:
        return self.again(*self.called(name, payload, kind=kind, **inputs))

    def again(self, inputs: Inputs, variables: Mapping[str, str]) -> Ran:
        """Run what `called` returned."""
        code = act(inputs, variables, connect)
        folder = Path(variables["HOME"])
        return Ran(code, _outputs(folder / "output"), _text(folder / "summary"))

    def called(
        self,
        name: str,
        payload: Mapping[str, object],
        *,
        kind: TokenKind = TokenKind.ACTIONS,
        **inputs: object,
    ) -> tuple[Inputs, dict[str, str]]:
        """Return what the next run is called with: its inputs and its environment."""
        self.runs += 1
        folder = self.folder / f"run-{self.runs}"
        folder.mkdir()
        variables = {
            "PATH": environment()["PATH"],
            "HOME": str(folder),
            "GITHUB_EVENT_NAME": name,
            "GITHUB_EVENT_PATH": str(events.write(folder, payload)),
            "GITHUB_REPOSITORY": self.hub.repo.full_name,
            "GITHUB_API_URL": self.hub.url,
            "GITHUB_SERVER_URL": self.hub.world.git_host,
            "GITHUB_RUN_ID": str(self.runs),
            "GITHUB_RUN_ATTEMPT": "1",
            "GITHUB_OUTPUT": str(folder / "output"),
            "GITHUB_STEP_SUMMARY": str(folder / "summary"),
        }
        told = {
            "task": "auto", "token": self.hub.token(kind), "app_token": "", "login": "",
            "number": "", "fail_on": "pending", "sarif": None, "webhook": "", "comment": True,
            "request": True, "dry_run": False, **self.inputs, **inputs,
        }  # fmt: skip
        return Inputs(**told), variables  # type: ignore[arg-type]  # a row of a table

    def review(self, pull: Pull, action: str = "opened", **inputs: object) -> Ran:
        """Run the default workflow for a pull request."""
        payload = events.pull_request(self.hub, pull, action)
        return self.run("pull_request_target", payload, **inputs)  # type: ignore[arg-type]


def _text(file: Path) -> str:
    return file.read_text("utf-8") if file.exists() else ""


def _outputs(file: Path) -> dict[str, str]:
    """Read outputs as the runner does."""
    found: dict[str, str] = {}
    lines = iter(_text(file).splitlines())
    for line in lines:
        name, _, mark = line.partition("<<")
        value = []
        for inner in lines:
            if inner == mark:
                break
            value.append(inner)
        found[name] = "\n".join(value)
    return found


@pytest.fixture
def hub(tmp_path: Path) -> Iterator[StandIn]:
    """Serve a GitHub whose main has a contract, a policy and code owners."""
    with furnished(tmp_path) as hub:
        yield hub


@contextmanager
def furnished(folder: Path) -> Iterator[StandIn]:
    """Serve a GitHub with three people, a contract of alice's, and a policy."""
    with stand_in(folder) as hub:
        for login in ("alice", "bob", "carol"):
            hub.user(login, Permission.WRITE)
        hub.commit(
            {
                "contracts/orders.odcs.yaml": contract(),
                ".github/contract-steward.yml": POLICY,
                ".github/CODEOWNERS": CODEOWNERS,
            },
            message="Begin",
        )
        yield hub


@pytest.fixture
def checkout(hub: StandIn, tmp_path: Path) -> Path:
    return clone(hub, tmp_path)


def clone(hub: StandIn, tmp_path: Path) -> Path:
    """Clone the default branch, as actions/checkout does."""
    folder = tmp_path / "checkout"
    subprocess.run(
        ["git", "clone", "--quiet", str(hub.repo.store.path), str(folder)],
        check=True, capture_output=True,
    )  # fmt: skip
    return folder


@pytest.fixture
def runner(hub: StandIn, checkout: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Runner:
    folder = tmp_path / "runs"
    folder.mkdir()
    monkeypatch.chdir(checkout)
    monkeypatch.setenv("STEWARD_CACHE", "off")
    return Runner(hub, folder, checkout)
