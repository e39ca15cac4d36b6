"""The shipped workflow and action, run by act against the stand-in: from a break to a release.

The package is not installed anew: the step that installs it finds the environment of the tests, as
it finds a cached one on a runner.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import pytest

from bot.adapters.settings import environment
from bot.workflows import workflow_files
from tests.action.contracts import contract
from tests.action.occasions import waiver
from tests.conftest import ROOT
from tests.github import events
from tests.github.server import StandIn
from tests.github.state import TokenKind

ACT = Path(sys.prefix) / "bin/act"
COMMIT = "a" * 40
USES = f"acme/contract-steward@{COMMIT} # v1.0.0"
ORDERS = "contracts/orders.odcs.yaml"
CHECKOUT = "actions/checkout@3d3c42e5aac5ba805825da76410c181273ba90b1"
CLONES = """\
name: Check out
runs:
  using: composite
  steps:
    - run: git clone --quiet "$GITHUB_SERVER_URL/$GITHUB_REPOSITORY.git" .
      shell: bash
"""
CACHE = "actions/cache@0057852bfaa89a56745cba8c7296529d2fc39830"
RESTORES = f"""\
name: Restore
inputs:
  path: {{required: true}}
  key: {{required: true}}
  restore-keys: {{default: ""}}
runs:
  using: composite
  steps:
    - shell: bash
      env:
        FOLDER: ${{{{ inputs.path }}}}
      run: |
        case "$FOLDER" in
          */venv) mkdir -p "$(dirname "$FOLDER")"; ln -s "{sys.prefix}" "$FOLDER" ;;
        esac
"""
UPLOAD = "actions/upload-pages-artifact@7b1f4a764d45c48632c6b24a0339c27f5614fb0b"
KEEPS = """\
name: Keep
inputs:
  path: {required: true}
runs:
  using: composite
  steps:
    - shell: bash
      env:
        FOLDER: ${{ inputs.path }}
      run: cp -R "$FOLDER" "$PORTAL_KEPT_IN"
"""


@dataclass
class Act:
    """Runs the workflow of the stand-in's default branch, as a runner does."""

    hub: StandIn
    checkout: Path
    folder: Path

    def run(  # noqa: PLR0913  # what a run consists of
        self,
        event: str,
        payload: Mapping[str, object],
        job: str,
        *,
        workflow: str = "contracts.yml",
        kind: TokenKind = TokenKind.ACTIONS,
        most: int = 1,
    ) -> str:
        """Return the log; a larger exit code than `most` fails the test."""
        subprocess.run(["git", "pull", "--quiet"], cwd=self.checkout, check=True)
        hub = self.hub
        env = {
            "GITHUB_API_URL": hub.url,
            "GITHUB_SERVER_URL": hub.world.git_host,
            "GITHUB_REPOSITORY": hub.repo.full_name,
            "PYTHON": sys.executable,
            "PORTAL_KEPT_IN": str(self.folder / "portal"),
        }
        local = {f"acme/contract-steward@{COMMIT}": self.folder / "action"}
        local |= {CACHE: self.folder / "cache", UPLOAD: self.folder / "upload"}
        local[CHECKOUT] = self.folder / "checkout"
        words = [
            str(ACT), event, "--job", job,
            "--eventpath", str(events.write(self.folder, payload)),
            "--workflows", f".github/workflows/{workflow}",
            "--platform", "ubuntu-24.04=-self-hosted",
            "--secret", f"GITHUB_TOKEN={hub.token(kind)}",
            "--var", "PORTAL=true", "--no-cache-server", "--artifact-server-addr", "127.0.0.1",
            *(f"--env={name}={value}" for name, value in env.items()),
            *(f"--local-repository={name}={place}" for name, place in local.items()),
        ]  # fmt: skip
        done = subprocess.run(
            words, cwd=self.checkout, capture_output=True, timeout=120, check=False,
            env={**environment(), "HOME": str(self.folder), "XDG_CACHE_HOME": str(self.folder)},
        )  # fmt: skip
        log = done.stdout.decode() + done.stderr.decode()
        assert 0 <= done.returncode <= most, log
        return log


@pytest.fixture
def act(hub: StandIn, checkout: Path, tmp_path: Path) -> Act:
    if not ACT.exists():
        pytest.skip("needs act, which the lock of the tools brings")
    folder = tmp_path / "act"
    shipped = subprocess.run(
        ["git", "ls-files", "action.yml", "tools", "requirements-runtime.lock"],
        cwd=ROOT, capture_output=True, check=True,
    )  # fmt: skip
    for name in shipped.stdout.decode().split():
        target = folder / "action" / name
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(ROOT / name, target)
    for name, text in {"cache": RESTORES, "checkout": CLONES, "upload": KEEPS}.items():
        (folder / name).mkdir()
        (folder / name / "action.yml").write_text(text, "utf-8")
    hub.commit({**workflow_files(USES)})
    return Act(hub, checkout, folder)


def test_a_break_is_stopped_mended_approved_merged_and_released(hub: StandIn, act: Act) -> None:
    hub.commit({ORDERS: contract(fields=("id",))}, branch="feature", author="bob")
    pull = hub.open_pull("feature", author="bob", title='x"; touch PWNED; echo "$(id)`id`')
    log = act.run("pull_request_target", events.pull_request(hub, pull, "opened"), "review")

    assert [run.conclusion for run in hub.repo.checks] == ["failure"], log
    assert len(pull.comments) == 1
    assert not (act.checkout / "PWNED").exists()

    hub.commit({ORDERS: contract("2.0.0", ("id",))}, branch="feature", author="bob")
    hub.review(pull, "alice")
    log = act.run("workflow_run", events.workflow_run(hub, pull), "review")

    assert hub.repo.checks[-1].conclusion == "success", log
    assert len(pull.comments) == 1

    before = hub.repo.store.tip("main") or ""
    tip = hub.merge(pull)
    log = act.run("push", events.push(hub, before, tip), "release")

    assert [(one.tag, one.draft) for one in hub.repo.releases] == [("orders/v2.0.0", False)], log
    assert (act.folder / "portal/index.html").exists(), log


def test_a_merge_queue_is_answered_and_the_clock_sweeps(hub: StandIn, act: Act) -> None:
    hub.commit({ORDERS: contract("2.0.0", ("id",))}, branch="feature", author="bob")
    pull = hub.open_pull("feature", author="bob")
    hub.review(pull, "alice")
    log = act.run("merge_group", events.merge_group(hub, pull), "review", most=0)

    assert [(run.sha == pull.head_sha, run.conclusion) for run in hub.repo.checks] == [
        (False, "success")
    ], log

    hub.commit({"contracts/orders.waivers.yaml": waiver()})
    log = act.run("schedule", events.schedule(), "sweep", most=0)

    assert [one.title for one in hub.repo.issues.values() if one is not pull] == [
        "Look after the data contract orders"
    ], log
    assert len(pull.comments) == 1


def test_in_two_steps_the_second_writes_what_the_first_may_not(hub: StandIn, act: Act) -> None:
    hub.commit({**workflow_files(USES, two_step=True)})
    fork = hub.fork("mallory")
    hub.commit({ORDERS: contract(fields=("id",))}, branch="c", author="mallory", repo=fork)
    pull = hub.open_pull("c", author="mallory", fork=fork)
    hub.forget_calls()
    log = act.run(
        "pull_request",
        events.pull_request(hub, pull, "opened"),
        "check",
        workflow="contract-checks.yml",
        kind=TokenKind.FORK,
    )

    assert hub.writes == (), log
    assert "1 breaking change" in log

    log = act.run("workflow_run", events.workflow_run(hub, pull), "review")

    assert [run.conclusion for run in hub.repo.checks] == ["failure"], log
    assert len(pull.comments) == 1
