"""A command group that imports a command only when it is called."""

from __future__ import annotations

from collections.abc import Mapping
from difflib import get_close_matches
from importlib import import_module
from typing import Any

import click


class LazyGroup(click.Group):
    """Knows each command's name and one-line help; the command itself is in `package.name`."""

    def __init__(
        self,
        *args: Any,  # noqa: ANN401  # what click.Group takes
        package: str,
        commands: Mapping[str, str],
        **kwargs: Any,  # noqa: ANN401  # what click.Group takes
    ) -> None:
        super().__init__(*args, **kwargs)
        self._package = package
        self._summaries = dict(commands)

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Return the names in the order in which people meet them."""
        return [*self._summaries, *(name for name in super().list_commands(ctx))]

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Return the command of that name, imported now, or None."""
        if cmd_name not in self._summaries:
            return super().get_command(ctx, cmd_name)
        command: click.Command = import_module(f"{self._package}.{cmd_name}").command
        return command

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """Name the nearest command where a word is none."""
        if args and not args[0].startswith("-") and args[0] not in self.list_commands(ctx):
            near = get_close_matches(args[0], self._summaries, n=1)
            hint = f" Did you mean `{near[0]}`?" if near else " See `steward --help`."
            ctx.fail(f"There is no command `{args[0]}`.{hint}")
        return super().resolve_command(ctx, args)

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:  # noqa: ARG002  # click's signature
        """List the commands from their summaries, without importing any."""
        with formatter.section("Commands"):
            formatter.write_dl(list(self._summaries.items()))
