"""`steward changelog`: what each version of a contract brought."""

from __future__ import annotations

from pathlib import Path

import click

from bot.cli.options import answer, format_option, output_option


@click.command(
    name="changelog",
    epilog="""\b
Examples:
  steward changelog contracts/orders/orders.odcs.yaml
  steward changelog contracts/orders/orders.odcs.yaml -o CHANGELOG.md
  steward changelog contracts/orders/orders.odcs.yaml --rev origin/main --format json""",
)
@click.argument("contract", type=click.Path(path_type=Path))
@click.option("--rev", default="HEAD", show_default=True, help="Start from this revision.")
@format_option(("markdown", "json"), default="markdown")
@output_option()
def command(contract: Path, rev: str, form: str, output: Path | None) -> int:
    """Print the changelog of a contract, newest version first.

    In the form of Keep a Changelog, what breaks before the rest, each break with what its readers
    have to do. A version is dated by the commit that brought it to the first-parent line.
    """
    from bot.app.releasing import changelog  # noqa: PLC0415
    from bot.cli.releasing import registered_at  # noqa: PLC0415  # `--help` needs none of it
    from bot.cli.workspace import Workspace  # noqa: PLC0415
    from bot.render.release import changelog_json, changelog_markdown  # noqa: PLC0415

    workspace = Workspace.find()
    registered = registered_at(workspace, rev)
    found = workspace.contract(contract, rev)
    told = changelog(registered, found, found.file)
    answer(changelog_json(told) if form == "json" else changelog_markdown(told), output)
    return 0
