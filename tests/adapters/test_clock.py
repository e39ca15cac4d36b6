from __future__ import annotations

from datetime import UTC, timedelta

from bot.adapters.clock import now


def test_the_time_is_told_in_utc_and_does_not_run_backwards() -> None:
    first, second = now(), now()

    assert (first.tzinfo, first.utcoffset()) == (UTC, timedelta(0))
    assert first <= second
