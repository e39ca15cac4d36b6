"""`steward demo`: real reviews of real breaking changes, in a repository made for the purpose."""

from __future__ import annotations

import tempfile
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path

import click

from bot.cli.options import terminal
from bot.cli.workspace import Workspace
from bot.storyboard import Branch, tell

_FIRST = "feature/drop-email"


@click.command(
    name="demo",
    epilog="""\b
Examples:
  steward demo
  steward demo --all
  steward demo --keep ./story        (keeps the repository, to try commands in it)
  steward demo --portal ./site       (ends with the website of its contracts)""",
)
@click.option(
    "--keep",
    type=click.Path(path_type=Path, file_okay=False),
    help="Make the repository here and leave it there.",
)
@click.option(
    "--portal",
    type=click.Path(path_type=Path, file_okay=False),
    help="Build the website of its contracts into this folder.",
)
@click.option("--all", "everything", is_flag=True, help="Review every open branch, not just one.")
def command(keep: Path | None, portal: Path | None, everything: bool) -> int:
    """Review real breaking changes in a repository made for the purpose.

    Tells a year of dated history of the bundled contracts into a Git repository, then reviews
    its open branches as `steward review` would in a pull request. The exit code is 0: the demo
    shows how a bad change is refused, which is not a failure.
    """
    if keep is not None:
        branches = _told(keep, everything)
        _site(keep, portal)
        click.echo(f"Try for yourself: cd {keep} && steward review --head {branches[0].name}")
        return 0
    with tempfile.TemporaryDirectory(prefix="steward-demo-") as folder:
        _told(Path(folder), everything)
        _site(Path(folder), portal)
    click.echo("Keep the repository to try for yourself: steward demo --keep ./story")
    return 0


def _told(folder: Path, everything: bool) -> Sequence[Branch]:
    """Make the repository, review its branches, and return those that were shown."""
    story = tell(folder)
    open_branches = [branch for branch in story.branches if not branch.closed]
    click.echo(
        f"A Git repository with a year of history: {len(story.tags)} releases, "
        f"{len(open_branches)} open branches.\n"
    )
    shown = [branch for branch in open_branches if everything or branch.name == _FIRST]
    for branch in shown:
        _review(folder, branch)
    return shown


def _site(folder: Path, portal: Path | None) -> None:
    """Build the portal, which comes with a package that may not be installed."""
    if portal is None:
        return
    from importlib.metadata import entry_points  # noqa: PLC0415  # takes 10 ms

    from bot.cli.group import JOINING  # noqa: PLC0415  # as above

    found = tuple(entry_points(group=JOINING, name="portal"))
    if not found:
        message = 'the portal is not installed. Run: pip install "contract-steward[portal]"'
        raise click.ClickException(message)
    words = ["build", "--repository", str(folder), "-o", str(portal.absolute()), "--name", "Acme"]
    found[0].load().main([*words, "--language", "en", "--language", "fr"], standalone_mode=False)


def _review(folder: Path, branch: Branch) -> None:
    from bot.render.formats import render_review  # noqa: PLC0415  # `--help` needs it not

    click.echo(f"#{branch.number} {branch.title} ({branch.name})")
    click.echo(f"{branch.shows}\n$ steward review --base main --head {branch.name}\n")
    workspace = Workspace(folder)
    day = datetime.fromisoformat(branch.proposed).astimezone(UTC).date()
    base = workspace.fork("main", branch.head)
    review = workspace.review(base, branch.head, label="main", today=day)
    click.echo(render_review(review, "text", terminal(None)))
