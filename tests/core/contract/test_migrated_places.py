from __future__ import annotations

from copy import deepcopy

import pytest

from bot.core.contract.migration import migrate
from bot.core.contract.node import Step
from tests.core.contract.migrated import contract

WHOLE = """\
description: {purpose: p, authoritativeDefinitions: [{url: u, type: t, x: 1}]}
schema:
  - name: orders
    properties:
      - name: amount
        logicalType: number
        logicalTypeOptions: {minimum: 0, exclusiveMinimum: true}
        quality: [{rule: nullCheck}, {type: sql, query: q, mustBe: 1, mustBeLessThan: 4}]
slaDefaultElement: orders.day
slaProperties: [{property: latency, value: 4, note: n}]
team: [{username: ada, role: Owner}]
price: {priceAmount: 5, vat: 20}
"""


def test_a_migration_is_idempotent() -> None:
    once = migrate(contract("v3.0.2", WHOLE))

    assert migrate(once) is once


def test_the_document_that_comes_in_is_not_changed() -> None:
    document = contract("v3.0.2", WHOLE)
    before = deepcopy(document.root)
    migrate(document)

    assert document.root == before
    assert document.root.marks == before.marks


@pytest.mark.parametrize(
    ("path", "text"),
    [
        pytest.param(("apiVersion",), "v3.0.2", id="the declared version"),
        pytest.param(("id",), "orders", id="what stayed"),
        pytest.param(("team", "members", 0, "role"), "Owner", id="a member of the team"),
        pytest.param(("team",), "[{username", id="the team"),
        pytest.param(
            ("schema", 0, "properties", 0, "logicalTypeOptions", "exclusiveMinimum"),
            "0, exclusive",
            id="a bound that was said by two keys has the place of its value",
        ),
        pytest.param(
            ("schema", 0, "properties", 0, "quality", 0, "metric"), "nullCheck", id="a metric"
        ),
        pytest.param(
            ("schema", 0, "properties", 0, "quality", 2, "mustBeLessThan"),
            "4}]",
            id="the second rule of a rule with two operators",
        ),
        pytest.param(
            ("slaProperties", 0, "element"), "orders.day", id="a default that became explicit"
        ),
        pytest.param(
            ("slaProperties", 0, "customProperties", 0, "value"),
            "n}]",
            id="what became a custom property",
        ),
        pytest.param(("customProperties", 0, "value"), "20}", id="what moved to the contract"),
    ],
)
def test_every_value_still_points_into_the_file(path: tuple[Step, ...], text: str) -> None:
    document = migrate(contract("v3.0.2", WHOLE))
    where = document.locate(path)

    assert document.line(where.line)[where.column - 1 :].startswith(text)
