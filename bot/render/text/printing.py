"""Prints a page the way the terminal can show it."""

from __future__ import annotations

from collections.abc import Iterable

from bot.render.terminal import Terminal
from bot.render.text.page import Block


def printed(page: Iterable[Block], terminal: Terminal) -> str:
    """Return a page in colour and with boxes, or plain."""
    if terminal.colour:
        from bot.render.text.screen import in_colour  # noqa: PLC0415  # rich costs 40 ms

        return in_colour(page, terminal.width)
    from bot.render.text.plain import in_plain  # noqa: PLC0415  # one of the two is enough

    return in_plain(page, terminal.width)
