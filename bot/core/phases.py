"""The phases of a contract's life: which one a status says, and which one it probably means.

Source: ODCS v3.2.0, `status`: "Examples are proposed, draft, active, deprecated, retired". The
schema takes any text.
"""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from types import MappingProxyType

_LONGEST = 40


class Phase(StrEnum):
    """Where a contract stands in its life, in the order in which it goes."""

    PROPOSED = "proposed"
    DRAFT = "draft"
    ACTIVE = "active"
    DEPRECATED = "deprecated"
    RETIRED = "retired"


PROMISED = frozenset((Phase.ACTIVE, Phase.DEPRECATED))
"""Phases in which consumers may rely on the contract."""

_WORDS: Mapping[Phase, str] = MappingProxyType(
    {
        Phase.PROPOSED: "proposal, requested, planned, idea, proposé, proposée, en attente",
        Phase.DRAFT: (
            "in development, development, under development, dev, wip, work in progress, "
            "in progress, in review, review, experimental, brouillon, en développement"
        ),
        Phase.ACTIVE: (
            "production, prod, in production, current, live, published, released, approved, "
            "stable, final, ga, enabled, actif, active contract, en production, en vigueur"
        ),
        Phase.DEPRECATED: (
            "sunset, sunsetting, deprecating, legacy, phasing out, obsolete, obsolète, déprécié"
        ),
        Phase.RETIRED: (
            "archived, decommissioned, end of life, eol, removed, deleted, disabled, inactive, "
            "withdrawn, retiré, archivé, supprimé"
        ),
    }
)
_MEANT: Mapping[str, Phase] = MappingProxyType(
    {word: phase for phase, words in _WORDS.items() for word in words.split(", ")}
)
_EXACT: Mapping[str, Phase] = MappingProxyType({str(phase): phase for phase in Phase})


def phase_of(status: str | None) -> Phase | None:
    """Return the phase whose word the status is, in whatever case; None for any other text."""
    return None if status is None else _EXACT.get(status.strip().lower())


def likely_phase(status: str | None) -> Phase | None:
    """Return the phase that a status says or probably means; None where nobody can guess.

    Words that people use for a phase count (`production`, `in development`), and so do typing
    errors (`actvie`).
    """
    known = phase_of(status)
    if known is not None or status is None or len(status) > _LONGEST:
        return known
    plain = " ".join(status.lower().replace("_", " ").replace("-", " ").split())
    if plain in _MEANT:
        return _MEANT[plain]
    from difflib import get_close_matches  # noqa: PLC0415  # few statuses are misspelled

    close = get_close_matches(plain, [*_EXACT], n=1, cutoff=0.75)
    return _EXACT[close[0]] if close else None
