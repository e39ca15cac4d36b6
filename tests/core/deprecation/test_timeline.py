"""Days that Git proves, whatever committers' clocks say."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.core.deprecation.timeline import proven_days
from tests.chronicle import commit

TODAY = date(2026, 6, 1)


def proven(*days: str) -> list[str]:
    """Return the proven day of each commit, oldest first."""
    line = [commit(number, day) for number, day in enumerate(days)]
    found = proven_days(reversed(line), TODAY)
    return [str(found[each.id]) for each in line]


@pytest.mark.parametrize(
    ("days", "found"),
    [
        pytest.param([], [], id="no commit at all"),
        pytest.param(
            ["2026-01-01", "2026-02-01"], ["2026-01-01", "2026-02-01"], id="clocks that agree"
        ),
        pytest.param(
            ["2026-02-01", "2026-01-01"], ["2026-02-01", "2026-02-01"], id="a day before a parent"
        ),
        pytest.param(
            ["2026-02-01", "2019-01-01", "2019-01-02"],
            ["2026-02-01", "2026-02-01", "2026-02-01"],
            id="several forged days in a row",
        ),
        pytest.param(
            ["2026-01-01", "2090-01-01", "2026-02-01"],
            ["2026-01-01", "2026-02-01", "2026-02-01"],
            id="a day to come counts as the next commit's",
        ),
        pytest.param(
            ["2026-01-01", "2090-01-01"],
            ["2026-01-01", "2026-06-01"],
            id="a day to come at the tip counts as today",
        ),
        pytest.param(
            ["2090-01-01", "2026-01-01", "2026-02-01"],
            ["2026-01-01", "2026-01-01", "2026-02-01"],
            id="a day to come holds up nobody after it",
        ),
        pytest.param(["2026-06-01"], ["2026-06-01"], id="today itself"),
    ],
)
def test_the_proven_day(days: list[str], found: list[str]) -> None:
    assert proven(*days) == found


some_days = st.dates(date(2019, 1, 1), date(2030, 1, 1)).map(str)


@given(st.lists(some_days, max_size=12))
def test_proven_days_never_run_back_and_are_never_to_come(days: list[str]) -> None:
    found = proven(*days)

    assert found == sorted(found)
    assert all(day <= str(TODAY) for day in found)


@given(st.lists(some_days, min_size=1, max_size=12), st.integers(0, 11), some_days)
def test_a_forged_earlier_day_moves_no_day_before_its_parents(
    days: list[str], place: int, forged: str
) -> None:
    place %= len(days)
    changed = [*days[:place], min(days[place], forged), *days[place + 1 :]]
    parents = [day for day in days[:place] if day <= str(TODAY)]

    assert all(proven(*changed)[place] >= day for day in parents)
