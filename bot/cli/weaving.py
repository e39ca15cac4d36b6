"""What the commands on lineage share: the graph of a revision, and what it lacks."""

from __future__ import annotations

import click

from bot.cli.workspace import Workspace
from bot.core.lineage.graph import Lineage


def woven(revision: str | None) -> tuple[Lineage, bool]:
    """Return the lineage of all contracts, and whether every file could be read.

    The faults of files that could not are told on standard error: what they say is missing.
    """
    from bot.app.lineages import weave_tree  # noqa: PLC0415  # `--help` needs none of it
    from bot.cli.progress import progress  # noqa: PLC0415

    workspace = Workspace.find()
    with progress() as told:
        found = weave_tree(workspace.tree(revision), workspace.read, told)
    for fault in found.faults:
        click.echo(str(fault), err=True)
    return found.lineage, not found.faults
