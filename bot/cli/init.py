"""`steward init`: a policy file and a first contract."""

from __future__ import annotations

import click

from bot.cli.workspace import Workspace
from bot.core.policy.settings import SETTINGS_FILE


@click.command(
    name="init",
    epilog="""\b
Examples:
  steward init
  steward init --template table --domain sales --name orders
  steward init --dry-run""",
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
@click.option("-n", "--dry-run", is_flag=True, help="Say what would be written, write nothing.")
def command(template: str, domain: str, name: str | None, dry_run: bool) -> int:
    """Write a policy file and a first contract.

    Beside the policy lies its JSON Schema, so that editors check and complete it. Nothing that
    exists is overwritten; a second run writes nothing.
    """
    workspace = Workspace.find()
    for path, text in workspace.first_files(template, domain, name or f"my-{template}"):
        target = workspace.top / path
        if target.exists():
            click.echo(f"kept     {path}")
            continue
        if not dry_run:
            target.parent.mkdir(parents=True, exist_ok=True)
            workspace.write(target, text.encode())
        click.echo(f"{'would write' if dry_run else 'wrote'}    {path}")
    click.echo(f"\nNext: edit the contract, then `steward lint`. The policy is in {SETTINGS_FILE}.")
    return 0
