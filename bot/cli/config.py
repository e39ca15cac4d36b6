"""`steward config`: the policy that holds, and where each value comes from."""

from __future__ import annotations

import json
from pathlib import Path

import click

from bot.cli.options import LIST_FORMATS, format_option
from bot.cli.workspace import Workspace


@click.command(
    name="config",
    epilog="""\b
Examples:
  steward config
  steward config contracts/orders/orders.odcs.yaml
  steward config --rev origin/main
  steward config --schema > contract-steward.schema.json""",
)
@click.argument("contract", required=False, type=click.Path(path_type=Path))
@click.option("--rev", help="Read the policy of this revision instead of the working tree's.")
@click.option("--schema", is_flag=True, help="Print the JSON Schema of the policy file.")
@format_option(LIST_FORMATS)
def command(contract: Path | None, rev: str | None, schema: bool, form: str) -> int:
    """Print the policy that holds, and where each value comes from.

    With CONTRACT, the policy that holds for that one file.
    """
    from bot.adapters.settings import settings_schema  # noqa: PLC0415  # `--help` needs it not

    if schema:
        click.echo(json.dumps(settings_schema(), indent=2, ensure_ascii=False))
        return 0
    rows = Workspace.find().policy(contract, rev)
    if form == "json":
        told = [{"setting": name, "value": value, "source": source} for name, value, source in rows]
        click.echo(json.dumps(told, indent=2, ensure_ascii=False))
        return 0
    width = [max(len(row[column]) for row in rows) for column in (0, 1)]
    for name, value, source in rows:
        click.echo(f"{name:<{width[0]}}  {value:<{width[1]}}  from {source}")
    return 0
