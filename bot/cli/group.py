"""A command group that imports a command only when it is called."""

from __future__ import annotations

from collections.abc import Mapping
from difflib import get_close_matches
from functools import cached_property
from importlib import import_module
from keyword import iskeyword
from typing import Any

import click

JOINING = "contract_steward.commands"
"""The group of entry points by which other packages add commands of their own."""


class LazyGroup(click.Group):
    """Knows each command's name and one-line help; the command itself is in `package.name`.

    Commands of other packages are looked for only where a name is not one of its own, and where
    all are listed: the search through the installed packages takes time.
    """

    def __init__(
        self,
        *args: Any,  # noqa: ANN401  # what click.Group takes
        package: str,
        sections: Mapping[str, Mapping[str, str]],
        **kwargs: Any,  # noqa: ANN401  # what click.Group takes
    ) -> None:
        super().__init__(*args, **kwargs)
        self._package = package
        self._sections = sections
        self._summaries = {name: told for part in sections.values() for name, told in part.items()}

    @cached_property
    def _joined(self) -> Mapping[str, Any]:
        from importlib.metadata import entry_points  # noqa: PLC0415  # takes 10 ms

        return {found.name: found for found in sorted(entry_points(group=JOINING))}

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Return the names in the order in which people meet them."""
        own = [*self._summaries, *(name for name in super().list_commands(ctx))]
        return [*own, *(name for name in self._joined if name not in own)]

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Return the command of that name, imported now, or None."""
        if cmd_name not in self._summaries:
            known = super().get_command(ctx, cmd_name)
            if known is None and cmd_name in self._joined:
                known = self._joined[cmd_name].load()
            return known
        # A module cannot be called `import`: PEP 8 puts an underscore behind such a word.
        module = f"{cmd_name}_" if iskeyword(cmd_name) else cmd_name
        command: click.Command = import_module(f"{self._package}.{module}").command
        return command

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """Name the nearest command where a word is none."""
        if args and not args[0].startswith("-") and not self._knows(ctx, args[0]):
            near = get_close_matches(args[0], self.list_commands(ctx), n=1)
            hint = f" Did you mean `{near[0]}`?" if near else " See `steward --help`."
            ctx.fail(f"There is no command `{args[0]}`.{hint}")
        return super().resolve_command(ctx, args)

    def _knows(self, ctx: click.Context, name: str) -> bool:
        # What is its own is never looked for among the installed packages.
        return name in self._summaries or self.get_command(ctx, name) is not None

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """List the commands by what they are for, without importing any of our own.

        Those that other packages add stand in the last section.
        """
        joined = [
            (name, command.get_short_help_str(limit=100))
            for name in self._joined
            if (command := self.get_command(ctx, name)) is not None
        ]
        names = list(self._sections)
        width = max(len(name) for name in [*self._summaries, *(name for name, _ in joined)])
        for section in names:
            rows = list(self._sections[section].items()) + (joined if section == names[-1] else [])
            with formatter.section(section):
                formatter.write_dl([(f"{name:<{width}}", told) for name, told in rows])
