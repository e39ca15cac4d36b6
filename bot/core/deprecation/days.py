"""Reads the days that people declare."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime

_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")


def declared_day(text: str | None) -> date | None:
    """Return the day of an ISO 8601 date or timestamp; None for any other text.

    A timestamp with an offset means the day that it is then in UTC.
    """
    if text is None or not _DAY.match(text.strip()):
        return None
    try:
        moment = datetime.fromisoformat(text.strip())
        return moment.date() if moment.tzinfo is None else moment.astimezone(UTC).date()
    except (ValueError, OverflowError):
        return None
