"""What findings say of values: words that a person would write, never those of Python."""

from __future__ import annotations

import pytest

from bot.core.check import Ruleset, compare
from bot.core.plain import said
from bot.core.rules import CATALOGUE
from tests.core.diff.told import read
from tests.inventory.texts import field, quality, server

_ENUM = "logicalType: %s, enum: [%s]"
_PRICE = "price: {priceAmount: %s, priceCurrency: EUR}\n"


def told(old: str, new: str) -> list[tuple[str, object, object]]:
    """Return the message and both values of each finding."""
    found = compare(read(old), read(new), Ruleset(rules=CATALOGUE, weights={}))
    return [(finding.message, finding.before, finding.after) for finding in found]


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        pytest.param(None, "null", id="nothing"),
        pytest.param(True, "true", id="a truth"),
        pytest.param("NEW", "NEW", id="a text is bare"),
        pytest.param("é", "é", id="an accent stays"),
        pytest.param(1.5, "1.5", id="a number"),
        pytest.param(("a", None), '["a", null]', id="a list"),
        pytest.param({"validValues": ["a"]}, '{"validValues": ["a"]}', id="a mapping"),
    ],
)
def test_a_value_is_said_as_a_contract_writes_it(value: object, expected: str) -> None:
    assert said(value) == expected


def test_a_key_of_a_connection_that_comes_or_goes_was_or_is_nothing() -> None:
    found = told(
        server("type: postgres, host: h, port: 5432, database: d, schema: s"),
        server("type: snowflake, account: a, database: d, schema: s"),
    )

    assert ("account is told now: a", None, "a") in found
    assert ("host is no longer told; it was h", "h", None) in found
    assert not [entry for entry in found if "None" in str(entry[0])]


@pytest.mark.parametrize(
    ("kind", "old", "new", "expected"),
    [
        pytest.param("string", "{value: a}", "{value: a}, {value: null}", "null", id="null"),
        pytest.param(
            "boolean", "{value: false}", "{value: false}, {value: true}", "true", id="true"
        ),
    ],
)
def test_an_allowed_value_is_told_as_it_is_written(
    kind: str, old: str, new: str, expected: str
) -> None:
    found = told(field(_ENUM % (kind, old)), field(_ENUM % (kind, new)))

    assert [(before, after) for _, before, after in found] == [(None, expected)]


def test_a_closed_list_is_told_as_it_is_written() -> None:
    found = told(
        field("logicalType: string"), field(_ENUM % ("string", "{value: a}, {value: null}"))
    )

    assert [message for message, _, _ in found] == ["`orders.f` now takes only `a`, `null`"]


def test_arguments_are_told_as_json() -> None:
    rule = "name: v, metric: invalidValues, mustBe: 0, arguments: {validValues: [%s]}"

    ((_, before, after),) = told(quality(rule % "a"), quality(rule % "a, b"))

    assert str(before).endswith('arguments {"validValues": ["a"]}')
    assert str(after).endswith('arguments {"validValues": ["a", "b"]}')


def test_one_field_is_no_plural() -> None:
    one = "schema:\n- {name: a, properties: [{name: f, logicalType: string}]}\n"
    two = one + "- {name: b, properties: [{name: f, logicalType: string}]}\n"

    assert [after for _, _, after in told(one, two)] == ["object with 1 field"]


def test_a_price_is_told_in_words() -> None:
    found = told(_PRICE % 1, _PRICE % 2)

    assert found == [("the price changed from 1 EUR to 2 EUR", "1 EUR", "2 EUR")]


def test_a_custom_value_is_told_as_it_is_written() -> None:
    own = "customProperties: [{property: open, value: %s}]\n"

    assert told(own % "true", own % "null")[0][0].endswith("true became null")
