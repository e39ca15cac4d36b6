"""One fact has one finding: where a rule says more than another, it speaks alone."""

from __future__ import annotations

import pytest

from bot.core.check import Ruleset, compare
from bot.core.rules import CATALOGUE
from tests.core.diff.told import read
from tests.inventory.texts import field

_MAP = "logicalType: map, map: {key: {%s}, value: {logicalType: string}}"
_ADA = "team: {name: sales, members: [{username: ada, role: %s}]}"


def rules(old: str, new: str) -> list[str]:
    """Return the names of the rules that tell the step between two texts."""
    found = compare(read(old), read(new), Ruleset(rules=CATALOGUE, weights={}))
    return [finding.name for finding in found]


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        pytest.param(
            field("logicalType: string, tags: [pii]"),
            field("logicalType: string"),
            ["privacy-tag-removed"],
            id="a tag of personal data goes",
        ),
        pytest.param(
            field("logicalType: string, tags: [crm]"),
            field("logicalType: string, tags: [crm, gdpr]"),
            ["privacy-tag-added"],
            id="a tag of personal data comes",
        ),
        pytest.param(
            field("logicalType: string, tags: [crm]"),
            field("logicalType: string, tags: [erp]"),
            ["tags-changed"],
            id="another tag",
        ),
        pytest.param(
            field(_MAP % "logicalType: integer"),
            field(_MAP % "logicalType: string"),
            ["map-key-type-changed"],
            id="another type of keys",
        ),
        pytest.param(
            field(_MAP % "logicalType: integer"),
            field(_MAP % "logicalType: number"),
            ["map-key-type-changed"],
            id="a wider type of keys",
        ),
        pytest.param(
            field(_MAP % "logicalType: string, physicalType: varchar(5)"),
            field(_MAP % "logicalType: string, physicalType: varchar(9)"),
            ["map-key-type-changed"],
            id="a wider column of keys",
        ),
        pytest.param(
            field(_MAP % "logicalType: string, physicalType: varchar(5)"),
            field(_MAP % "logicalType: string, physicalType: VARCHAR(5)"),
            ["physical-type-respelled"],
            id="a column of keys spelled in another way",
        ),
        pytest.param(
            _ADA % "Owner",
            _ADA % "Engineer",
            ["last-owner-removed"],
            id="the last owner steps down",
        ),
        pytest.param(
            _ADA % "Engineer", _ADA % "Owner", ["team-member-changed"], id="a first owner steps up"
        ),
    ],
)
def test_a_fact_is_told_once(old: str, new: str, expected: list[str]) -> None:
    assert rules(old, new) == expected
