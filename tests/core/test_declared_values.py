from __future__ import annotations

import pytest

from bot.core.contract.model import Field
from bot.core.contract.node import Node
from bot.core.declared_values import Judge, is_of_type, told, with_values
from bot.core.rule import whole
from tests.reading import contract


def field(keys: str) -> Field:
    text = f"schema:\n- name: orders\n  properties:\n  - {{name: f, {keys}}}\n"
    return contract(whole(text)).schema[0].properties[0]


@pytest.mark.parametrize(
    ("value", "logical_type", "fits"),
    [
        pytest.param("NEW", "string", True, id="a text"),
        pytest.param(404, "string", False, id="a number is no text"),
        pytest.param(1, "integer", True, id="a whole number"),
        pytest.param(1.0, "integer", True, id="a whole number with a point"),
        pytest.param(1.5, "integer", False, id="a fraction is no whole number"),
        pytest.param("1", "integer", False, id="a number in quotes is a text"),
        pytest.param(True, "integer", False, id="a boolean is no number"),
        pytest.param(True, "boolean", True, id="a boolean"),
        pytest.param("yes", "boolean", False, id="a word is no boolean"),
        pytest.param("2024-01-01", "date", True, id="a date is written as a text"),
        pytest.param(20240101, "date", False, id="a date as a number"),
        pytest.param(None, "integer", True, id="null fits all"),
        pytest.param("${LIMIT}", "integer", True, id="a variable may be anything"),
        pytest.param("a", "array", True, id="of lists nobody can tell"),
    ],
)
def test_a_value_is_of_a_type(value: Node, logical_type: str, fits: bool) -> None:
    assert is_of_type(value, logical_type) is fits


@pytest.mark.parametrize(
    ("keys", "wrong"),
    [
        pytest.param("logicalType: number, examples: [cheap]", True, id="a word for a number"),
        pytest.param("logicalType: number, examples: ['5']", False, id="quotes are no fault"),
        pytest.param("logicalType: string, examples: [12345]", False, id="nor is their lack"),
        pytest.param("logicalType: boolean, examples: ['true']", False, id="nor of a boolean"),
        pytest.param("logicalType: date, examples: [31/01/2024]", True, id="the day first"),
        pytest.param(
            "logicalType: date, logicalTypeOptions: {format: dd/MM/yyyy}, examples: [31/01/2024]",
            False,
            id="the day first, as the format has it",
        ),
        pytest.param("logicalType: string, examples: [[a]]", True, id="a list for a text"),
        pytest.param("logicalType: array, examples: [a]", False, id="an item for its list"),
        pytest.param(
            "logicalType: array, items: {logicalType: integer}, examples: [[1, a]]",
            True,
            id="an item of another type",
        ),
        pytest.param("physicalType: whatever, examples: [[a], {b: c}]", False, id="no type at all"),
        pytest.param("logicalType: integer, required: true, examples: [null]", False, id="null"),
        pytest.param("logicalType: integer, examples: ['${N}']", False, id="a variable"),
        pytest.param(
            "logicalType: string, logicalTypeOptions: {pattern: '^A'}, examples: [B1]",
            True,
            id="against the pattern",
        ),
        pytest.param(
            "logicalType: string, enum: [{value: a}], examples: [b]", True, id="not in the list"
        ),
    ],
)
def test_an_example_is_judged_as_people_write_examples(keys: str, wrong: bool) -> None:
    entry = field(keys)
    judge = Judge(None)

    faults = [judge.example_fault(example, entry, "orders.f") for example in entry.examples]

    assert any(faults) is wrong


def test_work_on_patterns_is_bounded() -> None:
    judge = Judge(None)
    entry = field("logicalType: string, logicalTypeOptions: {pattern: '^(b?){400}$'}")

    judged = [judge.example_fault(f"a{number}", entry, "orders.f") for number in range(100)]

    assert judged[0] is not None
    assert judged[-1] is None


def test_a_large_example_is_data_and_not_judged() -> None:
    entry = field("logicalType: array, items: {logicalType: integer}, examples: [[a]]")
    longer = field(
        f"logicalType: array, items: {{logicalType: integer}}, examples: [[{'a, ' * 200}a]]"
    )

    assert Judge(None).example_fault(entry.examples[0], entry, "orders.f")
    assert Judge(None).example_fault(longer.examples[0], longer, "orders.f") is None


@pytest.mark.parametrize(
    ("value", "text"),
    [
        pytest.param("a", '`"a"`', id="a text in quotes"),
        pytest.param("a\nb", r'`"a\nb"`', id="on one line"),
        pytest.param(True, "`true`", id="a boolean as YAML has it"),
        pytest.param(1.5, "`1.5`", id="a number"),
        pytest.param(None, "`null`", id="null"),
        pytest.param(10**5000, "`a very large number`", id="a number too large to print"),
    ],
)
def test_a_value_is_shown_short_and_on_one_line(value: Node, text: str) -> None:
    assert told(value) == text


def test_fields_with_values_are_found_at_every_depth() -> None:
    text = """\
schema:
- name: orders
  properties:
  - {name: plain, logicalType: string}
  - name: lines
    logicalType: array
    items:
      logicalType: object
      properties: [{name: sku, logicalType: string, examples: [A1]}]
  - {name: status, logicalType: string, enum: [{value: NEW}]}
"""
    found = [path for path, _ in with_values(contract(whole(text)))]

    assert found == ["orders.lines[].sku", "orders.status"]
