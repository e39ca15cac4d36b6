from __future__ import annotations

import math
import string

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.adapters.yaml.scalars import (
    CORE_TAGS,
    LOOK,
    BadNumberError,
    UnfitTagError,
    resolve,
    resolve_as,
)
from bot.core.contract.node import Scalar

RESOLVED: list[tuple[str, Scalar]] = [
    *((text, None) for text in ("", "~", "null", "Null", "NULL")),
    *((text, True) for text in ("true", "True", "TRUE")),
    *((text, False) for text in ("false", "False", "FALSE")),
    ("0", 0),
    ("-0", 0),
    ("+12", 12),
    ("010", 10),
    ("0o17", 15),
    ("0xFf", 255),
    ("9" * 400, int("9" * 400)),
    ("1.10", 1.1),
    ("1.", 1.0),
    (".5", 0.5),
    ("-.5e-3", -0.0005),
    ("1e3", 1000.0),
    ("+1.5E+2", 150.0),
]
TEXTS = [
    *("yes", "no", "on", "off", "y", "n", "Yes", "NO", "tRUE", "nULL", "nil", "None"),
    *("1_000", "12:30", "12:30:45", "190:20:30", "2024-01-01", "2024-13-45"),
    *("2024-01-01T00:00:00Z", "1.2.3", "v1", "1e", "e3", "0b11", "0o8", "0xG", "-0x1", "+0o7"),
    *(".", "-", "+", "-.", "..", "1,000", "1 000", "\u0661", "1\n", "=", "<<", "inf", "nan"),
]
REFUSED = [
    pytest.param(".inf", "is no number that data can be compared with", id="infinity"),
    pytest.param("-.INF", "is no number that data can be compared with", id="minus infinity"),
    pytest.param(".NaN", "is no number that data can be compared with", id="not a number"),
    pytest.param("1e999", "is too large for a number", id="more than a double holds"),
    pytest.param("1" * 401, "is a number of more than 400 characters", id="too many digits"),
    pytest.param("0x" + "f" * 5000, "is a number of more than 400 characters", id="a long hex"),
    pytest.param("." + "1" * 400, "is a number of more than 400 characters", id="a long fraction"),
]


@pytest.mark.parametrize(
    ("text", "value"), [pytest.param(t, v, id=t[:12] or "empty") for t, v in RESOLVED]
)
def test_a_plain_scalar_means_what_the_core_schema_says(text: str, value: Scalar) -> None:
    actual = resolve(text)
    assert actual == value
    assert type(actual) is type(value)


@pytest.mark.parametrize("text", TEXTS)
def test_what_only_yaml_1_1_would_read_as_something_else_is_a_text(text: str) -> None:
    assert resolve(text) == text


@pytest.mark.parametrize(("text", "why"), REFUSED)
def test_a_number_that_no_contract_can_hold_is_refused(text: str, why: str) -> None:
    with pytest.raises(BadNumberError) as caught:
        resolve(text)
    assert str(caught.value) == why


@given(st.text(st.sampled_from(string.printable + "é漢"), max_size=8))
def test_only_the_listed_first_characters_need_a_look(text: str) -> None:
    try:
        value = resolve(text)
    except BadNumberError:
        value = None
    assert value == text or text[:1] in LOOK


@given(st.integers(-(10**300), 10**300) | st.floats(allow_nan=False, allow_infinity=False))
def test_what_python_prints_of_a_number_is_read_back(number: float) -> None:
    assert resolve(repr(number)) == number


@pytest.mark.parametrize(
    ("kind", "text", "value"),
    [
        pytest.param("str", "12", "12", id="a number as a text"),
        pytest.param("int", "12", 12, id="a number"),
        pytest.param("float", "12", 12.0, id="a whole number as a fraction"),
        pytest.param("float", "0x10", 16.0, id="a hexadecimal number as a fraction"),
        pytest.param("bool", "true", True, id="a truth value"),
        pytest.param("null", "", None, id="nothing"),
    ],
)
def test_a_tag_decides_what_a_scalar_means(kind: str, text: str, value: Scalar) -> None:
    actual = resolve_as(CORE_TAGS + kind, text)
    assert actual == value
    assert type(actual) is type(value)


@pytest.mark.parametrize(
    ("kind", "text"),
    [
        pytest.param("int", "1.5", id="a fraction is no whole number"),
        pytest.param("int", "true", id="a truth value is no whole number"),
        pytest.param("bool", "1", id="a number is no truth value"),
        pytest.param("null", "x", id="a text is not nothing"),
        pytest.param("map", "x", id="a scalar is no mapping"),
        pytest.param("timestamp", "2024-01-01", id="the core schema has no dates"),
    ],
)
def test_a_tag_that_does_not_fit_is_refused(kind: str, text: str) -> None:
    with pytest.raises(UnfitTagError):
        resolve_as(CORE_TAGS + kind, text)


def test_a_whole_number_too_large_for_a_fraction_is_refused() -> None:
    with pytest.raises(BadNumberError):
        resolve_as(f"{CORE_TAGS}float", "9" * 400)


def test_negative_zero_keeps_its_sign_as_a_fraction() -> None:
    value = resolve("-0.0")
    assert isinstance(value, float)
    assert math.copysign(1, value) == -1
