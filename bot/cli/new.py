"""`steward new`: a contract from a template."""

from __future__ import annotations

import click

from bot.adapters.first_files import contract_file, folder_of
from bot.adapters.first_names import checked_contract
from bot.cli.beginning import is_there, refuse_bare, tell_place, write_new
from bot.cli.workspace import Workspace


@click.command(
    name="new",
    epilog="""\b
Examples:
  steward new sales/orders
  steward new web/page-views --template event
  steward new sales/orders --dry-run""",
)
@click.argument("contract", metavar="DOMAIN/NAME")
@click.option(
    "--template",
    type=click.Choice(("event", "table", "reference")),
    default="table",
    show_default=True,
    help="What the contract describes.",
)
@click.option("-n", "--dry-run", is_flag=True, help="Print a diff, write nothing.")
def command(contract: str, template: str, *, dry_run: bool) -> int:
    """Write a contract from a template.

    It goes to the first folder that the policy names under `contracts`, in a folder for its
    domain. A file that exists is kept, and the exit code is 1 then.
    """
    domain, name = checked_contract(contract)
    workspace = Workspace.find()
    refuse_bare(workspace)
    path, text = contract_file(template, domain, name, folder_of(workspace.settings().contracts))
    there = is_there(workspace, path)
    write_new(workspace, [(path, text)], dry_run=dry_run)
    if not there:
        step = "replace each name that begins with `my`, then run `steward lint`"
        click.echo(f"\nNext: {step}.", err=dry_run)
        tell_place(workspace, path, domain)
    return int(there)
