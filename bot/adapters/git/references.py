"""What a repository's branches, tags and remotes are called, and which of them is the main one."""

from __future__ import annotations

from collections.abc import Mapping

import pygit2

from bot.adapters.git import faults
from bot.core.history.file_paths import shown


class References:
    """The references of one repository."""

    def __init__(self, repo: pygit2.Repository) -> None:
        self._repo = repo

    def default_branch(self) -> str | None:
        """Return the full name of the default branch, or None where nothing tells which it is.

        The remote's own choice comes first, then `init.defaultBranch`, `main` and `master`, each
        as the remote has it before as it is here; last the only branch there is. The name is the
        full one, since anybody who may push a tag may call it `main` or `origin/main` too.
        """
        remotes = self.remotes()
        chosen = [self.symbolic(f"refs/remotes/{remote}/HEAD") for remote in remotes]
        usual = [
            f"refs/{folder}/{name}"
            for name in (*self._configured_branch(), "main", "master")
            for folder in (*(f"remotes/{remote}" for remote in remotes), "heads")
        ]
        here = [name for name in self.names() if name.startswith("refs/heads/")]
        candidates = [*chosen, *usual, *(here if len(here) == 1 else ())]
        return next((name for name in candidates if self.is_commit(name)), None)

    def meanings(self, name: str) -> dict[str, str]:
        """Return what a short name may stand for: full names of tag and branches, with commits."""
        known = (f"refs/{folder}/{name}" for folder in ("heads", "tags", "remotes"))
        found = ((full, self._commit_id(full)) for full in known)
        return {full: commit_id for full, commit_id in found if commit_id}

    def tags(self) -> Mapping[str, str]:
        """Return the commit id of each tag, through annotations; tags of other things are left."""
        found = {}
        for name in self.names():
            if not name.startswith("refs/tags/"):
                continue
            try:
                target = self._repo.lookup_reference(name).peel(pygit2.Commit)
            except ValueError:
                continue
            except (KeyError, pygit2.GitError) as error:
                raise faults.broken_object(shown(name), str(error)) from error
            found[name.removeprefix("refs/tags/")] = str(target.id)
        return found

    def annotations(self) -> Mapping[str, str]:
        """Return the message of each annotated tag; a plain tag has none."""
        found = {}
        for name in self.names():
            if not name.startswith("refs/tags/"):
                continue
            try:
                target = self._repo[self._repo.lookup_reference(name).resolve().target]
            except (KeyError, ValueError, pygit2.GitError):
                continue
            if isinstance(target, pygit2.Tag):
                message = target.raw_message.decode("utf-8", "replace")
                found[name.removeprefix("refs/tags/")] = message
        return found

    def names(self) -> list[str]:
        """Return the full names of all references, sorted."""
        try:
            raw = self._repo.raw_listall_references()
        except (pygit2.GitError, OSError) as error:
            raise faults.broken_object("refs", str(error)) from error
        # A name that is not UTF-8 cannot be asked for, so it is never suggested either.
        return sorted(name.decode() for name in raw if _is_utf8(name))

    def remotes(self) -> list[str]:
        """Return the names of the remotes; `origin`, where there is one, first."""
        names = [name for name in self._repo.remotes.names() if name]
        return sorted(names, key=lambda name: (name != "origin", name))

    def symbolic(self, name: str) -> str:
        """Return the name that a symbolic reference stands for, else ""."""
        try:
            target = self._repo.lookup_reference(name).target
        except (KeyError, ValueError, pygit2.GitError):
            return ""
        return target if isinstance(target, str) else ""

    def is_commit(self, name: str) -> bool:
        """Return whether a reference of this full name leads to a commit."""
        return bool(self._commit_id(name))

    def _commit_id(self, name: str) -> str:
        try:
            return str(self._repo.lookup_reference(name).peel(pygit2.Commit).id)
        except (KeyError, ValueError, pygit2.GitError):
            return ""

    def _configured_branch(self) -> list[str]:
        try:
            name = self._repo.config["init.defaultBranch"]
        except (KeyError, ValueError, pygit2.GitError):
            return []
        return [name] if name else []


def _is_utf8(raw: bytes) -> bool:
    try:
        raw.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True
