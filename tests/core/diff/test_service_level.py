from __future__ import annotations

import pytest

from bot.core.diff.service_level import Promise, compare_levels, scope
from bot.core.diff.service_level_names import SERVICE_LEVEL_SYNONYMS, service_level_name
from tests.core.diff.told import a_level

SAME, STRONGER, WEAKER, UNKNOWN = Promise.SAME, Promise.STRONGER, Promise.WEAKER, Promise.UNKNOWN
_OPPOSITE = {SAME: SAME, STRONGER: WEAKER, WEAKER: STRONGER, UNKNOWN: UNKNOWN}


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        pytest.param("ly", "latency", id="two letters"),
        pytest.param("LY", "latency", id="in capitals"),
        pytest.param(" Time To Detect ", "timetodetect", id="words"),
        pytest.param("time_to-detect", "timetodetect", id="other joints"),
        pytest.param("freshness", "freshness", id="a name that the standard does not list"),
    ],
)
def test_a_service_level_has_one_name(name: str, expected: str) -> None:
    assert service_level_name(name) == expected


def test_a_synonym_leads_to_no_other_synonym() -> None:
    names = set(SERVICE_LEVEL_SYNONYMS.values())

    assert {service_level_name(name) for name in names} == names


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        pytest.param(
            "property: latency, value: 1, unit: h",
            "property: ly, value: 60, unit: m",
            SAME,
            id="one hour in two units",
        ),
        pytest.param(
            "property: latency, value: 1, unit: h",
            "property: latency, value: PT30M",
            STRONGER,
            id="sooner",
        ),
        pytest.param(
            "property: errorRate, value: 1 %",
            "property: errorRate, value: 2 %",
            WEAKER,
            id="more errors",
        ),
        pytest.param(
            "property: availability, value: 99.9 %",
            "property: availability, value: 99 %",
            WEAKER,
            id="less often there",
        ),
        pytest.param(
            "property: retention, value: 1, unit: y",
            "property: retention, value: 2, unit: y",
            STRONGER,
            id="kept longer",
        ),
        pytest.param(
            "property: frequency, value: 1, unit: d",
            "property: frequency, value: 1, unit: h",
            STRONGER,
            id="delivered more often",
        ),
        pytest.param(
            'property: endOfLife, value: "2030-01-01"',
            'property: endOfLife, value: "2031-01-01"',
            STRONGER,
            id="an end that comes later",
        ),
        pytest.param(
            'property: generalAvailability, value: "2030-01-01"',
            'property: generalAvailability, value: "2031-01-01"',
            WEAKER,
            id="a start that comes later",
        ),
        pytest.param(
            'property: timeOfAvailability, value: "07:00"',
            'property: timeOfAvailability, value: "09:00"',
            WEAKER,
            id="later in the day",
        ),
        pytest.param(
            "property: latency, value: 1, unit: h",
            "property: latency, value: 1, unit: rows",
            UNKNOWN,
            id="a time and a number of rows",
        ),
        pytest.param(
            "property: happiness, value: 1",
            "property: happiness, value: 2",
            UNKNOWN,
            id="a level whose better side nobody knows",
        ),
        pytest.param(
            "property: frequency, value: 1, valueExt: 1, unit: d",
            "property: frequency, value: 1, valueExt: 2, unit: d",
            UNKNOWN,
            id="the extension has no meaning that could be ordered",
        ),
    ],
)
def test_two_promises_compare(old: str, new: str, expected: Promise) -> None:
    before, after = a_level(old), a_level(new)

    assert compare_levels(before, after) is expected
    assert compare_levels(after, before) is _OPPOSITE[expected]


@pytest.mark.parametrize(
    ("element", "expected"),
    [
        pytest.param("", frozenset(), id="nothing named is everything"),
        pytest.param(", element: orders.f", {"orders.f"}, id="one element"),
        pytest.param(', element: "orders.f , orders.g,"', {"orders.f", "orders.g"}, id="a list"),
    ],
)
def test_what_a_level_holds_for(element: str, expected: frozenset[str]) -> None:
    assert scope(a_level(f"property: latency, value: 1, unit: h{element}")) == expected
