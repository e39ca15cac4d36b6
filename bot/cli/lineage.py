"""`steward lineage`: where data comes from and whom it reaches."""

from __future__ import annotations

from pathlib import Path

import click

from bot.cli.options import answer, format_option, output_option, terminal
from bot.cli.weaving import woven

FORMATS = ("text", "mermaid", "dot", "json", "openlineage")


@click.command(
    name="lineage",
    epilog="""\b
Examples:
  steward lineage
  steward lineage orders-orders
  steward lineage orders-orders.orders.unit_price --down
  steward lineage contracts/orders/kpis.odcs.yaml --up --format mermaid
  steward lineage --rev origin/main --format dot -o lineage.dot

\b
Exit codes: 0 fine, 2 a file could not be read or nothing has that name.""",
)
@click.argument("element", metavar="[CONTRACT|PATH]", required=False)
@click.option("--up", is_flag=True, help="Show only what it is made of.")
@click.option("--down", is_flag=True, help="Show only what it reaches.")
@click.option("--rev", help="Read the files of this revision instead of the working tree.")
@format_option(FORMATS)
@output_option()
def command(  # noqa: PLR0913, PLR0917  # each option is one parameter
    element: str | None, up: bool, down: bool, rev: str | None, form: str, output: Path | None
) -> int:
    """Show what data is made of and whom it reaches.

    Without an argument: which contract, data product and consumer reads which. With one: every way
    to and from it, field by field. CONTRACT is an id or a file, PATH an element such as
    orders-orders.orders.unit_price, customer-silver@1.customer_events for one of several majors,
    or orders.unit_price where one contract alone has it.
    """
    from bot.adapters.clock import now  # noqa: PLC0415  # `--help` needs none of it
    from bot.core.lineage.excerpt import excerpt, overview  # noqa: PLC0415
    from bot.core.lineage.flow import Direction  # noqa: PLC0415
    from bot.core.lineage.search import find_element  # noqa: PLC0415
    from bot.render.lineage.formats import render_lineage  # noqa: PLC0415

    lineage, whole = woven(rev)
    if element is None:
        if up or down:
            message = "--up and --down need a contract or a path to start from."
            raise click.UsageError(message)
        shown = overview(lineage)
    else:
        chosen = [Direction.UP] * (up or not down) + [Direction.DOWN] * (down or not up)
        shown = excerpt(lineage, find_element(lineage, element), chosen)
    answer(render_lineage(shown, form, terminal(output), now()), output)
    return 0 if whole else 2
