"""What a review saw, as Git tells it: the files at the commit that was reviewed."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from bot.adapters.git import Repository
from bot.core.approvals.codeowners import CODEOWNERS_FILES, CodeOwners, read_codeowners
from bot.core.approvals.codeowners import LARGEST as LARGEST_CODEOWNERS
from bot.core.approvals.pull_request import Blobs, Commit, PullRequest, Review
from bot.core.approvals.scene import ChangedFile
from bot.core.errors import ErrorCode, StewardError
from bot.core.history.snapshot import WORKTREE
from bot.core.policy.settings import SETTINGS_FILE
from bot.core.records import replace


class Sights:
    """The content of some files at the commits of a pull request.

    `base` is the branch that it is compared with; what a reviewer compared is where the commit
    left it. `exact`: it is the base itself.
    """

    def __init__(self, repository: Repository, base: str, *, exact: bool = False) -> None:
        self._repository = repository
        self._base = base
        self._exact = exact
        self._known: dict[str, Mapping[str, Blobs] | None] = {}

    def completed(self, pull_request: PullRequest, head: str, paths: frozenset[str]) -> PullRequest:
        """Return the pull request with what each review saw of these files, as far as Git knows.

        `head` is the revision that is judged; WORKTREE stands for the commit that is checked out.
        """
        tip = self._repository.resolve("HEAD" if head == WORKTREE else head).id
        return replace(
            pull_request,
            base=self._base,
            head=tip,
            commits=tuple(self._told(commit, paths) for commit in pull_request.commits),
            reviews=tuple(self._seen(review, paths) for review in pull_request.reviews),
        )

    def _seen(self, review: Review, paths: frozenset[str]) -> Review:
        if review.seen is not None or not paths:
            return review
        if review.commit not in self._known:
            self._known[review.commit] = self._at(review.commit, paths)
        return replace(review, seen=self._known[review.commit])

    def _at(self, commit: str, paths: frozenset[str]) -> Mapping[str, Blobs] | None:
        """Return the files at a commit and where it left the base; None where Git lacks it."""
        try:
            fork = self._base
            if not self._exact:
                left = self._repository.merge_base(self._base, commit)
                if left is None:
                    return None
                fork = left.id
            before, after = self._blobs(fork, paths), self._blobs(commit, paths)
        except StewardError:
            return None
        return {path: Blobs(before.get(path), after.get(path)) for path in paths}

    def _blobs(self, revision: str, paths: frozenset[str]) -> Mapping[str, str]:
        found = self._repository.blobs(revision, sorted(paths), ())
        return {blob.path: blob.id for blob in found if blob.path in paths}

    def _told(self, commit: Commit, paths: frozenset[str]) -> Commit:
        """Return the commit with those of the files that it changed."""
        if commit.paths is not None or not commit.parents or not paths:
            return commit
        try:
            changes = self._repository.changes(commit.parents[0], commit.id, sorted(paths), ())
            changed = tuple(change.path for change in changes if change.path in paths)
        except StewardError:
            return commit
        return replace(commit, paths=changed)


def changed_files(
    repository: Repository, base: str, head: str, places: Sequence[str] | None = None
) -> tuple[ChangedFile, ...]:
    """Return the files that differ between two revisions; a rename is two of them.

    `places` are where contracts and waivers are: then the YAML files there are told, with the
    policy and CODEOWNERS, and no other file is looked at, which may be large or not readable.
    """
    if places is None:
        found = list(repository.changes(base, head, (), ()))
    else:
        found = [*repository.changes(base, head, (*places, SETTINGS_FILE))]
        found += repository.changes(base, head, CODEOWNERS_FILES, ())
    told = {change.path: change for change in found if change.touches_content}
    return tuple(
        ChangedFile(
            old=None if change.old is None else change.path,
            new=None if change.new is None else change.path,
            base=None if change.old is None else change.old.id,
            head=None if change.new is None else change.new.id,
        )
        for _, change in sorted(told.items())
    )


def codeowners_at(repository: Repository, revision: str) -> CodeOwners | None:
    """Return the CODEOWNERS file of a revision, the first in the order in which GitHub looks."""
    for path in CODEOWNERS_FILES:
        try:
            data = repository.file_at(revision, path, LARGEST_CODEOWNERS + 1)
        except StewardError as error:
            if error.faults[0].code is ErrorCode.TOO_LARGE:
                return CodeOwners(file=path, faults=error.faults)
            continue
        return read_codeowners(data, path)
    return None


def proposed_owners(
    repository: Repository, head: str, files: Sequence[ChangedFile]
) -> CodeOwners | None:
    """Return the CODEOWNERS file of a head that changes it; None where it does not."""
    paths = {path for file in files for path in file.paths}
    return None if paths.isdisjoint(CODEOWNERS_FILES) else codeowners_at(repository, head)
