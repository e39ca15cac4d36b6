"""What the answer is printed on."""

from __future__ import annotations

from bot.core.records import dataclass

PLAIN_WIDTH = 100
"""How wide text is where no terminal says it: a pipe, a file, a log."""
NARROWEST = 20


@dataclass(frozen=True, slots=True)
class Terminal:
    """Whether it shows colour, and how many cells a line has."""

    colour: bool = False
    width: int = PLAIN_WIDTH

    @classmethod
    def of_screen(cls) -> Terminal:
        """Return the terminal on standard output; without colour where NO_COLOR or TERM say so."""
        from rich.console import Console  # noqa: PLC0415  # costs more than a whole piped answer

        console = Console()
        colour = console.is_terminal and not console.no_color and not console.is_dumb_terminal
        return cls(colour=colour, width=max(console.width, NARROWEST))
