"""Names of folders and anchors, made from texts of unknown origin."""

from __future__ import annotations

import re
from hashlib import sha256

_LONGEST = 80
_OTHER = re.compile(r"[^a-z0-9._-]+")
_OTHER_IN_ANCHORS = re.compile(r"[^A-Za-z0-9._-]+")
_RESERVED = re.compile(r"(?:con|prn|aux|nul|com[0-9]|lpt[0-9])(?:\.|$)|index\.html$")


def slug(text: str) -> str:
    """Return the text as the name of a folder: equal only for equal texts, safe on every system.

    Small letters, digits, `.`, `_` and `-` stay; a text that has anything else, or that a file
    system would take for something else, gets a mark made from the whole text.
    """
    plain = _OTHER.sub("-", text.lower()).strip("-.")[:_LONGEST]
    if plain == text and plain and not _RESERVED.match(plain):
        return plain
    return f"{plain or 'x'}~{sha256(text.encode('utf-8', 'surrogatepass')).hexdigest()[:8]}"


def anchor(path: str) -> str:
    """Return the anchor of an object or field: equal only for equal paths."""
    plain = _OTHER_IN_ANCHORS.sub("-", path)[: 2 * _LONGEST]
    if plain == path:
        return plain
    return f"{plain}~{sha256(path.encode('utf-8', 'surrogatepass')).hexdigest()[:8]}"
