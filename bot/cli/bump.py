"""`steward bump`: write the smallest honest next version into a contract."""

from __future__ import annotations

from pathlib import Path
from shlex import quote

import click

from bot.cli.options import mode_option
from bot.cli.workspace import Workspace
from bot.core.errors import ErrorCode, Location, failure
from bot.core.mode import Mode
from bot.core.release.edit import set_version
from bot.core.versions import parse


@click.command(
    name="bump",
    epilog="""\b
Examples:
  steward bump contracts/orders/orders.odcs.yaml
  steward bump contracts/orders/orders.odcs.yaml --against origin/main
  steward bump contracts/orders/orders.odcs.yaml --to 2.0.0
  steward bump contracts/orders/orders.odcs.yaml --dry-run""",
)
@click.argument("file", type=click.Path(path_type=Path))
@click.option(
    "--against",
    metavar="REVISION",
    help="The revision to compare with; the default branch, else HEAD, without it.",
)
@click.option("--to", "wanted", metavar="VERSION", help="Write this version instead.")
@click.option("-n", "--dry-run", is_flag=True, help="Say what would be written, write nothing.")
@mode_option()
def command(
    file: Path, against: str | None, wanted: str | None, dry_run: bool, mode: Mode | None
) -> int:
    """Write the smallest honest next version into a contract.

    Compares FILE with the same contract at the revision it started from, works out the bump
    that the changes need, and replaces the value of `version`, not touching another byte. A
    version that is already high enough stays; one given by --to is refused where it is too low.
    """
    workspace = Workspace.find()
    text = workspace.text(str(file))
    if wanted is not None and parse(wanted) is None:
        raise failure(
            ErrorCode.NOT_SEMVER,
            f"`{wanted}` is no semantic version",
            hint="give MAJOR.MINOR.PATCH, such as 1.4.0",
        )
    current = workspace.document(text)
    written = str(current.root.get("version"))
    if wanted is not None:
        _refuse_too_low(wanted, workspace.version_instead(text, wanted, against, mode), file)
    target = wanted or workspace.honest_version(text, against, mode)
    if target is None:
        raise failure(
            ErrorCode.NOT_SEMVER,
            f"the version `{written}` is no semantic version, so none follows it",
            hint="set one first: steward bump FILE --to 1.0.0",
            where=Location(str(file)),
        )
    if target == written:
        click.echo(f"{file}: {written} is right, nothing to write")
        return 0
    if not dry_run:
        decoded = text.data.decode("utf-8")
        workspace.write(file, set_version(decoded, current, target).encode("utf-8"))
    click.echo(f"{file}: {written} -> {target}{' (not written)' if dry_run else ''}")
    return 0


def _refuse_too_low(wanted: str, smallest: str | None, file: Path) -> None:
    if smallest is None:
        return
    raise failure(
        ErrorCode.BAD_USAGE,
        f"the version `{wanted}` is too low for what changed: {smallest} is the smallest honest"
        " one",
        hint=f"steward bump {quote(str(file))} --to {smallest}",
        where=Location(str(file)),
    )
