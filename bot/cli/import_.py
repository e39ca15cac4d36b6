"""`steward import`: a contract from a file of another format."""

from __future__ import annotations

from pathlib import Path

import click

from bot.adapters.files import read_file
from bot.adapters.first_files import folder_of
from bot.adapters.first_names import checked_contract
from bot.adapters.importing import FORMATS, Draft, draft
from bot.cli.beginning import is_there, refuse_bare, tell_place, write_new
from bot.cli.workspace import Workspace
from bot.core.errors import ErrorCode, StewardError
from bot.core.records import replace

_DIALECTS = (
    *("postgres", "tsql", "bigquery", "snowflake", "databricks", "spark", "duckdb", "oracle"),
    *("mysql", "redshift", "clickhouse", "hive", "trino", "athena", "teradata"),
)


@click.command(
    name="import",
    epilog="""\b
Examples:
  steward import models/schema.yml sales/orders
  steward import orders.sql sales/orders --dialect snowflake
  steward import events.avsc web/page-views --dry-run""",
)
@click.argument("file", type=click.Path(path_type=Path))
@click.argument("contract", metavar="DOMAIN/NAME")
@click.option(
    "-f",
    "--format",
    "form",
    type=click.Choice(FORMATS),
    help="What the file is: a Data Contract Specification, a dbt schema.yml, a JSON Schema, an Avro"
    " schema, or SQL DDL; the file tells without it.",
)
@click.option(
    "--dialect",
    type=click.Choice(_DIALECTS),
    metavar="NAME",
    default=_DIALECTS[0],
    show_default=True,
    help=f"The dialect of SQL DDL: {', '.join(_DIALECTS)}.",
)
@click.option("-n", "--dry-run", is_flag=True, help="Print a diff, write nothing.")
def command(file: Path, contract: str, form: str | None, dialect: str, *, dry_run: bool) -> int:
    """Write a contract from a file of another format.

    Objects, fields, types, keys and tests are taken over as a draft; what the file does not say of
    owners, classifications and promises is for people to add. Of SQL, CREATE TABLE and what later
    statements add to it are read: keys, references, checks, defaults and comments. Nothing is
    fetched: a schema that refers to others is refused. A file that exists is kept, and the exit
    code is 1 then. JSON Schema is read by datacontract-cli: pip install "contract-steward[import]".
    """
    domain, name = checked_contract(contract)
    workspace = Workspace.find()
    refuse_bare(workspace)
    path = f"{folder_of(workspace.settings().contracts)}/{domain}/{name}.odcs.yaml"
    wanted = Draft(path=path, domain=domain, name=name)
    text = draft(_source(file), file.as_posix(), wanted, form, dialect)
    there = is_there(workspace, path)
    write_new(workspace, [(path, text.decode())], dry_run=dry_run)
    if not there:
        step = "add owners, descriptions and promises; `steward lint` says what is missing"
        click.echo(f"\nNext: {step}.", err=dry_run)
        tell_place(workspace, path, domain)
    return int(there)


def _source(file: Path) -> bytes:
    """Return what is in a file. Raises StewardError where it cannot be read."""
    try:
        return read_file(file)
    except StewardError as error:
        fault = error.faults[0]
        if fault.code is not ErrorCode.TOO_LARGE:
            raise
        hint = "import the schema without its data, or table by table"
        raise StewardError(replace(fault, hint=hint)) from error
