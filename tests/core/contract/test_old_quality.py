from __future__ import annotations

import pytest

from bot.adapters.odcs.shipped import is_valid, schema_named
from bot.core.contract.old_quality import METRICS, OLD_ENGINE, OPERATORS
from tests.core.contract.migrated import at, migrated, ours


def _rules(rule: str) -> object:
    root = migrated("v3.0.2", f"schema:\n  - name: orders\n    quality:\n      - {rule}\n")
    assert is_valid("odcs-3.2.0", root)
    return at(root, "schema", 0, "quality")


def _foreign(**written: object) -> dict[str, object]:
    return {"type": "custom", "engine": OLD_ENGINE, "implementation": written}


@pytest.mark.parametrize(
    ("rule", "expected"),
    [
        pytest.param(
            "{rule: nullCheck, dimension: completeness}",
            [{"dimension": "completeness", "metric": "nullValues", "mustBe": 0}],
            id="no nulls",
        ),
        pytest.param(
            "{rule: duplicateCount, mustBeLessThan: 1, unit: percent}",
            [{"unit": "percent", "metric": "duplicateValues", "mustBeLessThan": 1}],
            id="few duplicates",
        ),
        pytest.param(
            "{rule: uniqueCheck}",
            [{"metric": "duplicateValues", "mustBe": 0}],
            id="no duplicates",
        ),
        pytest.param(
            "{type: library, rule: rowCount, mustBeBetween: [100, 120]}",
            [{"type": "library", "metric": "rowCount", "mustBeBetween": [100, 120]}],
            id="a number of rows",
        ),
        pytest.param(
            "{rule: validValues, validValues: [a, b]}",
            [
                {
                    "metric": "invalidValues",
                    "arguments": {"validValues": ["a", "b"]},
                    "mustBe": 0,
                }
            ],
            id="only valid values",
        ),
        pytest.param(
            "{rule: invalidCount, arguments: {pattern: x}, validValues: [a], mustBeLessThan: 2}",
            [
                {
                    "metric": "invalidValues",
                    "arguments": {"pattern": "x", "validValues": ["a"]},
                    "mustBeLessThan": 2,
                }
            ],
            id="values join other arguments",
        ),
        pytest.param(
            "{name: n, rule: rowCount, mustBeGreaterThan: 1, mustBeLessThan: 9}",
            [
                {"name": "n", "metric": "rowCount", "mustBeGreaterThan": 1},
                {"name": "n", "metric": "rowCount", "mustBeLessThan": 9},
            ],
            id="two operators are two rules",
        ),
        pytest.param(
            "{id: r, type: sql, query: q, mustBe: 1, mustNotBe: 2}",
            [
                {"id": "r", "type": "sql", "query": "q", "mustBe": 1},
                {"type": "sql", "query": "q", "mustNotBe": 2},
            ],
            id="an id stays unique",
        ),
        pytest.param(
            "{rule: countCheck, description: d}",
            [{"description": "d", **_foreign(rule="countCheck")}],
            id="a number of rows that nobody told",
        ),
        pytest.param(
            "{rule: between, mustBeBetween: [0, 500]}",
            [_foreign(rule="between", mustBeBetween=[0, 500])],
            id="a rule that has no metric",
        ),
        pytest.param(
            "{rule: validValues, mustBe: 5}",
            [_foreign(rule="validValues", mustBe=5)],
            id="an operator beside an assertion: what it counts is not told",
        ),
        pytest.param(
            "{type: sql, query: q}", [_foreign(query="q")], id="a query that nothing is asked of"
        ),
        pytest.param(
            '{type: sql, query: q, mustBeLessThan: "9"}',
            [_foreign(query="q", mustBeLessThan="9")],
            id="an operator with a value that it cannot have now",
        ),
        pytest.param(
            "{type: text, description: d, rule: r}",
            [{"type": "text", "description": "d", "customProperties": [ours("rule", "r")]}],
            id="words with a rule beside them",
        ),
        pytest.param(
            "{type: custom, engine: soda, implementation: x, mustBe: 0}",
            [
                {
                    "type": "custom",
                    "customProperties": [ours("mustBe", 0)],
                    "engine": "soda",
                    "implementation": "x",
                }
            ],
            id="a rule of another tool with an operator beside it",
        ),
        pytest.param(
            "{rule: nullCheck, team: x, customProperties: [{property: a, value: 1}]}",
            [
                {
                    "customProperties": [{"property": "a", "value": 1}, ours("team", "x")],
                    "metric": "nullValues",
                    "mustBe": 0,
                }
            ],
            id="a key that v3.2 does not know",
        ),
    ],
)
def test_a_rule_of_v3_0_is_told_as_v3_2_tells_it(rule: str, expected: object) -> None:
    assert _rules(rule) == expected


def test_the_metrics_and_operators_are_those_of_the_standard() -> None:
    definitions = schema_named("odcs-3.2.0")["$defs"]
    branches = definitions["DataQualityOperators"]["oneOf"]

    assert set(METRICS.values()) == set(
        definitions["DataQualityLibrary"]["properties"]["metric"]["enum"]
    )
    assert {key for branch in branches for key in branch["properties"]} == set(OPERATORS)
