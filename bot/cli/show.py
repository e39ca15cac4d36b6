"""`steward show`: a contract at any revision."""

from __future__ import annotations

import json

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
    3.2; `source` is the file as it stands.
    """
    workspace = Workspace.find()
    text = workspace.text(contract)
    if form == "source":
        answer(text.data.decode("utf-8", "replace"), None)
        return 0
    document = workspace.newest(text)
    if form == "json":
        answer(json.dumps(document.root, indent=2, ensure_ascii=False), None)
    elif form == "yaml":
        answer(_as_yaml(json.loads(json.dumps(document.root))), None)
    else:
        from bot.render.contract import render_document  # noqa: PLC0415  # other formats need it not

        answer(render_document(workspace.read(text.data, text.name)), None)
    return 0


def _as_yaml(document: object) -> str:
    import yaml  # noqa: PLC0415  # only this format writes YAML

    text: str = yaml.safe_dump(document, sort_keys=False, allow_unicode=True, width=100)
    return text
