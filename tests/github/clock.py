"""The stand-in's own time: it starts at a fixed hour and moves one second with each deed."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

START = datetime(2026, 1, 5, 9, 0, 0, tzinfo=UTC)


class Clock:
    """Every run of a test sees the same times."""

    def __init__(self, now: datetime = START) -> None:
        self.now = now

    def tick(self) -> datetime:
        """Let a second pass, and return the time then."""
        self.now += timedelta(seconds=1)
        return self.now

    def advance(self, **span: float) -> datetime:
        """Let more time pass, as in `advance(days=90)`, and return the time then."""
        self.now += timedelta(**span)
        return self.now


def stamp(moment: datetime | None) -> str | None:
    """Write a time as GitHub does."""
    return None if moment is None else moment.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
