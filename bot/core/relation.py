"""How two sets of admissible values compare: the one vocabulary of types, bounds and patterns."""

from __future__ import annotations

from enum import StrEnum


class Relation(StrEnum):
    """The new set seen from the old one."""

    SAME = "same"
    WIDER = "wider"
    """The new set holds all of the old one, and more."""
    NARROWER = "narrower"
    """The new set holds a part of the old one, and nothing else."""
    INCOMPARABLE = "incomparable"
    """Each set holds something that the other lacks."""
    UNKNOWN = "unknown"
    """The two cannot be compared with what is declared."""

    def mirrored(self) -> Relation:
        """Return the relation seen from the other side."""
        return _MIRROR.get(self, self)


_MIRROR = {Relation.WIDER: Relation.NARROWER, Relation.NARROWER: Relation.WIDER}
