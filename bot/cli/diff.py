"""`steward diff`: compare two versions of a contract."""

from __future__ import annotations

from pathlib import Path

import click

from bot.cli.comparing import compare, exit_code
from bot.cli.options import (
    answer,
    format_option,
    mode_option,
    output_option,
    terminal,
)
from bot.cli.workspace import Workspace
from bot.core.deciding import by_compatibility, not_judged
from bot.core.errors import StewardError
from bot.core.mode import Mode
from bot.core.review import Review
from bot.render.formats import MACHINE_FORMATS, REVIEW_FORMATS


@click.command(
    name="diff",
    epilog="""\b
Examples:
  steward diff old.odcs.yaml new.odcs.yaml
  steward diff main:contracts/orders/orders.odcs.yaml contracts/orders/orders.odcs.yaml
  steward diff v1.2.0:orders.yaml HEAD:orders.yaml --compatibility forward
  steward diff main..feature/drop-email
  steward diff old.yaml new.yaml --format json | jq .compatible

\b
Exit codes: 0 compatible, 1 not compatible, 2 could not judge.""",
)
@click.argument("old", metavar="OLD|RANGE")
@click.argument("new", required=False)
@mode_option()
@format_option(REVIEW_FORMATS)
@output_option()
def command(old: str, new: str | None, mode: Mode | None, form: str, output: Path | None) -> int:
    """Compare two versions of a contract and judge every change.

    OLD and NEW are files, or REVISION:PATH as in Git. A RANGE such as main..feature compares
    every contract that differs between two revisions; main...feature starts at their merge base.
    """
    from bot.render.formats import render_review  # noqa: PLC0415  # only what the format needs

    workspace = Workspace.find()
    try:
        review = _compare(workspace, old, new, mode)
    except StewardError as error:
        if form not in MACHINE_FORMATS:
            raise
        review = not_judged(*_sides(old, new), error.faults)
    answer(render_review(review, form, terminal(output)), output)
    return exit_code(review)


def _sides(old: str, new: str | None) -> tuple[str, str]:
    """Return how the answer names what was to be compared."""
    if new is not None:
        return old, new
    base, dots, head = old.partition("...")
    base, _, head = (base, dots, head) if dots else old.partition("..")
    return base or "HEAD", head or "HEAD"


def _compare(workspace: Workspace, old: str, new: str | None, mode: Mode | None) -> Review:
    if new is not None:
        return compare(workspace, old, new, mode)
    if ".." not in old:
        message = "Give two files, two REVISION:PATH, or a range such as main..feature."
        raise click.UsageError(message)
    return by_compatibility(workspace.review(*workspace.range(old), mode=mode))
