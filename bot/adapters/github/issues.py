"""One issue for each contract that somebody has to look after: opened, updated, closed."""

from __future__ import annotations

import re
from collections.abc import Iterable
from hashlib import sha256

from bot.adapters.github.client import Client, Json
from bot.hosting import Issue

LABEL = "contracts: sweep"
_MARKER = re.compile(
    r"<!-- contract-steward:issue v1 key=([0-9a-f]{16}) text=([0-9a-f]{16}) -->\s*\Z"
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
            key = _short(issue.key)
            keys.add(key)
            found = known.get(key)
            if found is None:
                if issue.body is not None:
                    body = {"title": issue.title, "body": _written(issue), "labels": [LABEL]}
                    self._client.send("POST", self._client.path("issues"), body)
            elif issue.body is None:
                self._close(found)
            elif _text(found) != _short(f"{issue.title}\n{issue.body}"):
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
            user = raw.get("user")
            login = user.get("login") if isinstance(user, dict) else None
            marked = _MARKER.search(str(raw.get("body") or ""))
            if marked and str(login).lower() == self._own.lower() and "pull_request" not in raw:
                if marked[1] in found:
                    self._close(raw)
                else:
                    found[marked[1]] = raw
        return found

    def _close(self, found: Json) -> None:
        self._client.send(
            "PATCH", self._path(found), {"state": "closed", "state_reason": "completed"}
        )

    def _path(self, found: Json) -> str:
        return self._client.path(f"issues/{found['number']}")


def _text(found: Json) -> str:
    marked = _MARKER.search(str(found.get("body") or ""))
    return marked[2] if marked else ""


def _written(issue: Issue) -> str:
    text = _short(f"{issue.title}\n{issue.body}")
    marker = f"key={_short(issue.key)} text={text}"
    return f"{(issue.body or '').rstrip()}\n\n<!-- contract-steward:issue v1 {marker} -->\n"


def _short(text: str) -> str:
    return sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:16]
