"""Words for messages that more than one rule needs."""

from __future__ import annotations

from collections.abc import Sequence


def listing(words: Sequence[str], most: int = 5) -> str:
    """Return words as a sentence has them: "`a`, `b` and `c`"; of many the first, and a count."""
    shown = [f"`{word}`" for word in words[:most]]
    if len(words) > most:
        shown.append(f"{len(words) - most} more")
    return shown[0] if len(shown) == 1 else f"{', '.join(shown[:-1])} and {shown[-1]}"
