"""`steward review`: judge everything that a branch does to contracts."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import click

from bot.adapters.registry import GitTree
from bot.cli.options import (
    answer,
    format_option,
    mode_option,
    output_option,
    terminal,
    today_option,
)
from bot.cli.submodules import note_submodules
from bot.cli.workspace import Workspace
from bot.core.history.snapshot import WORKTREE
from bot.core.mode import Mode
from bot.core.review import Passed, Undecided
from bot.render.formats import REVIEW_FORMATS


@click.command(
    name="review",
    epilog="""\b
Examples:
  steward review                                  (the files on disk against the default branch)
  steward review --base origin/main --head HEAD
  steward review --base main --head feature/drop-email --format markdown
  steward review --today 2027-01-31                (may it merge then?)
  steward review --base main --head feature/drop-email --reviews reviews.json
  steward review --format sarif -o review.sarif

\b
Exit codes: 0 passed, 1 the policy says no or waits for approvals, 2 could not judge.""",
)
@click.option(
    "--base",
    metavar="REVISION",
    help="The branch to merge into; the default branch without it. Its tip has the policy.",
)
@click.option("--head", metavar="REVISION", help="What to review; the files on disk without it.")
@click.option(
    "--exact",
    is_flag=True,
    help="Compare with the base itself, not with where the head left it (the merge base).",
)
@click.option(
    "--reviews",
    metavar="FILE",
    type=click.Path(path_type=Path),
    help="A pull request and its reviews as JSON: then the verdict depends on approvals too.",
)
@click.option(
    "--no-cache",
    "anew",
    is_flag=True,
    help="Read what other contracts refer to anew, and keep nothing for the next review.",
)
@today_option()
@mode_option()
@format_option(REVIEW_FORMATS)
@output_option()
def command(  # noqa: PLR0913, PLR0917  # one argument for each option
    base: str | None,
    head: str | None,
    exact: bool,
    reviews: Path | None,
    anew: bool,
    today: date | None,
    mode: Mode | None,
    form: str,
    output: Path | None,
) -> int:
    """Judge everything that a branch does to contracts.

    Reads the contracts that the head changed since it left the base, judges every change under
    the policy at the tip of the base, and says what to do now, in order. Windows of deprecations
    are judged by the history of the base, as on this day. Without --reviews it says who will be
    asked to approve.
    """
    from bot.adapters.clock import now  # noqa: PLC0415  # `--help` needs none of it
    from bot.cli.consulting import Asked, asking  # noqa: PLC0415  # `--help` needs none of it
    from bot.cli.progress import progress  # noqa: PLC0415  # `--help` needs none of it
    from bot.render.formats import render_review  # noqa: PLC0415

    workspace = Workspace.find()
    start = base or workspace.default_base()
    tip = head or WORKTREE
    origin = start if exact else workspace.fork(start, tip)
    day = today or now().date()
    asked = Asked(branch=start, reviews=reviews, exact=exact)
    with progress() as told:
        review = workspace.review(
            origin,
            tip,
            mode=mode,
            label=start,
            policy=start,
            today=day,
            asking=lambda first, last: asking(
                workspace.repository, (first, last), workspace.settings(start), asked
            ),
            progress=told,
            cached=not anew,
        )
    answer(render_review(review, form, terminal(output)), output)
    places = workspace.places(workspace.settings(start))
    note_submodules(GitTree(workspace.repository, tip, places, tip))
    match review.verdict:
        case Passed():
            return 0
        case Undecided():
            return 2
        case _:
            return 1
