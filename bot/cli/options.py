"""Options that several commands share, and how their answers are written."""

from __future__ import annotations

import sys
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import click

from bot.adapters.files import write_atomically
from bot.core.mode import MODES, Mode, read_mode
from bot.render.terminal import Terminal

LIST_FORMATS = ("text", "json")


class ModeType(click.ParamType[Mode, object]):
    """A compatibility mode, in any of its spellings."""

    name = "mode"

    def convert(
        self, value: object, param: click.Parameter | None, ctx: click.Context | None
    ) -> Mode:
        """Return the mode; fail with the list of modes."""
        if isinstance(value, Mode):
            return value
        mode = read_mode(str(value))
        if mode is None:
            words = ", ".join(str(known) for known in MODES)
            self.fail(f"{value!r} is no compatibility mode; they are: {words}.", param, ctx)
        return mode

    def shell_complete(
        self, ctx: click.Context, param: click.Parameter, incomplete: str
    ) -> list[click.shell_completion.CompletionItem]:
        """Complete with the modes."""
        _ = (ctx, param)
        return [
            click.shell_completion.CompletionItem(str(mode))
            for mode in MODES
            if str(mode).startswith(incomplete.lower())
        ]


Decorator = Callable[[Callable[..., Any]], Callable[..., Any]]


def format_option(formats: tuple[str, ...], default: str = "text") -> Decorator:
    """Return the option `--format`."""
    return click.option(
        "-f",
        "--format",
        "form",
        type=click.Choice(formats, case_sensitive=False),
        default=default,
        show_default=True,
        help="How to print the answer.",
    )


def output_option() -> Decorator:
    """Return the option `--output`."""
    return click.option(
        "-o",
        "--output",
        type=click.Path(dir_okay=False, path_type=Path),
        help="Write the answer to this file instead of the terminal.",
    )


def mode_option() -> Decorator:
    """Return the option `--compatibility`."""
    return click.option(
        "-c",
        "--compatibility",
        "mode",
        type=ModeType(),
        help="Judge under this mode instead of the policy's: none, backward, forward, full,"
        " or one of the last three with -transitive.",
    )


class DayType(click.ParamType[date, object]):
    """A day of the calendar, as in 2027-01-31."""

    name = "day"

    def convert(
        self, value: object, param: click.Parameter | None, ctx: click.Context | None
    ) -> date:
        """Return the day; fail with the form in which days are written."""
        if isinstance(value, date):
            return value
        try:
            return date.fromisoformat(str(value))
        except ValueError:
            self.fail(f"{value!r} is no day; write it as 2027-01-31.", param, ctx)


def today_option() -> Decorator:
    """Return the option `--today`."""
    return click.option(
        "--today",
        type=DayType(),
        metavar="DAY",
        help="Judge windows and waivers as on this day (UTC), such as 2027-01-31.",
    )


def terminal(output: Path | None) -> Terminal:
    """Return how to print: in colour and to width on a terminal, plain when piped."""
    if output is not None or not sys.stdout.isatty():
        return Terminal()
    return Terminal.of_screen()


def answer(text: str, output: Path | None) -> None:
    """Write an answer to the file, or to standard output."""
    if output is None:
        click.echo(text, nl=not text.endswith("\n"))
        return
    write_atomically(output, text.encode())
    click.echo(f"wrote {output}", err=True)
