"""The workflows that are shipped: those of this repository are the same, by another address."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
import yaml

from bot.workflows import HERE, workflow_files
from tests.conftest import ROOT

USES = f"acme/contract-steward@{'a' * 40} # v1.2.3"
BOTH = [
    pytest.param(False, id="one workflow for pull requests"),
    pytest.param(True, id="in two steps"),
]


def test_this_repository_uses_what_it_ships() -> None:
    shipped = workflow_files(HERE)

    assert {path: (ROOT / path).read_text("utf-8") for path in shipped} == dict(shipped)


@pytest.mark.parametrize("two_step", BOTH)
def test_users_get_the_action_and_the_branch_that_they_name(two_step: bool) -> None:
    files = workflow_files(USES, "trunk", two_step=two_step)

    assert [text.count(HERE) for text in files.values()] == [0, 0]
    assert f"uses: {USES}\n" in files[".github/workflows/contracts.yml"]
    assert "branches: [trunk]" in files[".github/workflows/contracts.yml"]


@pytest.mark.parametrize("two_step", BOTH)
def test_every_action_is_pinned_and_no_job_has_more_rights_than_it_says(two_step: bool) -> None:
    for text in workflow_files(USES, two_step=two_step).values():
        found: dict[str, Any] = yaml.safe_load(text)

        assert found["permissions"] == {}
        assert all("permissions" in job for job in found["jobs"].values())
        assert all(
            re.search(r"@[0-9a-f]{40}", one)
            for one in re.findall(r"^ +uses: (\S+)", text, re.MULTILINE)
        )


@pytest.mark.parametrize("two_step", BOTH)
def test_nothing_of_a_pull_request_is_checked_out(two_step: bool) -> None:
    for text in workflow_files(USES, two_step=two_step).values():
        jobs: dict[str, Any] = yaml.safe_load(text)["jobs"]
        refs = [
            step["with"].get("ref")
            for job in jobs.values()
            for step in job["steps"]
            if str(step.get("uses")).startswith("actions/checkout@")
        ]

        assert set(refs) <= {None, "${{ github.event.repository.default_branch }}"}
        assert "head.ref" not in text
        assert "head.sha" not in text


def test_the_inputs_of_the_action_are_those_of_the_command() -> None:
    text = Path(ROOT / "action.yml").read_text("utf-8")
    command = Path(ROOT / "bot/cli/action.py").read_text("utf-8")
    told = set(re.findall(r"^ +(STEWARD_[A-Z_]+): \$\{\{ inputs", text, re.MULTILINE))

    assert told == set(re.findall(r'envvar="(STEWARD_[A-Z_]+)"', command))
