"""`steward init`: a policy file, workflows, a first contract, and the portal's settings."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import click

from bot.adapters.files import read_file
from bot.adapters.first_files import CONTRACTS, Beginning, contract_file, first_files
from bot.adapters.site_settings import portal_files, with_plugin
from bot.adapters.surroundings import Surroundings, look_around
from bot.cli.beginning import change_diff, default_branch, write_new
from bot.cli.workspace import Workspace
from bot.core.errors import StewardError
from bot.core.policy.settings import SETTINGS_FILE

_WORKFLOWS = ".github/workflows/contracts.yml"
_BY_HAND = "add `contracts` to its `plugins`; keep `search` there if it was in use"


@click.command(
    name="init",
    epilog="""\b
Examples:
  steward init
  steward init --template table --domain sales --name orders
  steward init --action acme/contract-steward@v1
  steward init --dry-run | git apply""",
)
@click.option(
    "--template",
    type=click.Choice(("event", "table", "reference")),
    default="table",
    show_default=True,
    help="What the first contract describes.",
)
@click.option("--domain", default="my-domain", show_default=True, help="Its domain.")
@click.option("--name", help="Its name; my-table and so on without it.")
@click.option(
    "--action",
    metavar="OWNER/NAME@REVISION",
    help="Write workflows for GitHub too, which run this action.",
)
@click.option("--branch", help="The default branch; Git is asked without it.")
@click.option(
    "--two-step",
    is_flag=True,
    help="With --action: judge pull requests with a token that may only read.",
)
@click.option(
    "--portal/--no-portal",
    default=True,
    show_default=True,
    help="Write the settings of the portal, or show what to add to those of your site.",
)
@click.option("-n", "--dry-run", is_flag=True, help="Print a diff, write nothing.")
def command(  # noqa: PLR0913  # one for each option
    template: str,
    domain: str,
    name: str | None,
    action: str | None,
    branch: str | None,
    *,
    two_step: bool,
    portal: bool,
    dry_run: bool,
) -> int:
    """Begin in a repository: policy, workflows, a first contract, the portal's settings.

    Contracts that are there already are found, and the policy names their places; a contract from
    a template comes only where there is none. Beside the policy lies its JSON Schema, so that
    editors check and complete it. Nothing that exists is overwritten, and a second run writes
    nothing: what your mkdocs.yml needs is shown as a diff, which `git apply` takes from a dry run.
    """
    workspace = Workspace.find()
    found = look_around(workspace.top)
    first = contract_file(template, domain, name or f"my-{template}", CONTRACTS)
    beginning = Beginning(
        places=found.places or (CONTRACTS,),
        action=action,
        branch=branch or default_branch(workspace),
        two_step=two_step,
    )
    files = list(first_files(beginning))
    if not found.contracts or first[0] in found.contracts:
        files.append(first)
    if portal and found.site is None:
        files += portal_files()
    missing = [path for path, _ in files if not (workspace.top / path).exists()]
    write_new(workspace, files, dry_run=dry_run)
    _tell_found(found, beginning, first[0], dry_run=dry_run)
    if portal and found.site is not None:
        _tell_site(workspace, found.site, dry_run=dry_run)
    click.echo("\nNext", err=dry_run)
    for number, step in enumerate(_next(workspace, missing, portal=portal), 1):
        click.echo(f"  {number}. {step}", err=dry_run)
    return 0


def _tell_found(found: Surroundings, beginning: Beginning, first: str, *, dry_run: bool) -> None:
    """Say what was there before."""
    if found.contracts and first not in found.contracts:
        count = len(found.contracts)
        files = f"{count} file{'' if count == 1 else 's'} with contracts or data products"
        click.echo(f"found    {files} in {', '.join(beginning.places)}", err=dry_run)
    if found.owners:
        click.echo(f"found    {found.owners}, whose owners may approve", err=dry_run)


def _tell_site(workspace: Workspace, site: str, *, dry_run: bool) -> None:
    """Say what the settings of a site need: they are the user's own, and are never written."""
    try:
        text = read_file(workspace.top / site).decode()
    except (StewardError, UnicodeDecodeError):
        text = ""
    changed = with_plugin(text)
    if changed == text:
        click.echo(f"kept     {site}, which shows the contracts", err=dry_run)
    elif changed is None:
        click.echo(f"kept     {site}; for the portal {_BY_HAND}", err=dry_run)
    else:
        click.echo(f"kept     {site}; for the portal it needs a plugin:\n", err=dry_run)
        click.echo(change_diff(site, text, changed), nl=False)
        how = "`steward init --dry-run | git apply` adds it"
        click.echo(f"\n{how}. `--no-portal` leaves the site alone.", err=dry_run)


def _next(workspace: Workspace, new: Sequence[str], *, portal: bool) -> Iterator[str]:
    """Yield what to do now; `new` is what was not there before."""
    first = next((path for path in new if path.endswith(".odcs.yaml")), None)
    if first is not None:
        yield f"Edit {first}: replace each name that begins with `my`."
    yield f"Run `steward lint`. What it demands is in {SETTINGS_FILE}."
    yield "Commit. From then on `steward review` judges what a branch does to contracts."
    if _WORKFLOWS not in new and not (workspace.top / _WORKFLOWS).exists():
        yield "`steward init --action OWNER/contract-steward@COMMIT` writes workflows for GitHub."
    if portal:
        yield "`steward portal serve` shows the website of the contracts."
