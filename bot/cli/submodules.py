"""Says where contracts lie in submodules, which no command looks into."""

from __future__ import annotations

from shlex import quote

import click

from bot.adapters.registry import GitTree
from bot.core.history.file_paths import shown
from bot.ports import Tree


def note_submodules(tree: Tree) -> None:
    """Say on the standard error which submodules lie among the contracts, and what to do."""
    if not isinstance(tree, GitTree):
        return
    for path in tree.submodules():
        folder = quote(shown(path, limit=500))
        click.echo(
            f"note: {folder} is a submodule, a repository of its own: nothing in it was looked at\n"
            f"  hint: git submodule update --init {folder} && cd {folder} && steward lint",
            err=True,
        )
