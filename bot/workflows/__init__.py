"""The workflows that users copy: package data, and how they name the action."""

from __future__ import annotations

from collections.abc import Mapping
from importlib.resources import files

HERE = "./ # zizmor: ignore[self-repository] the action lies in this repository"
"""How the workflows of the action's own repository name it."""
_FOLDER = ".github/workflows"


def workflow_files(uses: str, branch: str = "main", *, two_step: bool = False) -> Mapping[str, str]:
    """Return the workflows by the paths that they belong at.

    `uses` names the action: `OWNER/contract-steward@COMMIT # v1.2.3`. `branch` is the default one.
    `two_step`: pull requests are judged with a token that may only read, and a second workflow
    writes what came of it; without it one workflow does both, on `pull_request_target`.
    """
    names = ("contracts.yml", "contract-checks.yml" if two_step else "contract-reviews.yml")
    folder = files(__name__)
    source = folder / "two-step" if two_step else folder
    return {
        f"{_FOLDER}/{name}": (source / name)
        .read_text("utf-8")
        .replace(f"uses: {HERE}", f"uses: {uses}")
        .replace("branches: [main]", f"branches: [{branch}]")
        for name in names
    }
