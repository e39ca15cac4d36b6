"""Orders classifications: whether the sensitivity of an element was raised or lowered."""

from __future__ import annotations

import re
from enum import StrEnum

Ladder = tuple[tuple[str, ...], ...]
"""Rungs from the least to the most sensitive; the labels of one rung mean the same."""

DEFAULT: Ladder = (
    ("public", "open", "unclassified", "unrestricted", "non sensitive"),
    ("internal", "internal only", "internal use", "internal use only", "private", "company"),
    ("confidential", "sensitive", "pii", "personal", "personal data", "phi", "pci"),
    (
        "restricted",
        "secret",
        "strictly confidential",
        "highly confidential",
        "highly sensitive",
        "highly restricted",
        "top secret",
    ),
)

_LEVEL = re.compile(r"c([0-9])", re.ASCII)
_GAP = re.compile(r"[\s_\-]+")
_LONGEST = 100


class Shift(StrEnum):
    """How the new classification stands to the old one."""

    RAISED = "raised"
    LOWERED = "lowered"
    SAME = "same"
    UNKNOWN = "unknown"
    """A label is on no rung, or is absent: nobody has said how sensitive the element is."""

    def mirrored(self) -> Shift:
        """Return the shift seen from the other side."""
        return {Shift.RAISED: Shift.LOWERED, Shift.LOWERED: Shift.RAISED}.get(self, self)


def compare(old: str | None, new: str | None, ladder: Ladder = DEFAULT) -> Shift:
    """Return whether the new classification is more sensitive, less, or as sensitive.

    Case, spaces, hyphens and underscores do not matter. Labels C0 to C9 are ordered among
    themselves, and have no place beside words. Bare numbers are UNKNOWN: companies count up and
    down. A policy's own ladder replaces the default one and may name any label.
    """
    before, after = _folded(old), _folded(new)
    if before == after:
        return Shift.SAME
    places = _place(before, ladder), _place(after, ladder)
    if places[0] is None or places[1] is None or places[0][0] != places[1][0]:
        return Shift.UNKNOWN
    if places[0] == places[1]:
        return Shift.SAME
    return Shift.RAISED if places[0] < places[1] else Shift.LOWERED


def _place(label: str | None, ladder: Ladder) -> tuple[str, int] | None:
    """Return the scale that a label belongs to and its height there."""
    if label is None:
        return None
    for height, rung in enumerate(ladder):
        if label in {_folded(name) for name in rung}:
            return ("ladder", height)
    level = _LEVEL.fullmatch(label)
    return ("level", int(level[1])) if level else None


def _folded(label: str | None) -> str | None:
    """Return a label without what does not matter; None for an empty one."""
    if label is None or len(label) > _LONGEST:
        return label
    return _GAP.sub(" ", label.casefold()).strip() or None
