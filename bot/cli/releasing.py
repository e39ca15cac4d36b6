"""What the commands on releases share: the default branch and all that leads to it."""

from __future__ import annotations

from bot.adapters.registry import GitHistory, GitTree
from bot.app.releasing import Registered
from bot.cli.workspace import Workspace


def registered_at(workspace: Workspace, revision: str) -> Registered:
    """Return the contracts at a revision, under the policy that stands there."""
    settings = workspace.settings(revision)
    places = workspace.places(settings)
    return Registered(
        history=GitHistory(workspace.repository, places),
        tip=GitTree(workspace.repository, revision, places, revision),
        read=workspace.read,
        judging=workspace.judging(revision),
    )
