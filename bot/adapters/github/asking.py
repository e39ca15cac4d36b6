"""What else a pull request shows: our labels, whom we ask for a review, changes by one click."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from contextlib import suppress
from urllib.parse import quote

from bot.adapters.github.answers import Json, identity
from bot.adapters.github.client import Client
from bot.adapters.github.marking import fingerprint, marked
from bot.adapters.github.refusals import MissingError, RefusedError
from bot.hosting import Suggestion

OURS = "contracts: "
"""Our labels begin with this. They tell people, and are never read as an answer."""
_MARKER = re.compile(r"(?m)^<!-- contract-steward:suggestion v1 ([0-9a-f]{16}) -->\s*\Z")


class Asking:
    """Labels, requests and suggestions of a repository's pull requests."""

    def __init__(self, client: Client, own: str) -> None:
        self._client = client
        self._own = own

    def label(self, number: int, there: Iterable[str], wanted: Iterable[str]) -> None:
        """Set the labels that are wanted, and take away those of ours that are not."""
        wanted = frozenset(wanted)
        ours = frozenset(name for name in there if name.startswith(OURS))
        path = self._client.path(f"issues/{number}/labels")
        if wanted - ours:
            self._client.send("POST", path, {"labels": sorted(wanted - ours)})
        for name in sorted(ours - wanted):
            with suppress(MissingError):
                self._client.send("DELETE", f"{path}/{quote(name, safe='')}")

    def request(self, number: int, people: Iterable[str], teams: Iterable[str]) -> tuple[str, ...]:
        """Ask for reviews and return who is not accepted.

        One by one: GitHub refuses a whole request for a single name that is no collaborator's, and
        a workflow's token may ask no team.
        """
        path = self._client.path(f"pulls/{number}/requested_reviewers")
        refused = []
        for name, body in (
            *((login, {"reviewers": [login]}) for login in people),
            *((team, {"team_reviewers": [team.rpartition("/")[2]]}) for team in teams),
        ):
            try:
                self._client.send("POST", path, body)
            except (RefusedError, MissingError):
                refused.append(name)
        return tuple(refused)

    def suggest(self, number: int, head: str, suggestions: Iterable[Suggestion]) -> None:
        """Offer changes of single lines, each once; take away those not wanted any more.

        Of those that two runs made at once the oldest stays. GitHub takes a suggestion only on a
        line that the pull request shows: one that it does not take is left out, since the report
        says the same.
        """
        wanted = {_key(found): found for found in suggestions}
        path = self._client.path(f"pulls/{number}/comments")
        there: set[str] = set()
        known = sorted(found for raw in self._client.every(path) for found in self._read(raw))
        for comment_id, key in known:
            if key in wanted and key not in there:
                there.add(key)
            else:
                with suppress(MissingError):
                    self._client.send("DELETE", self._client.path(f"pulls/comments/{comment_id}"))
        for key, found in wanted.items():
            if key not in there:
                body = {
                    "body": _written(found, key),
                    "commit_id": head,
                    "path": found.path,
                    "line": found.line,
                    "side": "RIGHT",
                }
                with suppress(RefusedError):
                    self._client.send("POST", path, body)

    def _read(self, raw: Json) -> Iterator[tuple[int, str]]:
        found = marked(raw, _MARKER, self._own)
        if found:
            yield identity(raw, "id"), found[1]


def _key(found: Suggestion) -> str:
    """Return what tells a suggestion from another: its place and what it says, not its commit."""
    return fingerprint(f"{found.path}\n{found.line}\n{found.text}")


def _written(found: Suggestion, key: str) -> str:
    return (
        f"{found.reason}\n\n```suggestion\n{found.text}\n```\n\n"
        f"<!-- contract-steward:suggestion v1 {key} -->\n"
    )
