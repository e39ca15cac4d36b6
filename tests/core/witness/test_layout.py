from __future__ import annotations

import pytest

from bot.core.witness.layout import Layout, layout


@pytest.mark.parametrize(
    ("pattern", "logical_type", "text", "iso"),
    [
        pytest.param("dd/MM/yyyy", "date", "15/01/2024", "2024-01-15", id="day first"),
        pytest.param("d.M.uuuu", "date", "5.1.2024", "2024-01-05", id="single digits"),
        pytest.param("yyyyMMdd", "date", "20240115", "2024-01-15", id="nothing between"),
        pytest.param(
            "dd/MM/yyyy HH", "date", "15/01/2024 00", "2024-01-15", id="an hour in a date"
        ),
        pytest.param(
            "yyyy-MM-dd HH:mm:ss",
            "timestamp",
            "2024-01-15 09:30:00",
            "2024-01-15T09:30:00",
            id="a blank",
        ),
        pytest.param(
            "yyyy-MM-dd'T'HH:mm:ss.SSSXXX",
            "timestamp",
            "2024-01-15T09:30:00.120+02:00",
            "2024-01-15T09:30:00.120+02:00",
            id="quotes, a fraction, an offset",
        ),
        pytest.param(
            "yyyy-MM-dd HH:mm:ssZ",
            "timestamp",
            "2024-01-15 09:30:00+0200",
            "2024-01-15T09:30:00+02:00",
            id="an offset without a colon",
        ),
        pytest.param(
            "yyyy/MM/dd HHX",
            "timestamp",
            "2024/01/15 09Z",
            "2024-01-15T09:00:00Z",
            id="an hour and Z",
        ),
        pytest.param("HH'h'mm", "time", "09h30", "09:30:00", id="a time of day"),
    ],
)
def test_a_layout_reads_a_text_and_writes_it_back(
    pattern: str, logical_type: str, text: str, iso: str
) -> None:
    found = layout(pattern, logical_type)
    assert isinstance(found, Layout)
    assert found.to_iso(text) == iso
    assert found.from_iso(iso) == text


@pytest.mark.parametrize(
    ("pattern", "logical_type", "expected"),
    [
        pytest.param("yyyy-MM-dd", "date", "iso", id="the standard's own"),
        pytest.param("iso8601", "timestamp", "iso", id="the standard's name"),
        pytest.param("d MMM yyyy", "date", "", id="a month in words"),
        pytest.param("yyyy-MM-ddTHH:mm", "timestamp", "", id="a letter that the JDK refuses"),
        pytest.param("yyyy-MM[-dd]", "date", "", id="an optional part"),
        pytest.param("MM/yyyy", "date", "", id="no day"),
        pytest.param("dd/MM/yyyy dd", "date", "", id="the day twice"),
        pytest.param("", "date", "", id="nothing"),
        pytest.param("'" * 5_000, "date", "", id="far too long"),
    ],
)
def test_a_pattern_that_is_no_sure_layout_is_told_apart(
    pattern: str, logical_type: str, expected: str
) -> None:
    assert layout(pattern, logical_type) == expected


def test_a_text_in_another_layout_is_not_read() -> None:
    found = layout("dd/MM/yyyy", "date")
    assert isinstance(found, Layout)
    assert found.to_iso("2024-01-15") is None
    assert found.from_iso("no date") is None
