"""Reads the id of a contract in the plainest way, for tests that need no real reader."""

from __future__ import annotations

import re


def identify(content: bytes) -> str | None:
    found = re.match(rb"id: (\S+)\n", content)
    return found[1].decode() if found else None
