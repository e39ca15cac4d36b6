"""Choices that the standard leaves open and the policy may set."""

from __future__ import annotations

from bot.core.records import dataclass
from bot.core.sets.sensitivity import DEFAULT, Ladder


@dataclass(frozen=True, slots=True, kw_only=True)
class Conventions:
    """Choices that the standard leaves open and the policy may set.

    `between_inclusive`: whether `mustBeBetween: [a, b]` admits a and b.
    `sensitivity`: the rungs of classification words, least sensitive first.
    """

    between_inclusive: bool = True
    sensitivity: Ladder = DEFAULT


DEFAULT_CONVENTIONS = Conventions()
