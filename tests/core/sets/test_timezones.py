from __future__ import annotations

from datetime import datetime
from zoneinfo import ZoneInfo, available_timezones

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.core.relation import Relation
from bot.core.sets.timezones import canonical_zone, compare_zones, zone_offset


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        pytest.param(None, "UTC", Relation.SAME, id="the default is UTC"),
        pytest.param("Etc/UTC", "Z", Relation.SAME, id="Zulu"),
        pytest.param("GMT", "etc/utc", Relation.SAME, id="Greenwich"),
        pytest.param("GMT", "+00:00", Relation.SAME, id="an offset of nothing"),
        pytest.param("US/Eastern", "America/New_York", Relation.SAME, id="an old name"),
        pytest.param("Asia/Calcutta", "asia/kolkata", Relation.SAME, id="another old name"),
        pytest.param("Etc/GMT-2", "UTC+2", Relation.SAME, id="the sign of POSIX"),
        pytest.param("+02:00", "+0200", Relation.SAME, id="an offset in two spellings"),
        pytest.param("+02:00", "+03:00", Relation.INCOMPARABLE, id="two offsets"),
        pytest.param("Europe/Paris", "Europe/Berlin", Relation.INCOMPARABLE, id="two zones"),
        pytest.param("Europe/London", "GMT", Relation.INCOMPARABLE, id="London has a summer"),
        pytest.param(None, "Europe/Paris", Relation.INCOMPARABLE, id="no longer UTC"),
        pytest.param("CST", "America/Chicago", Relation.UNKNOWN, id="a name of several zones"),
        pytest.param("CST", "CST", Relation.SAME, id="the same text"),
        pytest.param("${TZ}", "UTC", Relation.UNKNOWN, id="a variable"),
        pytest.param("UTC" + " " * 99 + "x", "UTC", Relation.UNKNOWN, id="a long text"),
        pytest.param("+99:00", "UTC", Relation.UNKNOWN, id="no such offset"),
    ],
)
def test_zones_are_told_by_their_names(
    old: str | None, new: str | None, expected: Relation
) -> None:
    assert compare_zones(old, new) is expected
    assert compare_zones(new, old) is expected


@pytest.mark.skipif(not available_timezones(), reason="this machine has no tz database")
def test_names_of_one_zone_keep_the_same_time() -> None:
    zones: dict[str, set[str]] = {}
    for name in sorted(available_timezones()):
        canonical = canonical_zone(name)
        if canonical is not None:
            zones.setdefault(canonical, set()).add(name)
    shared = [names for names in zones.values() if len(names) > 1]

    assert len(shared) > 1
    assert [names for names in shared if len({_offsets(name) for name in names}) != 1] == []


def _offsets(name: str) -> tuple[object, ...]:
    zone = ZoneInfo(name)
    dates = [(year, month) for year in range(1900, 2038, 3) for month in (1, 4, 7, 10)]
    return tuple(datetime(*at, 1, tzinfo=zone).utcoffset() for at in dates)


@given(st.text(max_size=30) | st.text(alphabet="+-0123456789:GMTUC/etc", max_size=12))
@settings(max_examples=200, deadline=None)
def test_no_name_is_too_strange_for_a_zone(name: str) -> None:
    assert compare_zones(name, name) is Relation.SAME
    assert compare_zones(name, "UTC") in Relation
    assert zone_offset(name) is None or canonical_zone(name) is not None
