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


class Issues:
    """Our issues in a repository; those of others are never touched."""

    def __init__(self, client: Client, own: str) -> None:
        self._client = client
        self._own = own

    def bring(self, wanted: Iterable[Issue]) -> None:
        """Open, update and close our issues, so that exactly the wanted ones are open."""
        known = self._known()
        keys = set()
        for issue in wanted:
            key = fingerprint(issue.key)
            keys.add(key)
            found = known.get(key)
            if found is None:
                if issue.body is not None:
                    body = {"title": issue.title, "body": _written(issue), "labels": [LABEL]}
                    self._client.send("POST", self._client.path("issues"), body)
            elif issue.body is None:
                self._close(found)
            elif _text(found) != fingerprint(_told(issue)):
                body = {"title": issue.title, "body": _written(issue)}
                self._client.send("PATCH", self._path(found), body)
        for key, found in known.items():
            if key not in keys:
                self._close(found)

    def _known(self) -> dict[str, Json]:
        """Return our open issues by their keys; where two have one, the older one."""
        asked = {"state": "open", "labels": LABEL, "sort": "created", "direction": "asc"}
        found: dict[str, Json] = {}
        for raw in self._client.every(self._client.path("issues"), asked):
            own = marked(raw, _MARKER, self._own)
            if own and "pull_request" not in raw:
                if own[1] in found:
                    self._close(raw)
                else:
                    found[own[1]] = raw
        return found

    def _close(self, found: Json) -> None:
        self._client.send(
            "PATCH", self._path(found), {"state": "closed", "state_reason": "completed"}
        )

    def _path(self, found: Json) -> str:
        return self._client.path(f"issues/{identity(found, 'number')}")


def _text(found: Json) -> str:
    own = _MARKER.search(text(found.get("body")))
    return own[2] if own else ""


def _written(issue: Issue) -> str:
    marker = f"key={fingerprint(issue.key)} text={fingerprint(_told(issue))}"
    return f"{(issue.body or '').rstrip()}\n\n<!-- contract-steward:issue v1 {marker} -->\n"


def _told(issue: Issue) -> str:
    return f"{issue.title}\n{issue.body}"
