"""`steward log`: the released versions of a contract and what each changed."""

from __future__ import annotations

import json
from pathlib import Path

import click

from bot.cli.options import LIST_FORMATS, answer, format_option
from bot.cli.workspace import Workspace


@click.command(
    name="log",
    epilog="""\b
Examples:
  steward log contracts/orders/orders.odcs.yaml
  steward log contracts/orders/orders.odcs.yaml --rev v2025
  steward log contracts/orders/orders.odcs.yaml --format json""",
)
@click.argument("contract", type=click.Path(path_type=Path))
@click.option("--rev", default="HEAD", show_default=True, help="Start from this revision.")
@format_option(LIST_FORMATS)
def command(contract: Path, rev: str, form: str) -> int:
    """List the released versions of a contract, newest first, and what each changed.

    A release is the last state of the file under one `version` on the first-parent line. The
    contract is followed by its id, also where its file was renamed.
    """
    releases = Workspace.find().releases(contract, rev)
    if form == "json":
        answer(json.dumps([entry.plain() for entry in releases], indent=2), None)
        return 0
    from bot.render.contract import render_releases  # noqa: PLC0415  # JSON needs it not

    answer(render_releases(releases), None)
    return 0
