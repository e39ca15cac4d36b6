"""The reference records as the patterns give them, field by field, and how one of them changed."""

from __future__ import annotations

import pytest

from bot.storyboard.passages import AGE
from tests.contracts.facts import (
    customs,
    fields,
    levels,
    load,
    options,
    ports,
    product,
    rules,
    said,
)
from tests.contracts.standard import Values, each, texts


@pytest.mark.parametrize(
    ("name", "kind", "required", "bound", "sample"),
    [
        pytest.param(
            "order_id",
            "string",
            True,
            {"format": "uuid"},
            "123e4567-e89b-12d3-a456-426614174000",
            id="a UUID",
        ),
        pytest.param("user_id", "string", True, {}, "user_42", id="any text"),
        pytest.param("amount_cents", "integer", True, {"minimum": 1}, 1999, id="above zero"),
        pytest.param(
            "currency",
            "string",
            True,
            {"minLength": 3, "maxLength": 3, "pattern": "^[A-Z]{3}$"},
            "USD",
            id="three capitals",
        ),
        pytest.param(
            "placed_at", "timestamp", True, {"timezone": True}, "2025-04-19T08:30:00Z", id="a time"
        ),
    ],
)
def test_a_field_of_an_order_is_bound_as_in_the_pattern(
    name: str, kind: str, required: bool, bound: Values, sample: object
) -> None:
    field = fields("reference/orders", "orders")[name]
    examples = field["examples"]
    assert isinstance(examples, list)

    assert (field["logicalType"], field.get("required", False)) == (kind, required)
    assert options(field) == bound
    assert examples[0] == sample


@pytest.mark.parametrize(
    ("name", "kind", "required", "bound", "sample"),
    [
        pytest.param("user_id", "integer", True, {"minimum": 1}, 123, id="from one on"),
        pytest.param("name", "string", False, {"maxLength": 200}, "John Doe", id="a name"),
        pytest.param(
            "email",
            "string",
            True,
            {"format": "email", "maxLength": 254},
            "john@example.com",
            id="an address",
        ),
        pytest.param("signup_date", "date", True, {}, "2023-10-01", id="a day"),
        pytest.param("is_active", "boolean", True, {}, True, id="yes or no"),
    ],
)
def test_a_field_of_a_user_is_bound_as_in_the_pattern(
    name: str, kind: str, required: bool, bound: Values, sample: object
) -> None:
    field = fields("reference/users", "users")[name]
    examples = field["examples"]
    assert isinstance(examples, list)

    assert (field["logicalType"], field.get("required", False)) == (kind, required)
    assert options(field) == bound
    assert examples[0] == sample


def test_users_are_checked_as_the_configuration_says() -> None:
    found = rules("reference/users")
    arguments = found["users.email.email_form"]["arguments"]

    assert said(found["users.user_id.user_id_unique"])[:2] == ("duplicateValues", ("mustBe", 0))
    assert said(found["users.email.email_not_null"])[:2] == ("nullValues", ("mustBe", 0))
    assert arguments == {"pattern": "^[^@]+@[^@]+[.][^@]+$"}


def test_users_come_from_their_database_daily_and_are_a_day_old_at_most() -> None:
    servers = {server["server"] for server in each(load("reference/users"), "servers")}

    assert "user_database" in servers
    assert levels("reference/users")["frequency"] == (1, "d")
    assert levels("reference/users")["freshness"] == (24, "h")


def test_new_orders_arrive_within_fifteen_minutes_under_the_strictest_mode() -> None:
    assert levels("reference/orders")["freshness"] == (15, "minutes")
    assert customs(load("reference/orders"))["compatibilityMode"] == "full-transitive"


def test_age_was_deprecated_in_the_second_major_and_went_with_the_third_six_months_later() -> None:
    gone = fields("reference/users", "users")

    assert [
        word for word in ('since: "2026-04-13"', "sinceVersion: 2.0.0") if word not in AGE
    ] == []
    assert [word for word in ('"2026-10-12"', "removalVersion: 3.0.0") if word not in AGE] == []
    assert "minimum: 1\n" in AGE
    assert "age" not in gone
    assert load("reference/users")["version"] == "3.0.0"


def test_the_guild_signs_for_a_change_and_the_board_for_a_break() -> None:
    assert customs(load("reference/users"))["changeApprovers"] == [
        {"group": "@acme/user-guild", "min": 1},
        {"group": "@acme/governance-board", "min": 1, "when": ["breaking"]},
    ]


def test_an_event_that_does_not_fit_becomes_a_dead_letter_with_its_error() -> None:
    event = fields("reference/user-events", "user-events")
    letter = fields("reference/dead-letter-events", "dead-letter-events")
    validation = product("reference/products/validation")

    assert {name: field["logicalType"] for name, field in event.items()} == {
        "user_id": "integer",
        "email": "string",
    }
    assert list(letter) == ["event", "error"]
    assert texts(letter["event"], "transformSourceObjects") == (
        "reference-user-events.user-events.user_id",
        "reference-user-events.user-events.email",
    )
    assert set(ports(validation, "inputPorts")) == {"reference-user-events"}
    assert set(ports(validation, "outputPorts")) == {"reference-dead-letter-events"}
