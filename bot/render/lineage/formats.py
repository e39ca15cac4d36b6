"""Which module writes which format of lineage. Only the one that is asked for is imported."""

# ruff: noqa: PLC0415  # each format costs time only where it is asked for

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from bot.core.lineage.excerpt import Excerpt
from bot.core.lineage.graph import Lineage, Node
from bot.core.lineage.impact import Impacted
from bot.render.terminal import Terminal
from bot.render.text.printing import printed


def render_lineage(found: Excerpt, form: str, terminal: Terminal, time: datetime) -> str:
    """Return an excerpt in one of the formats: text, mermaid, dot, json, openlineage.

    Raises ValueError for any other. `terminal` concerns text only, `time` the time of an event.
    """
    match form:
        case "text":
            from bot.render.lineage.text import excerpt_page

            return printed(excerpt_page(found), terminal)
        case "mermaid":
            from bot.render.lineage.mermaid import excerpt_mermaid

            return excerpt_mermaid(found)
        case "dot":
            from bot.render.lineage.dot import excerpt_dot

            return excerpt_dot(found)
        case "json":
            from bot.render.lineage.machine import excerpt_json

            return excerpt_json(found)
        case "openlineage":
            from bot.render.lineage.openlineage import excerpt_openlineage

            return excerpt_openlineage(found, time)
        case _:
            raise ValueError(f"no such format: {form}")


def render_impact(
    lineage: Lineage, element: Node, found: Sequence[Impacted], form: str, terminal: Terminal
) -> str:
    """Return an impact as text or json."""
    if form == "json":
        from bot.render.lineage.machine import impact_json

        return impact_json(lineage, element, found)
    from bot.render.lineage.text import impact_page

    return printed(impact_page(lineage, element, found), terminal)
