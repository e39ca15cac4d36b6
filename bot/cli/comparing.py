"""Compares two texts of a contract as `steward diff` does."""

from __future__ import annotations

from bot.app import diff_texts
from bot.cli.workspace import Workspace
from bot.core.mode import Mode
from bot.core.records import replace
from bot.core.review import Review, by_compatibility


def compare(workspace: Workspace, old: str, new: str, mode: Mode | None) -> Review:
    """Return the review of two texts, each a file or REVISION:PATH, by compatibility alone.

    `mode` overrides the policy's. Raises StewardError where a text is not there or is no contract.
    """
    texts = workspace.text(old, new), workspace.text(new, old)
    judging = replace(workspace.judging(), lints=False)
    return by_compatibility(diff_texts(*texts, judging, workspace.read, mode))
