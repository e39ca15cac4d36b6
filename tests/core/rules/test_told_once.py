"""One fact has one finding: where a rule says more than another, it speaks alone."""

from __future__ import annotations

import pytest

from bot.core.check import Ruleset, compare
from bot.core.rules import CATALOGUE
from tests.core.diff.told import read
from tests.inventory.texts import field

_MAP = "logicalType: map, map: {key: {%s}, value: {logicalType: string}}"
_ADA = "team: {name: sales, members: [{username: ada, role: %s}]}"

_OWN = "customProperties: [{property: %s}]"


_SQL = """\
servers:
- {server: s, type: postgres, host: h, port: 5432, database: d, schema: s}
"""


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
            _OWN % "noticePeriod, value: P90D",
            _OWN % "noticePeriod, value: P30D",
            ["notice-period-shortened"],
            id="a shorter notice period",
        ),
        pytest.param(
            _OWN % "noticePeriod, value: P30D",
            _OWN % "colour, value: blue",
            ["notice-period-shortened", "custom-property-changed"],
            id="no notice period, but a colour",
        ),
        pytest.param(
            _OWN % "noticePeriod, value: P30D",
            _OWN % "noticePeriod, value: P4W2D",
            ["custom-property-changed"],
            id="the same notice period in other words",
        ),
        pytest.param(
            _OWN % "compatibilityMode, value: FULL",
            _OWN % "compatibilityMode, value: NONE",
            ["promise-weakened"],
            id="no compatibility is promised any more",
        ),
        pytest.param(
            _OWN % "compatibilityMode, value: backward",
            _OWN % "compatibilityMode, value: forward",
            ["promise-weakened"],
            id="another compatibility is promised",
        ),
        pytest.param(
            _OWN % "compatibilityMode, value: full-transitive",
            _OWN % "compatibilityMode, value: full",
            ["promise-weakened"],
            id="only the last release counts",
        ),
        pytest.param(
            _OWN % "compatibilityMode, value: forward",
            _OWN % "compatibilityMode, value: full",
            ["promise-strengthened"],
            id="more compatibility is promised",
        ),
        pytest.param(
            _OWN % "compatibilityMode, value: full",
            _OWN % "compatibilityMode, value: FULL",
            ["custom-property-changed"],
            id="the same compatibility in other words",
        ),
        pytest.param(
            _OWN % "compatibilityMode, value: full",
            _OWN % "compatibilityMode, value: fully",
            ["promise-weakened"],
            id="a compatibility that nobody can read",
        ),
        pytest.param(
            field(f"logicalType: string, {_OWN}" % "compatibilityMode, value: full"),
            field(f"logicalType: string, {_OWN}" % "compatibilityMode, value: none"),
            ["custom-property-changed"],
            id="a field promises nothing",
        ),
        pytest.param(
            field("logicalType: string, tags: [crm, erp]"),
            field("logicalType: string, tags: [erp, crm]"),
            [],
            id="the same tags in another order",
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
            field(_MAP % "logicalType: object, physicalType: 'struct<a: int>'"),
            field(_MAP % "logicalType: object, physicalType: 'struct<a: int, b: int>'"),
            ["map-key-type-changed"],
            id="a column of keys has one more field",
        ),
        pytest.param(
            field("logicalType: object, physicalType: 'struct<a: struct<b: int>>'"),
            field("logicalType: object, physicalType: 'struct<a: struct<b: int, c: int>>'"),
            ["physical-type-extended"],
            id="a struct in a struct has one more field",
        ),
        pytest.param(
            field("logicalType: string, primaryKey: true"),
            field("logicalType: string, required: true, unique: true"),
            ["requirement-respelled", "uniqueness-respelled", "uniqueness-respelled"],
            id="a primary key becomes unique and required",
        ),
        pytest.param(
            field("logicalType: string, required: true, unique: true"),
            field("logicalType: string, required: true, unique: true, primaryKey: true"),
            ["uniqueness-respelled"],
            id="what is unique and required becomes the primary key",
        ),
        pytest.param(
            field("logicalType: string, primaryKey: true"),
            field("logicalType: string, unique: true"),
            ["primary-key-withdrawn", "uniqueness-respelled"],
            id="a primary key becomes unique, and may be null",
        ),
        pytest.param(
            _SQL + field("logicalType: integer, physicalType: int"),
            _SQL + field("logicalType: number, physicalType: int"),
            ["type-documented"],
            id="an integer becomes a number in a column of whole numbers",
        ),
        pytest.param(
            field("logicalType: number, physicalType: int"),
            field("logicalType: integer, physicalType: int"),
            ["type-documented"],
            id="the other way round, and no server tells the engine",
        ),
        pytest.param(
            field("logicalType: integer, physicalType: int"),
            field("logicalType: number, physicalType: bigint"),
            ["type-widened", "physical-type-widened"],
            id="an integer becomes a number in another column",
        ),
        pytest.param(
            field('logicalType: integer, physicalType: "numeric(4,2)"'),
            field('logicalType: number, physicalType: "numeric(4,2)"'),
            ["type-widened"],
            id="an integer becomes a number in a column with decimals",
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
