"""Clocks of single elements: windows, calendars, and what adding commits does to them."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.core.deprecation.clock import Clock, read_clock, stretches
from bot.core.deprecation.elements import entries
from bot.core.deprecation.timeline import proven_days
from bot.core.policy.window import Window
from tests.chronicle import Moment, lived
from tests.history.branches import orders
from tests.reading import contract

LIVE = contract(orders("net", "amount"))
FLAGGED = contract(orders("net", "amount!", version="1.1.0"))
PATH = "orders.amount"


def clock(
    moments: list[Moment], today: str, window: Window | None = None, *, shallow: bool = False
) -> Clock | None:
    """Return the clock of `orders.amount` at the newest moment."""
    newest = moments[-1].contract
    assert newest is not None
    day = date.fromisoformat(today)
    (flag,) = [each.flag for each in entries(newest) if each.flag.path == PATH]
    known = lived(moments, shallow=shallow)
    (stretch,) = stretches([flag], known.past())
    return read_clock(flag, stretch, window or Window(), proven_days(known.line(), day), day)


def first_day(moments: list[Moment], today: str, window: Window | None = None) -> str:
    found = clock(moments, today, window)
    return "" if found is None else str(found.first_day)


@pytest.mark.parametrize(
    ("since", "days", "first"),
    [
        pytest.param("2026-02-02", 90, "2026-05-03", id="ninety days"),
        pytest.param("2027-12-01", 90, "2028-02-29", id="the first day is a leap day"),
        pytest.param("2028-02-29", 365, "2029-02-28", id="from a leap day, a year on"),
        pytest.param("2028-02-28", 2, "2028-03-01", id="across a leap day"),
        pytest.param("2026-03-28", 2, "2026-03-30", id="across the change to summer time"),
        pytest.param("2026-10-24", 2, "2026-10-26", id="across the change to winter time"),
        pytest.param("2026-02-02", 0, "2026-02-02", id="no days at all"),
        pytest.param("9999-12-01", 90, "9999-12-31", id="the end of the calendar"),
    ],
)
def test_the_first_day_is_so_many_utc_days_after_the_flag(
    since: str, days: int, first: str
) -> None:
    assert first_day([Moment(since, FLAGGED)], "9999-12-31", Window(days)) == first


@pytest.mark.parametrize(
    ("today", "may_go"),
    [
        pytest.param("2026-05-02", False, id="the day before"),
        pytest.param("2026-05-03", True, id="the day itself"),
        pytest.param("2026-05-04", True, id="the day after"),
    ],
)
def test_the_removal_may_merge_on_the_first_day(today: str, *, may_go: bool) -> None:
    found = clock([Moment("2026-02-02", FLAGGED)], today)

    assert found is not None
    assert found.may_go(date.fromisoformat(today)) is may_go
    assert found.deprecated_for == (date.fromisoformat(today) - date(2026, 2, 2)).days


def test_what_is_not_deprecated_has_no_clock() -> None:
    assert clock([Moment("2026-02-02", LIVE)], "2026-06-01") is None


@pytest.mark.parametrize(
    ("versions", "missing"),
    [
        pytest.param(["1.1.0"], 2, id="one release with the flag"),
        pytest.param(["1.1.0", "1.1.0", "1.2.0"], 1, id="states of one version are one release"),
        pytest.param(["1.1.0", "1.2.0", "1.3.0"], 0, id="enough"),
        pytest.param(["1.1.0", "1.2.0-rc.1", "1.2.0"], 1, id="a candidate is no release"),
        pytest.param(["1.1.0", "x", "1.2.0"], 1, id="nor is what is no version"),
    ],
)
def test_a_policy_may_ask_for_released_versions(versions: list[str], missing: int) -> None:
    moments = [
        Moment("2026-01-01", contract(orders("net", "amount!", version=version)))
        for version in versions
    ]

    found = clock(moments, "2026-06-01", Window(days=90, releases=3))

    assert found is not None
    assert found.releases_missing == missing
    assert found.may_go(date(2026, 6, 1)) is (missing == 0)


def test_a_shallow_clock_says_that_it_may_have_begun_before() -> None:
    found = clock([Moment("2026-02-02", FLAGGED)], "2026-03-01", shallow=True)

    assert found is not None
    assert (str(found.day), found.settled) == ("2026-02-02", False)


kept = st.sampled_from(
    [
        FLAGGED,
        contract(orders("net", "amount!", "tax", version="1.2.0")),
        contract(orders("amount!", version="2.0.0")),
    ]
)
any_state = st.one_of(kept, st.none(), st.just(LIVE))
offsets = st.integers(-400, 400)
START = date(2026, 1, 1)


def at(offset: int) -> str:
    return str(START + timedelta(days=offset))


@settings(max_examples=80)
@given(
    before=st.lists(st.tuples(offsets, any_state), max_size=5),
    after=st.lists(st.tuples(offsets, kept), min_size=1, max_size=5),
)
def test_commits_that_keep_the_flag_never_move_the_first_day_earlier(
    before: list[tuple[int, object]], after: list[tuple[int, object]]
) -> None:
    history = [Moment(at(day), state) for day, state in before]  # type: ignore[arg-type]  # drawn
    history.append(Moment("2026-06-01", FLAGGED))
    today = "2027-12-31"
    first = first_day(history, today)

    for day, state in after:
        history.append(Moment(at(day), state))  # type: ignore[arg-type]  # drawn
        now = first_day(history, today)
        assert now >= first
        first = now


@settings(max_examples=80)
@given(
    states=st.lists(st.tuples(st.integers(0, 300), any_state), min_size=1, max_size=8),
    shown=st.integers(1, 8),
    today=st.integers(0, 500),
)
def test_what_a_shallow_clone_allows_the_whole_history_allows_too(
    states: list[tuple[int, object]], shown: int, today: int
) -> None:
    days = sorted(day for day, _ in states)
    moments = [
        Moment(at(day), state)  # type: ignore[arg-type]  # drawn
        for day, (_, state) in zip(days, states, strict=True)
    ]
    moments.append(Moment(at(days[-1]), FLAGGED))
    day = START + timedelta(days=today)

    cut = clock(moments[-shown:], str(day), shallow=True)
    whole = clock(moments, str(day))

    assert cut is not None
    assert whole is not None
    assert cut.first_day >= whole.first_day
    if cut.settled:
        assert cut.day == whole.day
