"""Turns what a user wrote into a commit, and says what was meant where it cannot."""

from __future__ import annotations

import re
import shlex

import pygit2

from bot.adapters.git import faults
from bot.adapters.git.objects import ObjectStore, plain_commit
from bot.adapters.git.references import References
from bot.core.errors import ErrorCode, StewardError, failure
from bot.core.history.file_paths import objection, shown
from bot.core.history.snapshot import WORKTREE, Commit

_LONGEST = 500
_NAME = re.compile(r"[~^:]|@\{")
"""What ends the name in a revision such as `main~2` or `main@{upstream}`."""


class Revisions:
    """The names of commits: branches, tags, and whatever `git rev-parse` understands."""

    def __init__(self, store: ObjectStore) -> None:
        self._store = store
        self._repo = store.repo
        self._references = References(store.repo)

    def commit(self, revision: str) -> pygit2.Commit:
        """Return the commit a revision names, through tags.

        Raises E302 for one that is unknown, malformed or no commit, E303 where a shallow clone
        ends before it, E304 where there is no commit at all, E311 where the commit is broken.
        """
        _refuse_malformed(revision)
        self._refuse_twofold(revision)
        try:
            found = self._repo.revparse_single(revision)
        except KeyError:
            raise self._unknown(revision) from None
        except pygit2.AmbiguousError:
            raise _no_revision(
                revision, "stands for more than one object", "write more of the id"
            ) from None
        except ValueError:
            raise _no_revision(revision, "is no revision", _FORMS) from None
        except (pygit2.GitError, OSError) as error:
            raise faults.broken_object(shown(revision), str(error)) from error
        return self._peeled(revision, found)

    def resolve(self, revision: str) -> Commit:
        """Return the same commit as a plain value."""
        return plain_commit(self.commit(revision))

    def checked_out(self) -> pygit2.Commit | None:
        """Return the commit that HEAD names; None where its branch has none yet."""
        return None if self._repo.head_is_unborn else self.commit("HEAD")

    def merge_base(self, base: str, head: str) -> Commit | None:
        """Return the best common ancestor; None where the two share no history."""
        sides = self.commit(base).id, self.commit(head).id
        try:
            # The stubs promise an id; libgit2 answers with nothing for unrelated histories.
            found: object = self._repo.merge_base(*sides)
        except (KeyError, pygit2.GitError) as error:
            if self._store.is_shallow():
                raise faults.shallow() from error
            raise faults.broken_object(shown(head), str(error)) from error
        if not isinstance(found, pygit2.Oid):
            if self._store.is_shallow():
                raise faults.shallow()
            return None
        return plain_commit(self._store.commit(found))

    def _refuse_twofold(self, revision: str) -> None:
        """Refuse a name that leads a tag and a branch apart: Git would quietly take the tag."""
        name = _NAME.split(revision, maxsplit=1)[0]
        if not name or self._references.is_commit(name):
            return
        meanings = self._references.meanings(name)
        if len(set(meanings.values())) > 1:
            choice = " or ".join(f"`{shown(full)}`" for full in meanings)
            raise _no_revision(revision, "stands for more than one thing", f"write {choice}")

    def _peeled(self, revision: str, found: pygit2.Object) -> pygit2.Commit:
        try:
            return found.peel(pygit2.Commit)
        except ValueError:
            raise _no_revision(
                revision,
                f"names a {found.type_str}, not a commit",
                "leave out what follows the commit: `main`, not `main:contracts/orders.yaml`",
            ) from None
        except (KeyError, pygit2.GitError) as error:
            raise faults.broken_object(shown(revision), str(error)) from error

    def _unknown(self, revision: str) -> StewardError:
        branch = self._references.symbolic("HEAD")
        if self._repo.head_is_unborn and revision in {"HEAD", "@", _short(branch), branch}:
            return faults.unborn()
        names = self._references.names()
        if not names:
            return faults.unborn()
        if revision in {*names, *map(_short, names)}:
            return faults.broken_object(shown(revision), "the commit it names is missing")
        start = _NAME.split(revision, maxsplit=1)[0] or "HEAD"
        if start != revision and self._resolves(start):
            if self._store.is_shallow():
                return faults.shallow()
            return _no_revision(
                revision, "leads out of the history", f"git log --oneline {shlex.quote(start)}"
            )
        return _no_revision(revision, "is not known here", self._advice(revision, names))

    def _advice(self, revision: str, names: list[str]) -> str:
        if revision == WORKTREE:
            return "the files on disk are no commit: name one, such as HEAD"
        known = [_short(name) for name in names]
        elsewhere = [name for name in known if name.endswith(f"/{revision}")]
        meant = faults.did_you_mean(revision, known)
        if elsewhere:
            meant = f"did you mean `{shown(elsewhere[0])}`?"
        fetch = self._fetch(revision)
        return " or get it with: ".join(part for part in (meant, fetch) if part) or _FORMS

    def _fetch(self, revision: str) -> str:
        """Return the command that would bring the revision here, where there is a remote."""
        remotes = self._references.remotes()
        if not remotes or objection(revision):
            return ""
        if re.fullmatch(r"[0-9a-f]{40}", revision):
            return f"git fetch {remotes[0]} {revision}"
        remote, _, name = revision.removeprefix("refs/remotes/").partition("/")
        if remote not in remotes or not name:
            remote, name = remotes[0], revision
        if not pygit2.reference_is_valid_name(f"refs/heads/{name}"):
            return ""
        # A clone of one branch fetches others only if it is told where to keep them.
        return f"git fetch {remote} {shlex.quote(f'{name}:refs/remotes/{remote}/{name}')}"

    def _resolves(self, revision: str) -> bool:
        try:
            self._repo.revparse_single(revision)
        except (KeyError, ValueError, pygit2.GitError, OSError):
            return False
        return True


_FORMS = "name a branch, a tag or a commit id; `git branch -a` and `git tag` list them"


def _refuse_malformed(revision: str) -> None:
    """Refuse what Git's own command line would take for an option, and what no ref may hold."""
    if revision.startswith("-"):
        raise _no_revision(revision, "begins with a dash", _FORMS)
    if not revision or len(revision) > _LONGEST or shown(revision, _LONGEST * 10) != revision:
        raise _no_revision(revision, "is no revision", _FORMS)


def _no_revision(revision: str, what: str, hint: str) -> StewardError:
    return failure(
        ErrorCode.NO_SUCH_REVISION, f"the revision `{shown(revision)}` {what}", hint=hint
    )


def _short(name: str) -> str:
    return re.sub(r"^refs/(heads|tags|remotes)/", "", name)
