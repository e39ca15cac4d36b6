"""`steward deprecations`: what is deprecated, since when, and when it may go."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import click

from bot.app.endings import calendar
from bot.cli.options import answer, format_option, output_option, terminal, today_option
from bot.cli.shelving import shelves
from bot.cli.workspace import Workspace
from bot.core.deprecation.calendar import Notice
from bot.core.errors import ErrorCode, failure
from bot.core.history.file_paths import shown
from bot.core.review import Judging

FORMATS = ("text", "markdown", "json")
_CLOCKS = Path("contract-steward", "clocks")
"""Within the folder of Git: what was read of deprecations, beside the index of the lineage."""


@click.command(
    name="deprecations",
    epilog="""\b
Examples:
  steward deprecations
  steward deprecations contracts/customer/events.odcs.yaml
  steward deprecations --rev origin/main --format json
  steward deprecations --today 2027-01-31          (what may go then?)""",
)
@click.argument("contract", required=False, type=click.Path(path_type=Path))
@click.option(
    "--rev",
    "--revision",
    "revision",
    metavar="REVISION",
    help="The branch whose history counts; the default branch without it.",
)
@click.option(
    "--readers/--no-readers",
    default=True,
    show_default=True,
    help="Say who still reads each; without it the answer comes sooner.",
)
@today_option()
@format_option(FORMATS)
@output_option()
def command(  # noqa: PLR0913, PLR0917  # one argument for each option
    contract: Path | None,
    revision: str | None,
    readers: bool,
    today: date | None,
    form: str,
    output: Path | None,
) -> int:
    """List what is deprecated, since when, and on which day it may go.

    The clock of each element is what Git proves: the commit that brought the flag to the branch,
    from which on it stayed. With CONTRACT, the elements of that one file.
    """
    from bot.adapters.clock import now  # noqa: PLC0415  # `--help` needs none of it
    from bot.render.deprecations import render_deprecations  # noqa: PLC0415

    day = today or now().date()
    workspace = Workspace.find()
    branch = revision or workspace.default_base()
    found = _calendar(workspace, branch, contract, day, readers=readers)
    answer(render_deprecations(found, form, terminal(output), day), output)
    return 0


def _calendar(
    workspace: Workspace, branch: str, contract: Path | None, today: date, *, readers: bool
) -> tuple[Notice, ...]:
    from bot.adapters.registry import GitHistory, GitTree, Places  # noqa: PLC0415  # as above
    from bot.adapters.settings import caching  # noqa: PLC0415
    from bot.core.lineage.remaining import Remaining  # noqa: PLC0415

    settings = workspace.settings(branch)
    places = workspace.places(settings)
    tree = GitTree(workspace.repository, branch, places, branch)
    wanted = places if contract is None else Places([workspace.inside(contract)])
    line = GitTree(workspace.repository, branch, wanted, branch)
    if contract is not None and not tuple(line.files()):
        raise failure(
            ErrorCode.NO_SUCH_PATH,
            f"{shown(branch)} has no contract at `{shown(str(contract), limit=500)}`",
            hint="name a file as it is there; `steward deprecations` lists all that is deprecated",
        )
    kept_in = workspace.repository.folder / _CLOCKS if caching() else None
    shelf = shelves(workspace.repository, None, cached=True)
    return calendar(
        GitHistory(workspace.repository, places, kept_in),
        line,
        today,
        Judging(rules=(), settings=settings),
        (lambda files: Remaining(shelf(tree), files)) if readers else None,
    )
