"""One issue for each contract that somebody has to look after: opened, updated, closed."""

from __future__ import annotations

import re
from collections.abc import Iterable

from bot.adapters.github.answers import Json, identity, text
from bot.adapters.github.client import Client
from bot.adapters.github.marking import fingerprint, marked
from bot.hosting import Issue

LABEL = "contracts: sweep"
_MARKER = re.compile(
    r"(?m)^<!-- contract-steward:issue v1 key=([0-9a-f]{16}) text=([0-9a-f]{16}) -->\s*\Z"
)
_DONE = "Nothing is left to do. This issue is opened again once there is."


class Issues:
    """Our issues in a repository; those of others are never touched."""

    def __init__(self, client: Client, own: str) -> None:
        self._client = client
        self._own = own

    def bring(self, wanted: Iterable[Issue]) -> None:
        """Open, update and close our issues, so that each key has one for ever.

        What somebody else closed stays closed until there is something new to tell.
        """
        known = self._known()
        keys = set()
        for issue in wanted:
            key = fingerprint(issue.key)
            found = known.get(key)
            if issue.body is None:
                continue
            keys.add(key)
            body = {"title": issue.title, "body": _written(key, issue.title, issue.body)}
            if found is None:
                self._client.send("POST", self._client.path("issues"), {**body, "labels": [LABEL]})
            elif _told(found) != _hash(issue.title, issue.body):
                self._client.send("PATCH", self._path(found), {**body, "state": "open"})
        for key, found in known.items():
            if key not in keys and _is_open(found):
                self._close(key, found)

    def _known(self) -> dict[str, Json]:
        """Return our issues by their keys; where two have one, an open one, and the older one."""
        asked = {"state": "all", "labels": LABEL, "sort": "created", "direction": "asc"}
        known: dict[str, Json] = {}
        for raw in self._client.every(self._client.path("issues"), asked):
            own = marked(raw, _MARKER, self._own)
            if own is None or "pull_request" in raw:
                continue
            before = known.get(own[1])
            if before is None or (_is_open(raw) and not _is_open(before)):
                known[own[1]] = raw
            elif _is_open(raw):
                self._close(own[1], raw)
        return known

    def _close(self, key: str, found: Json) -> None:
        title = text(found.get("title"))
        body = {"state": "closed", "state_reason": "completed", "body": _written(key, title, _DONE)}
        self._client.send("PATCH", self._path(found), body)

    def _path(self, found: Json) -> str:
        return self._client.path(f"issues/{identity(found, 'number')}")


def _is_open(found: Json) -> bool:
    return found.get("state") == "open"


def _told(found: Json) -> str:
    own = _MARKER.search(text(found.get("body")))
    return own[2] if own else ""


def _written(key: str, title: str, body: str) -> str:
    marker = f"key={key} text={_hash(title, body)}"
    return f"{body.rstrip()}\n\n<!-- contract-steward:issue v1 {marker} -->\n"


def _hash(title: str, body: str) -> str:
    return fingerprint(f"{title}\n{body}")
