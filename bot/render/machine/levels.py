"""The weight of a finding in the three words that SARIF and GitHub know."""

from __future__ import annotations

from bot.core.finding import Weight


def level(weight: Weight) -> str:
    """Return `error`, `warning` or `note` (SARIF 2.1.0, 3.27.10)."""
    match weight:
        case Weight.BREAKING | Weight.ERROR:
            return "error"
        case Weight.UNSURE | Weight.WARNING:
            return "warning"
        case Weight.NOTE | Weight.OFF:
            return "note"
