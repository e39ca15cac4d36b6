from __future__ import annotations

import pytest

from tests.adapters.odcs.documents import OBJECT, contract, faults


@pytest.mark.parametrize(
    ("version", "rule", "expected"),
    [
        pytest.param(
            "v3.1.0",
            "{rule: nullCheck, dimension: completeness}",
            "9:10 E203 schema.orders.quality[0].rule: `rule` is the word of v3.0;"
            " ODCS v3.1.0 wants `metric`"
            " -> write `metric: nullValues` and what must hold: `mustBe: 0`",
            id="a rule as v3.0 wrote it",
        ),
        pytest.param(
            "v3.1.0",
            "{type: library, rule: duplicateCount, mustBeLessThan: 10}",
            "9:25 E203 schema.orders.quality[0].rule: `rule` is the word of v3.0;"
            " ODCS v3.1.0 wants `metric` -> write `metric: duplicateValues`",
            id="a rule of v3.0 with an operator",
        ),
        pytest.param(
            "v3.1.0",
            "{rule: validValues, validValues: [a]}",
            "9:10 E203 schema.orders.quality[0].rule: `rule` is the word of v3.0;"
            " ODCS v3.1.0 wants `metric` -> write `metric: invalidValues`,"
            " `arguments: {validValues: […]}` and `mustBe: 0`",
            id="a rule of v3.0 with its values",
        ),
        pytest.param(
            "v3.1.0",
            "{rule: between}",
            "9:10 E203 schema.orders.quality[0].rule: `rule` is the word of v3.0;"
            " ODCS v3.1.0 wants `metric` -> write one of `duplicateValues`, `invalidValues`,"
            " `missingValues`, `nullValues` or `rowCount`; a rule for another tool is"
            " `type: custom`, with `engine` and `implementation`",
            id="a rule of v3.0 that has no metric",
        ),
        pytest.param(
            "v3.0.2",
            "{metric: nullValues, mustBe: 0}",
            "9:10 E203 schema.orders.quality[0].metric: ODCS v3.0.2 has no key `metric` in a"
            " quality rule -> `metric` came with v3.1.0; this file declares v3.0.2:"
            " raise `apiVersion`, or write `rule`",
            id="a metric in a contract of v3.0",
        ),
        pytest.param(
            "v3.1.0",
            "{query: SELECT 1, mustBe: 1}",
            "9:9 E204 schema.orders.quality[0]: `type` is missing; `query` is for a rule of type"
            " `sql` -> add `type: sql`",
            id="a query without a type",
        ),
        pytest.param(
            "v3.0.2",
            "{engine: soda, implementation: x}",
            "9:9 E204 schema.orders.quality[0]: `type` is missing; `engine` is for a rule of type"
            " `custom` -> add `type: custom`",
            id="an engine without a type, in v3.0",
        ),
        pytest.param(
            "v3.1.0",
            "{mustBe: 3}",
            "9:9 E204 schema.orders.quality[0]: `metric` is missing; it says what the rule checks"
            " -> add `metric: nullValues`, or `type: sql` with a `query`, or `type: text` with a"
            " `description`",
            id="nothing that is checked",
        ),
        pytest.param(
            "v3.0.2",
            "{description: no nulls}",
            "9:9 E204 schema.orders.quality[0]: `rule` is missing; it says what the rule checks"
            " -> add `rule: nullCheck`, or `type: sql` with a `query`, or `type: text` with a"
            " `description`",
            id="nothing that is checked, in v3.0",
        ),
        pytest.param(
            "v3.1.0",
            "{metric: rowCount}",
            "9:9 E207 schema.orders.quality[0]: nothing says what must hold;"
            " exactly one operator is wanted -> add one of `mustBe`, `mustNotBe`,"
            " `mustBeGreaterThan`, `mustBeGreaterOrEqualTo`, `mustBeLessThan`,"
            " `mustBeLessOrEqualTo`, `mustBeBetween` or `mustNotBeBetween`, such as `mustBe: 0`",
            id="no operator",
        ),
        pytest.param(
            "v3.1.0",
            "{metric: rowCount, mustBeGreaterThan: 0, mustBeLessThan: 9}",
            "9:50 E207 schema.orders.quality[0]: has `mustBeGreaterThan: 0` and"
            " `mustBeLessThan: 9`; exactly one operator is wanted -> keep `mustBeGreaterThan`,"
            " and make a rule of its own for the rest",
            id="two operators",
        ),
        pytest.param(
            "v3.1.0",
            "{metric: rowCount, mustBeBetween: [1]}",
            "9:43 E206 schema.orders.quality[0].mustBeBetween: has 1 entry, 2 are wanted"
            " -> write `[lowest, highest]`",
            id="one bound of two",
        ),
        pytest.param(
            "v3.1.0",
            '{metric: rowCount, mustBeGreaterThan: "5"}',
            '9:47 E205 schema.orders.quality[0].mustBeGreaterThan: "5" is text; a number is wanted'
            " -> write the number 5 without quotes",
            id="a bound as text",
        ),
        pytest.param(
            "v3.1.0",
            "{type: text, description: words, mustBe: 3}",
            "9:42 E203 schema.orders.quality[0].mustBe: ODCS v3.1.0 has no key `mustBe` in a"
            " quality rule -> it is for `type` `library` or `sql` or `metric`;"
            " if it is needed, keep it under `customProperties`",
            id="an operator beside mere words",
        ),
        pytest.param(
            "v3.1.0",
            "{type: sql, mustBe: 3}",
            "9:9 E204 schema.orders.quality[0]: `query` is missing; a quality rule needs it"
            " -> add `query: SELECT COUNT(*) FROM orders WHERE amount < 0`",
            id="no query",
        ),
    ],
)
def test_a_quality_rule_is_told_in_its_own_words(version: str, rule: str, expected: str) -> None:
    body = f"{OBJECT}    quality:\n      - {rule}\n"

    assert faults(contract(version, body)) == [expected]
