"""How long an element must have been deprecated before it may go."""

from __future__ import annotations

from bot.core.records import dataclass


@dataclass(frozen=True, slots=True)
class Window:
    """How long a flag must have stood on the default branch: in days, and in released versions.

    Both hold at once; where both are zero, an element may go without notice.
    """

    days: int = 90
    releases: int = 0

    def __str__(self) -> str:
        days = f"{self.days} day{'' if self.days == 1 else 's'}"
        if not self.releases:
            return days
        return f"{days} and {self.releases} release{'' if self.releases == 1 else 's'}"


DEFAULT_WINDOW = Window()
LONGEST_WINDOW = 3650
"""Days; the policy's schema names the same bound."""
MOST_RELEASES = 100
