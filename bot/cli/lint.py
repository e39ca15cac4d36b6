"""`steward lint`: say what is wrong in contract files."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import click

from bot.adapters.clock import now
from bot.cli.options import answer, format_option, output_option, terminal, today_option
from bot.cli.submodules import note_submodules
from bot.cli.workspace import Workspace
from bot.render.formats import REVIEW_FORMATS


@click.command(
    name="lint",
    epilog="""\b
Examples:
  steward lint
  steward lint contracts/orders
  steward lint contracts/orders/orders.odcs.yaml --format github
  steward lint --rev origin/main --format sarif -o lint.sarif

\b
Exit codes: 0 clean, 1 an error among the findings, 2 a file could not be read.""",
)
@click.argument("paths", nargs=-1, type=click.Path(path_type=Path))
@click.option("--rev", help="Lint the files of this revision instead of the working tree.")
@today_option()
@format_option(REVIEW_FORMATS)
@output_option()
def command(
    paths: tuple[Path, ...], rev: str | None, today: date | None, form: str, output: Path | None
) -> int:
    """Say what is wrong in contract files.

    Checks every file against the standard version that it declares, then against the rules of
    the family `lint`: what the standard's schema lets through, house rules, and references
    between contracts. Waivers beside the contracts excuse what they cover. PATHS are files or
    folders; without them the policy's contract paths.
    """
    from bot.app.linting import lint_tree  # noqa: PLC0415  # `--help` needs none of it
    from bot.cli.progress import progress  # noqa: PLC0415
    from bot.render.formats import render_lint  # noqa: PLC0415

    workspace = Workspace.find()
    tree = workspace.tree(rev, paths)
    with progress() as told:
        judging = workspace.judging(rev, today or now().date())
        report = lint_tree(
            tree,
            judging,
            workspace.read,
            told,
            workspace.read_waivers,
            unowned=() if paths else workspace.unowned(rev),
            whole=not paths,
        )
    answer(render_lint(report, form, terminal(output)), output)
    note_submodules(tree)
    if report.files == 0:
        click.echo(
            "no contract file was found: name files or folders, or say where contracts are with "
            "`contracts:` in .github/contract-steward.yml",
            err=True,
        )
    if report.faults:
        return 2
    return 0 if report.clean else 1
