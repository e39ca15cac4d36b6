"""`steward impact`: whom a change of an element reaches."""

from __future__ import annotations

from pathlib import Path

import click

from bot.cli.options import LIST_FORMATS, answer, format_option, output_option, terminal
from bot.cli.weaving import woven


@click.command(
    name="impact",
    epilog="""\b
Examples:
  steward impact orders-orders.orders.unit_price
  steward impact orders.orders.unit_price
  steward impact customer-silver@1
  steward impact customer_view.email --rev origin/main --format json

\b
Exit codes: 0 fine, 2 a file could not be read or nothing has that name.""",
)
@click.argument("path", metavar="PATH")
@click.option("--rev", help="Read the files of this revision instead of the working tree.")
@format_option(LIST_FORMATS)
@output_option()
def command(path: str, rev: str | None, form: str, output: Path | None) -> int:
    """Say whom a change of a field, an object or a contract reaches.

    For each: who owns it, how sure that is, and by which way, nearest first. PATH is
    contract-id.object.field, or shorter where one element alone has the name.
    """
    from bot.core.lineage.impact import impact  # noqa: PLC0415  # `--help` needs none of it
    from bot.core.lineage.search import find_element  # noqa: PLC0415
    from bot.render.lineage.formats import render_impact  # noqa: PLC0415

    lineage, whole = woven(rev)
    element = find_element(lineage, path)
    found = impact(lineage, element)
    answer(render_impact(lineage, element, found, form, terminal(output)), output)
    return 0 if whole else 2
