"""Finds out which file was meant where a command names one that is not there."""

from __future__ import annotations

from bot.adapters.git import Repository
from bot.core.errors import ErrorCode, StewardError
from bot.core.history.file_paths import shown


def meant(repository: Repository, spec: str, path: str | None, beside: str | None) -> str | None:
    """Return a hint on what was meant with a file that is not on disk; None where nothing is.

    `path` is the spec, and `beside` the path of the other file of the command, as the repository
    knows them; None for a file outside of it, or no file.
    """
    if not _is_revision(repository, spec):
        return None if path is None else _near(repository, "HEAD", path)
    found = None if beside is None else _near(repository, spec, beside)
    name = shown(spec)
    return found or f"`{name}` is a revision: say which file of it, as in `{name}:PATH`"


def _is_revision(repository: Repository, spec: str) -> bool:
    try:
        repository.resolve(spec)
    except StewardError:
        return False
    return True


def _near(repository: Repository, revision: str, path: str) -> str | None:
    """Return a question that names the path at the revision, or the nearest ones it has."""
    try:
        repository.file_at(revision, path)
    except StewardError as error:
        fault = error.faults[0]
        near = fault.code is ErrorCode.NO_SUCH_PATH and fault.hint.startswith("did you mean")
        return fault.hint if near else None
    return f"did you mean `{shown(f'{revision}:{path}')}`?"
