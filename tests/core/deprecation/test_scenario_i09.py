"""I09: the window's date equals today, the clocks change, a leap day, the runner's time zone."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta, timezone

import pytest

from bot.core.deprecation.timeline import proven_days
from bot.core.history.snapshot import Commit
from bot.core.policy.window import Window
from tests.chronicle import Moment, commit
from tests.core.deprecation.test_clock import FLAGGED, clock


@pytest.mark.parametrize(
    ("since", "days", "today", "may_go"),
    [
        pytest.param("2026-02-02", 90, "2026-05-03", True, id="the date equals today"),
        pytest.param("2026-02-02", 90, "2026-05-02", False, id="the date is tomorrow"),
        pytest.param("2026-03-28", 1, "2026-03-29", True, id="a day of 23 hours in Paris"),
        pytest.param("2026-10-24", 1, "2026-10-25", True, id="a day of 25 hours in Paris"),
        pytest.param("2027-12-01", 90, "2028-02-28", False, id="before a leap day"),
        pytest.param("2027-12-01", 90, "2028-02-29", True, id="on a leap day"),
    ],
)
def test_days_are_utc_days(since: str, days: int, today: str, *, may_go: bool) -> None:
    found = clock([Moment(since, FLAGGED)], today, Window(days=days))

    assert found is not None
    assert found.may_go(date.fromisoformat(today)) is may_go


@pytest.mark.parametrize("hours", [-12, 0, 14], ids=["west of UTC", "in UTC", "east of UTC"])
def test_the_zone_of_the_committer_does_not_move_the_day(hours: int) -> None:
    moment = datetime(2026, 2, 1, 23, 30, tzinfo=UTC)
    seen = moment.astimezone(timezone(timedelta(hours=hours)))
    made = commit(0, "2026-02-01")
    told = Commit(
        id=made.id,
        time=seen.astimezone(UTC),
        author_time=seen,
        summary=made.summary,
        author=made.author,
        parents=(),
    )

    assert proven_days([told], date(2026, 6, 1)) == {made.id: date(2026, 2, 1)}
