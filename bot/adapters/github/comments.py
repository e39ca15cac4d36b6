"""The one comment on a pull request: ours alone, the newest run's, and written only on change."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import suppress

from bot.adapters.github.answers import Json, identity
from bot.adapters.github.client import Client
from bot.adapters.github.marking import fingerprint, marked
from bot.adapters.github.refusals import MissingError
from bot.core.errors import StewardError
from bot.core.records import dataclass
from bot.hosting import Comment

_MARKER = re.compile(
    r"(?m)^<!-- contract-steward:comment v1 run=([0-9]{1,20})\.([0-9]{1,9}) head=([0-9a-f]{40,64})"
    r" text=([0-9a-f]{16}) -->\s*\Z"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Own:
    """A comment of ours that is there."""

    id: int
    run: tuple[int, int]
    text: str


class Comments:
    """The comments of a repository's pull requests. `own` is the login that we write under."""

    def __init__(self, client: Client, own: str) -> None:
        self._client = client
        self._own = own

    def bring(self, comment: Comment) -> int | None:
        """Bring the one comment up to date and return its id, None where there is none.

        Whoever else wrote our marker is not us. Two runs that begin at once may write two: the
        lowest id stays. A comment of a later run is never overwritten.
        """
        found = self._found(comment.number)
        if not found:
            return None if comment.body is None else self._create(comment)
        first = self._only(found)
        if first.run > comment.run or first.text == _hash(comment):
            return first.id
        try:
            self._client.send("PATCH", self._path(first.id), {"body": written(comment)})
        except MissingError:
            return None if comment.body is None else self._create(comment)
        return first.id

    def _create(self, comment: Comment) -> int | None:
        """Write the comment, then see to it that there is but one, whatever became of the call."""
        lost: StewardError | None = None
        try:
            self._client.send(
                "POST",
                self._client.path(f"issues/{comment.number}/comments"),
                {"body": written(comment)},
            )
        except StewardError as error:
            lost = error
        found = self._found(comment.number)
        if not found:
            if lost is not None:
                raise lost
            return None  # A list may lag behind what was just written.
        first = self._only(found)
        if first.run < comment.run and first.text != _hash(comment):
            self._client.send("PATCH", self._path(first.id), {"body": written(comment)})
        return first.id

    def _found(self, number: int) -> list[_Own]:
        """Return our comments, the oldest first."""
        path = self._client.path(f"issues/{number}/comments")
        return sorted(
            (own for raw in self._client.every(path) for own in self._read(raw)),
            key=lambda own: own.id,
        )

    def _read(self, raw: Json) -> Iterator[_Own]:
        found = marked(raw, _MARKER, self._own)
        if found:
            run, attempt, _, text = found.groups()
            yield _Own(id=identity(raw, "id"), run=(int(run), int(attempt)), text=text)

    def _only(self, found: list[_Own]) -> _Own:
        """Take all but the first comment away, and return that."""
        for own in found[1:]:
            with suppress(MissingError):
                self._client.send("DELETE", self._path(own.id))
        return found[0]

    def _path(self, comment_id: int) -> str:
        return self._client.path(f"issues/comments/{comment_id}")


def written(comment: Comment) -> str:
    """Return the text of the comment with our marker at its end."""
    run, attempt = comment.run
    marker = f"run={run}.{attempt} head={comment.head} text={_hash(comment)}"
    return f"{_body(comment)}\n\n<!-- contract-steward:comment v1 {marker} -->\n"


def _body(comment: Comment) -> str:
    return (comment.body or "### Data contracts: no contract changes any more").rstrip()


def _hash(comment: Comment) -> str:
    """Return what tells whether a comment says the same: its text and the head it is about."""
    return fingerprint(f"{comment.head}\n{_body(comment)}")
