"""Writes files that begin something: what exists is kept, and a dry run shows a diff."""

from __future__ import annotations

import difflib
from collections.abc import Iterable

import click

from bot.cli.workspace import Workspace
from bot.core.errors import StewardError


def write_new(workspace: Workspace, files: Iterable[tuple[str, str]], *, dry_run: bool) -> None:
    """Write each file that is not there yet, and say so; a dry run prints a diff instead.

    The diff is one that `git apply` takes; what else there is to say goes to standard error.
    """
    for path, text in files:
        target = workspace.top / path
        if target.exists() or target.is_symlink():
            click.echo(f"kept     {path}", err=dry_run)
        elif dry_run:
            click.echo(_diff(path, text), nl=False)
        else:
            target.parent.mkdir(parents=True, exist_ok=True)
            workspace.write(target, text.encode())
            click.echo(f"wrote    {path}")


def change_diff(path: str, old: str, new: str) -> str:
    """Return the change of a file that exists as a diff that `git apply` takes."""
    sides = [text.removesuffix("\n").split("\n") for text in (old, new)]
    ends = [text.endswith("\n") for text in (old, new)]
    lines = [[f"{line}\n" for line in side] for side in sides]
    for side, ended in zip(lines, ends, strict=True):
        side[-1] += "" if ended else "\\ No newline at end of file\n"
    told = difflib.unified_diff(lines[0], lines[1], f"a/{path}", f"b/{path}")
    return f"diff --git a/{path} b/{path}\n{''.join(told)}"


def default_branch(workspace: Workspace) -> str:
    """Return the short name of the default branch; `main` where nothing tells."""
    try:
        name = workspace.repository.default_branch()
    except StewardError:
        return "main"
    parts = (name or "refs/heads/main").split("/")
    return "/".join(parts[3:] if parts[1] == "remotes" else parts[2:])


def _diff(path: str, text: str) -> str:
    lines = text.splitlines(keepends=True)
    head = f"diff --git a/{path} b/{path}\nnew file mode 100644\n--- /dev/null\n+++ b/{path}\n"
    return head + f"@@ -0,0 +1,{len(lines)} @@\n" + "".join(f"+{line}" for line in lines)
