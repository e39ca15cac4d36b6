"""`steward init`: a policy file, workflows and a first contract."""

from __future__ import annotations

import click

from bot.adapters.first_files import CONTRACTS, Beginning, contract_file, first_files
from bot.adapters.surroundings import Surroundings, look_around
from bot.cli.beginning import default_branch, write_new
from bot.cli.workspace import Workspace
from bot.core.policy.settings import SETTINGS_FILE

_PLUGIN = """\
For a portal of the contracts, add this to {site}:

plugins:
  - search
  - contracts
"""


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
@click.option("-n", "--dry-run", is_flag=True, help="Print a diff, write nothing.")
def command(  # noqa: PLR0913  # one for each option
    template: str,
    domain: str,
    name: str | None,
    action: str | None,
    branch: str | None,
    *,
    two_step: bool,
    dry_run: bool,
) -> int:
    """Begin in a repository: policy, workflows, a first contract.

    Contracts that are there already are found, and the policy names their places; a contract from
    a template comes only where there is none. Beside the policy lies its JSON Schema, so that
    editors check and complete it. Nothing that exists is overwritten; a second run writes nothing.
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
    write_new(workspace, files, dry_run=dry_run)
    _tell(found, beginning, first[0], dry_run=dry_run)
    return 0


def _tell(found: Surroundings, beginning: Beginning, first: str, *, dry_run: bool) -> None:
    """Say what was found, and what to do next."""
    if found.contracts and first not in found.contracts:
        count = len(found.contracts)
        files = f"{count} file{'' if count == 1 else 's'} with contracts or data products"
        click.echo(f"found    {files} in {', '.join(beginning.places)}", err=dry_run)
    if found.owners:
        click.echo(f"found    {found.owners}, whose owners may approve", err=dry_run)
    edit = "" if found.contracts and first not in found.contracts else "edit the contract, then "
    click.echo(
        f"\nNext: {edit}`steward lint`. The policy is in {SETTINGS_FILE}.",
        err=dry_run,
    )
    if found.site:
        click.echo(f"\n{_PLUGIN.format(site=found.site)}", nl=False, err=dry_run)
