"""Compares two texts of a contract as `steward diff` does."""

from __future__ import annotations

from bot.adapters.reading import read_contract
from bot.app.comparing import diff_texts
from bot.cli.desk import Desk
from bot.core.deciding import by_compatibility
from bot.core.mode import Mode
from bot.core.records import replace
from bot.core.review import Review, Undecided


def compare(desk: Desk, old: str, new: str, mode: Mode | None) -> Review:
    """Return the review of two texts, each a file or REVISION:PATH, by compatibility alone.

    `mode` overrides the policy's. Raises StewardError where a text is not there or is no contract.
    """
    texts = desk.text(old, new), desk.text(new, old)
    judging = replace(desk.judging(), lints=False)
    return by_compatibility(diff_texts(*texts, judging, read_contract, mode, desk.earlier(old)))


def exit_code(review: Review) -> int:
    """Return 0 where the new contracts are compatible, 1 where not, 2 where nobody can tell."""
    if isinstance(review.verdict, Undecided):
        return 2
    return 0 if review.compatible else 1
