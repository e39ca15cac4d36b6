"""`steward config`: the policy that holds, and where each value comes from."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from pathlib import Path

import click

from bot.cli.options import LIST_FORMATS, format_option
from bot.cli.workspace import Workspace
from bot.core.policy.telling import Row
from bot.core.text import cells, visible

_WIDEST = 48


@click.command(
    name="config",
    epilog="""\b
Examples:
  steward config
  steward config contracts/orders/orders.odcs.yaml
  steward config --rev origin/main
  steward config --schema > .github/contract-steward.schema.json
  steward config --schema waivers
  steward config --schema reviews""",
)
@click.argument("contract", required=False, type=click.Path(path_type=Path))
@click.option("--rev", help="Read the policy of this revision instead of the working tree's.")
@click.option(
    "--schema",
    type=click.Choice(("policy", "waivers", "reviews")),
    is_flag=False,
    flag_value="policy",
    help="Print the JSON Schema of the policy file, of files of waivers, or of reviews.",
)
@format_option(LIST_FORMATS)
def command(contract: Path | None, rev: str | None, schema: str | None, form: str) -> int:
    """Print the policy that holds, and where each value comes from.

    Every setting, whether the file says it or its default holds. With CONTRACT, the policy that
    holds for that one file, and what the contract asks for in vain: it may tighten, never loosen.
    """
    if schema is not None:
        from bot.adapters.schema_faults import published_schema  # noqa: PLC0415  # rarely asked

        told = published_schema("settings" if schema == "policy" else schema)
        click.echo(json.dumps(told, indent=2, ensure_ascii=False))
        return 0
    rows = Workspace.find().policy(contract, rev)
    if form == "json":
        held = [{"setting": row.setting, "value": row.value, "source": row.source} for row in rows]
        click.echo(json.dumps(held, indent=2, ensure_ascii=False))
        return 0
    for line in _lines(rows):
        click.echo(line)
    return 0


def _lines(rows: Sequence[Row]) -> Iterator[str]:
    """Yield a line for each setting; a long value does not push the others to the right."""
    told = [(visible(row.setting), visible(_text(row)), visible(row.source)) for row in rows]
    names = max(cells(name) for name, _, _ in told)
    values = max(min(cells(value), _WIDEST) for _, value, _ in told)
    for name, value, source in told:
        gaps = " " * (names - cells(name)), " " * max(values - cells(value), 0)
        yield f"{name}{gaps[0]}  {value}{gaps[1]}  from {source}"


def _text(row: Row) -> str:
    match row.value:
        case bool():
            return "true" if row.value else "false"
        case None | []:
            return "none"
        case [*texts] if all(isinstance(text, str) for text in texts):
            return ", ".join(map(str, texts))
        case str() | int():
            return str(row.value)
        case _:
            return json.dumps(row.value, ensure_ascii=False)
