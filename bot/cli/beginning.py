"""Writes files that begin something: what exists is kept, and a dry run shows a diff."""

from __future__ import annotations

import difflib
import os
import re
from collections.abc import Iterable, Sequence
from itertools import islice
from pathlib import Path

import click

from bot.adapters.files import read_file
from bot.cli.workspace import Workspace
from bot.core.errors import ErrorCode, Location, StewardError, failure
from bot.render.terminal import Terminal

_BRANCH = re.compile(rb"ref: refs/heads/(.+)")
_MOST_BESIDE = 5_000
_LONGEST_PREVIEW = 200
"""Lines of a new file that are shown; nobody reads more of one on a terminal."""


def is_there(workspace: Workspace, path: str) -> bool:
    """Tell whether something is at a path below the top, be it a link that leads nowhere."""
    return os.path.lexists(workspace.top / path)


def refuse_bare(workspace: Workspace) -> None:
    """Refuse to begin in what Git keeps for itself: files there are in no commit."""
    if workspace.checkout is not None:
        return
    try:
        top = workspace.repository.top
    except StewardError:
        return  # no repository is none that is bare
    if top is None:
        raise failure(
            ErrorCode.BAD_USAGE,
            "this is a bare repository, which has no files of its own",
            hint="clone it, and begin in the clone",
        )


def write_new(workspace: Workspace, files: Iterable[tuple[str, str]], *, dry_run: bool) -> None:
    """Write each file that is not there yet, and say so; a dry run prints a diff instead.

    The diff is one that `git apply` takes; what else there is to say goes to standard error.
    Raises E310 where a file cannot be written, and before anything is written E309 where the
    folder of one is a link out of the repository.
    """
    wanted = list(files)
    new = {path for path, _ in wanted if not is_there(workspace, path)}
    for path in sorted(new):
        _refuse_leaving(workspace, workspace.top / path)
    for path, text in wanted:
        if path not in new:
            click.echo(f"kept     {path}", err=dry_run)
        elif dry_run:
            click.echo(_diff(path, text), nl=False)
        else:
            _make_folder((workspace.top / path).parent, path)
            workspace.write(workspace.top / path, text.encode())
            click.echo(f"wrote    {path}")


def tell_place(workspace: Workspace, path: str, domain: str) -> None:
    """Say what is odd about a new contract: a domain misspelt, a folder that is not looked at."""
    settings = workspace.settings()
    folder, own = Path(path).parent.parent, Path(path).parent
    known = {scope.domain for scope in settings.scopes if scope.domain is not None}
    beside = islice((workspace.top / folder).glob("*/*.yaml"), _MOST_BESIDE)
    known |= {file.parent.name for file in beside if file != workspace.top / path}
    near = difflib.get_close_matches(domain, known, n=1)
    if near and domain not in known:
        click.echo(f"note: the domain `{domain}` is new; did you mean `{near[0]}`?", err=True)
    if not workspace.places(settings).cover(path):
        told = f"the policy does not look for contracts in {own}"
        click.echo(f"note: {told}; add `{folder}` to its `contracts`", err=True)


def preview(files: Sequence[tuple[str, str]]) -> None:
    """Show on a terminal what new files will hold, and last which they are.

    Of a long one only its length is told.
    """
    colour = Terminal.of_screen().colour
    width = max(len(path) for path, _ in files)
    for path, text in files:
        lines = text.splitlines()
        if len(lines) > _LONGEST_PREVIEW:
            continue
        click.echo("--- /dev/null")
        for line in (f"+++ {path}", *(f"+{line}" for line in lines)):
            click.echo(click.style(line, fg="green") if colour else line)
        click.echo()
    for path, text in files:
        count = len(text.splitlines())
        click.echo(f"  {path:<{width}}  {count} line{'' if count == 1 else 's'}")


def _refuse_leaving(workspace: Workspace, target: Path) -> None:
    """Refuse a file whose folder is a link: what Git keeps of it is where it leads, no more."""
    top = os.path.realpath(workspace.top)
    if not Path(os.path.realpath(target)).is_relative_to(top):
        raise failure(
            ErrorCode.UNSAFE_PATH,
            "its folder is a link that leads out of the repository",
            hint="name another folder, or replace the link by a folder",
            where=Location(target.relative_to(workspace.top).as_posix()),
        )


def _make_folder(folder: Path, path: str) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise failure(
            ErrorCode.CANNOT_WRITE,
            f"its folder cannot be made: {error.strerror or 'it failed'}",
            hint="check that you may write here, and that no file has the folder's name",
            where=Location(path),
        ) from error


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
    """Return the short name of the default branch; `main` where nothing tells.

    In a repository without a commit it is the branch that the first one will be on.
    """
    try:
        name = workspace.repository.default_branch() or _branch_here(workspace)
    except StewardError:
        return "main"
    parts = name.split("/")
    return "/".join(parts[3:] if parts[1] == "remotes" else parts[2:])


def _branch_here(workspace: Workspace) -> str:
    """Return the full name of the branch that is checked out; that of `main` where none is."""
    found = _BRANCH.match(read_file(workspace.repository.folder / "HEAD"))
    return f"refs/heads/{found[1].decode(errors='replace')}" if found else "refs/heads/main"


def _diff(path: str, text: str) -> str:
    lines = text.splitlines(keepends=True)
    head = f"diff --git a/{path} b/{path}\nnew file mode 100644\n--- /dev/null\n+++ b/{path}\n"
    return head + f"@@ -0,0 +1,{len(lines)} @@\n" + "".join(f"+{line}" for line in lines)
