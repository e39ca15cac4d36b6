from __future__ import annotations

from collections.abc import Mapping

import pytest
import yaml

from bot.adapters.importing import Draft, draft

WANTED = Draft(path="contracts/sales/orders.odcs.yaml", domain="sales", name="orders")
HEAD = {"logicalType": "object", "physicalType": "table"}


def _first_object(text: str) -> Mapping[str, object]:
    drafted = draft(text.encode(), "schema.yml", WANTED, None, "postgres")
    first: Mapping[str, object] = yaml.safe_load(drafted)["schema"][0]
    return first


def _kept(name: str, arguments: object) -> Mapping[str, object]:
    return {"type": "custom", "engine": "dbt", "implementation": {name: arguments}}


@pytest.mark.parametrize(
    ("test", "expected"),
    [
        pytest.param(
            "dbt_utils.not_empty_string",
            {"quality": [_kept("dbt_utils.not_empty_string", {})]},
            id="a test of a package without arguments is kept as it is",
        ),
        pytest.param(
            "{p.match: {regex: '^a$'}}",
            {"quality": [_kept("p.match", {"regex": "^a$"})]},
            id="a test of a package with arguments is kept as it is",
        ),
        pytest.param(
            "{dbt_utils.accepted_range: {min_value: 0, max_value: 9.5, inclusive: true}}",
            {"logicalTypeOptions": {"minimum": 0, "maximum": 9.5}},
            id="a range of amounts is the least and the greatest of them",
        ),
        pytest.param(
            "{dbt_utils.accepted_range: {arguments: {min_value: 0}}}",
            {"logicalTypeOptions": {"minimum": 0}},
            id="a range may stand under arguments",
        ),
        pytest.param(
            "{dbt_utils.accepted_range: {min_value: 0, inclusive: false}}",
            {"logicalTypeOptions": {"exclusiveMinimum": 0}},
            id="a range without its ends excludes them",
        ),
        pytest.param(
            "{dbt_utils.accepted_range: {max_value: other_column}}",
            {"quality": [_kept("dbt_utils.accepted_range", {"max_value": "other_column"})]},
            id="a range up to another column is kept as it is",
        ),
        pytest.param(
            "{not_null: {config: {severity: warn}}}",
            {"quality": [_kept("not_null", {"config": {"severity": "warn"}})]},
            id="a test that only warns promises nothing of every row",
        ),
        pytest.param(
            "{unique: {where: a > 1}}",
            {"quality": [_kept("unique", {"where": "a > 1"})]},
            id="a test of some rows promises nothing of the others",
        ),
        pytest.param(
            "{not_null: {config: {enabled: false}}}", {}, id="a test that is turned off is none"
        ),
        pytest.param(
            "{name: its_name, test_name: not_null}",
            {"required": True},
            id="a test may be named beside a name of its own",
        ),
        pytest.param(
            "{name: its_name, test_name: p.match, regex: a}",
            {"quality": [_kept("p.match", {"name": "its_name", "regex": "a"})]},
            id="a test with a name of its own is kept with it",
        ),
    ],
)
def test_a_test_of_a_column_is_a_promise_or_is_kept(
    test: str, expected: Mapping[str, object]
) -> None:
    column = f"{{name: x, data_type: numeric, data_tests: [{test}]}}"
    text = f"models: [{{name: a, columns: [{column}]}}]"

    typed = {"name": "x", "logicalType": "number", "physicalType": "numeric"}
    assert _first_object(text)["properties"] == [{**typed, **expected}]


def test_a_range_of_what_is_no_amount_is_kept_as_it_is() -> None:
    test = "{dbt_utils.accepted_range: {min_value: 0}}"

    column = {"name": "x", "quality": [_kept("dbt_utils.accepted_range", {"min_value": 0})]}
    assert _first_object(f"models: [{{name: a, columns: [{{name: x, tests: [{test}]}}]}}]") == {
        "name": "a",
        **HEAD,
        "properties": [column],
    }


def test_tests_of_a_model_are_kept_and_two_equal_rows_are_counted() -> None:
    text = """\
models:
  - name: a
    tests:
      - dbt_utils.unique_combination_of_columns: {combination_of_columns: [x, y]}
      - dbt_utils.expression_is_true: {expression: x >= y}
    columns: [{name: x}, {name: y}]
"""

    assert _first_object(text)["quality"] == [
        {
            "type": "library",
            "metric": "duplicateValues",
            "arguments": {"properties": ["x", "y"]},
            "mustBe": 0,
            "unit": "rows",
        },
        _kept("dbt_utils.expression_is_true", {"expression": "x >= y"}),
    ]


@pytest.mark.parametrize(
    ("model", "expected"),
    [
        pytest.param(
            "tags: [a, b]", {"tags": ["a", "b"]}, id="tags of a model are those of the object"
        ),
        pytest.param("tags: daily", {"tags": ["daily"]}, id="one tag needs no list"),
        pytest.param(
            "config: {tags: [a]}", {"tags": ["a"]}, id="tags in the configuration count too"
        ),
        pytest.param(
            """description: '{{ doc("orders") }}'""",
            {},
            id="a description that stands in another file is none",
        ),
        pytest.param(
            "description: One row per order", {"description": "One row per order"}, id="a text"
        ),
    ],
)
def test_what_a_model_says_of_itself_is_taken_over(
    model: str, expected: Mapping[str, object]
) -> None:
    text = f"models:\n  - name: a\n    {model}\n"

    assert _first_object(text) == {"name": "a", **HEAD, **expected}


@pytest.mark.parametrize(
    ("source", "table", "expected"),
    [
        pytest.param("", "", "raw.t", id="the name of the source is its schema"),
        pytest.param(", schema: landing", "", "landing.t", id="its schema is named"),
        pytest.param("", ", identifier: t_v2", "raw.t_v2", id="the table is called otherwise"),
        pytest.param(", database: db", "", "db.raw.t", id="a database stands before the schema"),
        pytest.param(", schema: '{{ any }}'", "", None, id="a schema that is yet to be known"),
    ],
)
def test_a_table_of_a_source_is_found_where_it_lies(
    source: str, table: str, expected: str | None
) -> None:
    text = f"sources: [{{name: raw{source}, tables: [{{name: t{table}}}]}}]"

    assert _first_object(text).get("physicalName") == expected
