"""`steward show`: a contract at any revision."""

from __future__ import annotations

import json
import sys

import click

from bot.cli.options import answer, format_option
from bot.cli.workspace import Workspace


@click.command(
    name="show",
    epilog="""\b
Examples:
  steward show contracts/orders/orders.odcs.yaml
  steward show v1.2.0:contracts/orders/orders.odcs.yaml --format json
  steward show main:contracts/orders/orders.odcs.yaml --format source""",
)
@click.argument("contract", metavar="FILE|REVISION:PATH")
@format_option(("text", "json", "yaml", "source"))
def command(contract: str, form: str) -> int:
    """Print a contract at any revision, in the newest form of the standard.

    `text` is a summary for people; `json` and `yaml` are the whole document in the form of ODCS
    3.2; `source` is the file as it stands, byte by byte where it is piped.
    """
    workspace = Workspace.find()
    text = workspace.text(contract)
    if form == "source":
        _print_source(text.data)
        return 0
    document = workspace.newest(text)
    if form == "json":
        from bot.render.escape import json_text  # noqa: PLC0415  # other formats need it not

        answer(json_text(json.dumps(document.root, indent=2, ensure_ascii=False)), None)
    elif form == "yaml":
        from bot.render.contract import render_yaml  # noqa: PLC0415  # other formats need it not

        answer(render_yaml(document.root), None)
    else:
        from bot.render.contract import render_document  # noqa: PLC0415  # other formats need it not

        answer(render_document(workspace.read(text.data, text.name)), None)
    return 0


def _print_source(data: bytes) -> None:
    """Print a file byte by byte; on a terminal with what would act on it as escapes."""
    if not sys.stdout.isatty():
        click.echo(data, nl=False)
        return
    from bot.core.text import visible  # noqa: PLC0415  # other formats need it not

    for line in data.decode("utf-8", "backslashreplace").splitlines():
        click.echo("\t".join(map(visible, line.split("\t"))))
