"""A call as it came in, and what became of it."""

from __future__ import annotations

import base64
import json
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from urllib.parse import parse_qsl

READS = frozenset({"GET", "HEAD"})
OLD_VERSION = "2022-11-28"


@dataclass(frozen=True)
class Call:
    """One call and how it ended.

    `path` is as it was sent, percent-encoded, without the prefix of GitHub Enterprise Server;
    `dropped` tells that the answer was lost on the way.
    """

    method: str
    path: str
    search: str
    headers: Mapping[str, str]
    body: bytes
    login: str | None = None
    template: str | None = None
    status: int = 0
    dropped: bool = False

    @cached_property
    def query(self) -> Mapping[str, str]:
        return dict(parse_qsl(self.search, keep_blank_values=True))

    @property
    def json(self) -> object:
        """Return the body as JSON; None where there is none."""
        return json.loads(self.body) if self.body else None

    @property
    def secret(self) -> str:
        """Return the token that the call carries, in whichever way."""
        way, _, value = self.headers.get("authorization", "").partition(" ")
        if way.lower() == "basic":
            return base64.b64decode(value).decode().partition(":")[2]
        return value

    @property
    def version(self) -> str:
        """Return the version of the API that is asked for."""
        return self.headers.get("x-github-api-version", OLD_VERSION)

    @property
    def wrote(self) -> bool:
        """Tell whether something changed; a read of Git by POST changes nothing."""
        fetch = self.path.endswith("/git-upload-pack")
        return self.method not in READS and not fetch and 200 <= self.status < 300

    def __str__(self) -> str:
        return f"{self.method} {self.path} {self.status}"
