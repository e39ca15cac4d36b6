"""Wires the repository in which pull requests are judged: Git fetches, and everything is read."""

from __future__ import annotations

from datetime import date
from difflib import SequenceMatcher

from bot.adapters.clock import now
from bot.adapters.git.fetching import Fetching, place
from bot.adapters.sights import Sights, changed_files, codeowners_at, proposed_owners
from bot.app.asking import Asking, Wanted
from bot.cli.workspace import Workspace
from bot.core.approvals.pull_request import PullRequest
from bot.core.errors import ErrorCode, StewardError, failure
from bot.core.records import replace
from bot.core.release.edit import set_version
from bot.hosted.reviewing import Complete, Judged, Span

_CONTEXT = 3
_MOST_LINES = 20_000


class Fetched:
    """Judges pull requests in a checkout, from commits that are fetched and never checked out."""

    def __init__(self, workspace: Workspace, fetching: Fetching) -> None:
        self._workspace = workspace
        self._fetching = fetching

    def fetch(self, number: int, branch: str) -> Span:
        """Bring the head of a pull request and the branch it goes to."""
        self._fetching.fetch(
            {f"refs/pull/{number}/head": f"pull/{number}", f"refs/heads/{branch}": "base"}
        )
        repository = self._workspace.repository
        return Span(
            base=repository.resolve(place("base")).id,
            head=repository.resolve(place(f"pull/{number}")).id,
        )

    def fetch_queued(self, base: str, head: str) -> Span:
        """Bring two commits of a merge queue. Raises E302 where they are gone."""
        self._fetching.fetch_commits((base, head))
        for commit in (base, head):
            self._workspace.repository.resolve(commit)
        return Span(base=base, head=head, exact=True)

    def judge(
        self, span: Span, branch: str, pull_request: PullRequest, complete: Complete
    ) -> Judged:
        """Return the review, judged by the policy and the code owners at the tip of the branch.

        Not by those that the head once left: a branch from long ago obeys the rules of today.
        """
        return self._judge(span, branch, pull_request, complete, now().date())

    def judge_merged(
        self, commit: str, day: date, pull_request: PullRequest, complete: Complete
    ) -> Judged:
        """Return the review of a merged pull request, as it was when its commit was made.

        It is judged by its own head against what the branch was before, however it was merged:
        a squash and a rebase make commits that nobody reviewed.
        """
        name = f"pull/{pull_request.number}"
        self._fetching.fetch({f"refs/pull/{pull_request.number}/head": name})
        repository = self._workspace.repository
        span = Span(
            base=repository.resolve(f"{commit}^1").id, head=repository.resolve(place(name)).id
        )
        return self._judge(span, "the branch before", pull_request, complete, day)

    def _judge(
        self,
        span: Span,
        branch: str,
        pull_request: PullRequest,
        complete: Complete,
        day: date,
    ) -> Judged:
        workspace = self._workspace
        last = pull_request
        origin = span.base if span.exact else self._fork(span)

        def completed(paths: frozenset[str]) -> PullRequest:
            nonlocal last
            last = self._seen(span, pull_request, paths)
            return last

        def known(pull: PullRequest, wanted: Wanted) -> PullRequest:
            nonlocal last
            last = complete(pull, wanted)
            return last

        def asking(base: str, head: str) -> Asking:
            files = changed_files(workspace.repository, base, head)
            return Asking(
                files=files,
                codeowners=codeowners_at(workspace.repository, span.base),
                proposed=proposed_owners(workspace.repository, head, files),
                pull_request=completed,
                complete=known,
            )

        review = workspace.review(
            origin,
            span.head,
            label=span.base,
            policy=span.base,
            today=day,
            asking=asking,
        )
        return Judged(
            review=replace(review, base=f"{branch}@{origin[:10]}", head=span.head[:10]),
            settings=workspace.settings(span.base),
            pull_request=last,
        )

    def _fork(self, span: Span) -> str:
        found = self._workspace.repository.merge_base(span.base, span.head)
        if found is None:
            raise failure(
                ErrorCode.NO_SUCH_REVISION,
                "the pull request shares no history with the branch it goes to",
                hint="rebase it; in the workflow give actions/checkout a `fetch-depth: 0`",
            )
        return found.id

    def _seen(self, span: Span, pull: PullRequest, paths: frozenset[str]) -> PullRequest:
        """Return the pull request with what each review saw; what is not at hand is fetched."""
        reviewed = {review.commit for review in pull.reviews}
        self._fetching.fetch_commits(commit for commit in reviewed if not self._has(commit))
        # The head that approvals are bound to is the pull request's, in a merge queue, too.
        head = pull.head if span.exact else span.head
        if span.exact and not self._has(head):
            self._fetching.fetch_commits((head,))
        sights = Sights(self._workspace.repository, span.base)
        return sights.completed(pull, head, paths)

    def _has(self, commit: str) -> bool:
        try:
            self._workspace.repository.resolve(commit)
        except StewardError:
            return False
        return True

    def version_line(
        self, span: Span, paths: tuple[str, str], version: str
    ) -> tuple[int, str] | None:
        """Return the line of a file's version, and how it reads with another version.

        `paths` are where the file was and where it is. None where the line is not among those
        that a pull request shows: GitHub takes no suggestion for any other.
        """
        from bot.adapters.reading import read_document  # noqa: PLC0415  # few reviews suggest

        before, path = paths
        repository = self._workspace.repository
        try:
            data = repository.file_at(span.head, path)
            document = read_document(data, path)
            text = data.decode("utf-8")
            fixed = set_version(text, document, version)
            origin = span.base if span.exact else self._fork(span)
            old = repository.file_at(origin, before).decode("utf-8")
        except (StewardError, UnicodeDecodeError):
            return None
        line = document.locate(["version"]).line
        if not _is_shown(old, text, line):
            return None
        return line, fixed.split("\n")[line - 1].rstrip("\r").removeprefix("\ufeff")


def _is_shown(before: str, after: str, line: int) -> bool:
    """Tell whether a line stands within three lines of a change, as Git and GitHub show them."""
    old, new = before.split("\n"), after.split("\n")
    if len(old) + len(new) > _MOST_LINES:
        return False
    groups = SequenceMatcher(None, old, new).get_grouped_opcodes(_CONTEXT)
    return any(group[0][3] < line <= group[-1][4] for group in groups)
