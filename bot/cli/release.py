"""`steward release`: what is due to be released, and what each version brings."""

from __future__ import annotations

from pathlib import Path

import click

from bot.cli.options import answer, format_option, output_option


@click.command(
    name="release",
    epilog="""\b
Examples:
  steward release --dry-run
  steward release --dry-run --rev origin/main --format markdown
  steward release --dry-run --all-versions --format json

\b
Exit codes: 0 nothing stands in the way, 1 a released version was changed, 2 could not judge.""",
)
@click.option(
    "--dry-run",
    is_flag=True,
    required=True,
    help="Only say what is due. The Action of GitHub is what tags and publishes.",
)
@click.option(
    "--rev",
    metavar="REVISION",
    help="What is released from; the default branch without it.",
)
@click.option(
    "--all-versions",
    is_flag=True,
    help="Take in versions from before the first tag too, not only the newest of each contract.",
)
@format_option(("text", "markdown", "json"))
@output_option()
def command(  # one argument for each option
    dry_run: bool,  # noqa: ARG001  # a word for what happens; there is no other way here
    rev: str | None,
    all_versions: bool,
    form: str,
    output: Path | None,
) -> int:
    """Say which merged versions are not released yet, and what each brings.

    Compares what is on the default branch with what is tagged `<contract-id>/v<version>`: the same
    as the Action does after each merge.
    """
    from bot.app.releasing import reconcile  # noqa: PLC0415
    from bot.cli.progress import progress  # noqa: PLC0415  # `--help` needs none of it
    from bot.cli.releasing import registered_at  # noqa: PLC0415
    from bot.cli.workspace import Workspace  # noqa: PLC0415
    from bot.render.release import reconciled  # noqa: PLC0415

    workspace = Workspace.find()
    registered = registered_at(workspace, rev or workspace.default_base())
    with progress() as told:
        found = reconcile(registered, all_versions=all_versions, progress=told)
    due = [(entry.planned, entry.notes, entry.data) for entry in found.due]
    answer(reconciled(due, found.faults, found.contracts, form), output)
    return 1 if found.faults else 0
