"""What we wrote ourselves: known by a marker at its end and by its author, never by one alone."""

from __future__ import annotations

import re
from hashlib import sha256

from bot.adapters.github.answers import Json, login, text


def marked(raw: Json, marker: re.Pattern[str], own: str) -> re.Match[str] | None:
    """Return our marker in a comment or an issue that `own` wrote; None where it is not ours.

    Logins are the same in small and large letters. Whoever else writes our marker is not us.
    """
    author = login(raw.get("user"))
    if author is None or author.lower() != own.lower():
        return None
    return marker.search(text(raw.get("body")))


def fingerprint(told: str) -> str:
    """Return what tells texts apart, in 16 digits."""
    return sha256(told.encode("utf-8", "surrogatepass")).hexdigest()[:16]
