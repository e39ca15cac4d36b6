"""What the examples of the lint rules do not show."""

from __future__ import annotations

import pytest

from bot.core.check import lint
from bot.core.rule import whole
from tests.core.rules.running import family, linted, only, said
from tests.reading import contract


def fields(*entries: str) -> str:
    told = "".join(f"  - {entry}\n" for entry in entries)
    return f"schema:\n- name: orders\n  properties:\n{told}"


def server(kind: str) -> str:
    keys = {"bigquery": "project: sales, dataset: orders", "oracle": "host: h, port: 1521"}
    more = "serviceName: x" if kind == "oracle" else ""
    told = ", ".join(filter(None, (keys[kind], more)))
    return f"servers:\n- {{server: prod, type: {kind}, {told}}}\n"


@pytest.mark.parametrize(
    ("rule", "text", "paths"),
    [
        pytest.param(
            "object-name-repeated",
            "schema:\n- {name: a}\n- {name: a}\n- {name: a}\n",
            ["a", "a"],
            id="a name three times is two hits",
        ),
        pytest.param(
            "field-name-repeated",
            fields("{name: a, items: {properties: [{name: b}, {name: b}]}, logicalType: array}"),
            ["orders.a[].b"],
            id="a name twice among the items of an array",
        ),
        pytest.param(
            "names-differ-in-case",
            "schema:\n- {name: Orders}\n- {name: ORDERS}\n",
            ["ORDERS"],
            id="objects that differ in case",
        ),
        pytest.param(
            "names-differ-in-case",
            fields("{name: a}", "{name: a}"),
            [],
            id="the same name is another rule’s",
        ),
        pytest.param(
            "column-named-twice",
            fields("{name: a, physicalName: b}", "{name: b}"),
            ["orders.b"],
            id="a physical name that is the name of another field",
        ),
        pytest.param(
            "id-repeated",
            fields("name: a\n    quality: [{id: q, metric: rowCount, mustBe: 1}, {id: q}]"),
            ["orders.a"],
            id="quality rules with one id",
        ),
        pytest.param(
            "id-repeated",
            "team: {name: t, members: [{id: m, username: a}, {id: m, username: b}]}\n",
            ["team"],
            id="members with one id",
        ),
        pytest.param(
            "id-repeated",
            "schema:\n- {id: x, name: a, properties: [{id: x, name: b}]}\n- {id: y, name: c}\n",
            [],
            id="an id at two levels",
        ),
        pytest.param(
            "entry-repeated",
            "roles: [{role: reader}, {role: reader, access: write}]\n",
            ["roles.reader"],
            id="a role twice",
        ),
        pytest.param(
            "entry-repeated",
            "customProperties:\n- {property: a, value: 1}\n- {property: a, value: 2}\n",
            ["customProperties.a"],
            id="a custom property twice",
        ),
        pytest.param(
            "entry-repeated",
            "customProperties:\n- {property: a, value: 1}\n"
            "- {property: a, value: 2, vendor: other}\n",
            [],
            id="custom properties of two vendors",
        ),
        pytest.param(
            "entry-repeated",
            "slaProperties:\n- {property: ly, value: 1, unit: h}\n"
            "- {property: latency, value: 2, unit: h}\n",
            ["slaProperties.latency"],
            id="a service level under both of its names",
        ),
        pytest.param("name-unfit", 'id: " "\n', [""], id="a blank id"),
        pytest.param(
            "name-unfit", fields('{name: "a\\u200bb"}'), ["orders.a\u200bb"], id="a hidden mark"
        ),
        pytest.param(
            "name-unfit",
            fields("{name: a, logicalType: array, items: {logicalType: string}}"),
            [],
            id="the items of an array need no name",
        ),
        pytest.param(
            "name-with-blanks", fields("{name: a b, physicalName: a_b}"), [], id="only a label"
        ),
        pytest.param(
            "name-with-blanks",
            fields("{name: a, physicalName: a b}"),
            ["orders.a"],
            id="in the data",
        ),
        pytest.param(
            "naming-style-mixed",
            fields("{name: ID}", "{name: order_id}", "{name: x1}"),
            [],
            id="one word",
        ),
        pytest.param(
            "type-missing", fields("{name: a, physicalType: INT}"), [], id="a physical type"
        ),
        pytest.param(
            "type-missing",
            fields("{name: a, logicalType: array, items: {required: true}}"),
            ["orders.a[]"],
            id="items without a type",
        ),
        pytest.param(
            "array-without-items",
            fields("{name: a, logicalType: array, physicalType: ARRAY<INT>}"),
            [],
            id="the physical type says it",
        ),
        pytest.param(
            "object-without-fields",
            fields("{name: a, logicalType: object, physicalType: JSON}"),
            [],
            id="a document of any form",
        ),
        pytest.param(
            "object-without-fields", "schema:\n- {name: orders}\n", ["orders"], id="a table alone"
        ),
        pytest.param(
            "option-without-meaning",
            fields(
                "name: a\n    logicalType: map\n    logicalTypeOptions: {maxProperties: 3}\n"
                "    map: {key: {logicalType: string}, value: {logicalType: string}}"
            ),
            ["orders.a"],
            id="a map has no options",
        ),
    ],
)
def test_names_and_structure(rule: str, text: str, paths: list[str]) -> None:
    assert linted(rule, text) == paths


def typed(logical: str, physical: str, kind: str | None = "bigquery") -> str:
    text = fields(f'{{name: a, logicalType: {logical}, physicalType: "{physical}"}}')
    return (server(kind) if kind else "") + text


@pytest.mark.parametrize(
    ("text", "contradicts"),
    [
        pytest.param(typed("string", "TIMESTAMP"), True, id="a text as a timestamp"),
        pytest.param(typed("integer", "STRING"), True, id="a number as a text"),
        pytest.param(typed("object", "ARRAY<INT64>"), True, id="an object as a list"),
        pytest.param(typed("number", "INT64"), False, id="a number without a fraction"),
        pytest.param(typed("integer", "NUMERIC"), False, id="an integer in a decimal"),
        pytest.param(typed("date", "STRING"), False, id="a date as a text"),
        pytest.param(typed("timestamp", "INT64"), False, id="a moment in seconds"),
        pytest.param(typed("boolean", "INT64"), False, id="a flag of 0 and 1"),
        pytest.param(typed("object", "STRING"), False, id="an object as JSON text"),
        pytest.param(typed("object", "JSON"), False, id="JSON may be anything"),
        pytest.param(typed("date", "DATE", "oracle"), False, id="a date of Oracle has a time"),
        pytest.param(typed("string", "BOOLEAN", None), True, id="on no server, as all have it"),
        pytest.param(typed("string", "no such type"), False, id="what cannot be read"),
        pytest.param(typed("string", "x" * 1_000), False, id="what is no type"),
    ],
)
def test_the_physical_type_contradicts_the_logical(text: str, contradicts: bool) -> None:
    assert bool(linted("physical-type-contradicting", text)) is contradicts


def bounded(logical_type: str, options: str) -> str:
    return fields(f"{{name: a, logicalType: {logical_type}, logicalTypeOptions: {{{options}}}}}")


@pytest.mark.parametrize(
    ("text", "crossed"),
    [
        pytest.param(bounded("number", "minimum: 1, maximum: 1"), False, id="one value"),
        pytest.param(
            bounded("number", "minimum: 1, exclusiveMaximum: 1"), True, id="less than one"
        ),
        pytest.param(
            bounded("number", "exclusiveMinimum: 1, exclusiveMaximum: 2"), False, id="between"
        ),
        pytest.param(
            bounded("integer", "exclusiveMinimum: 1, exclusiveMaximum: 2"),
            True,
            id="no integer between",
        ),
        pytest.param(
            bounded("integer", "minimum: 1.2, maximum: 1.8"), True, id="no integer within"
        ),
        pytest.param(
            bounded("date", "minimum: '2024-02-01', maximum: '2024-01-01'"), True, id="dates"
        ),
        pytest.param(
            bounded("date", "minimum: someday, maximum: '2024-01-01'"), False, id="an unread date"
        ),
        pytest.param(
            bounded(
                "timestamp", "minimum: '2024-01-01T01:00:00+02:00', maximum: '2024-01-01T00:00:00Z'"
            ),
            False,
            id="moments in two zones",
        ),
        pytest.param(bounded("array", "minItems: 3, maxItems: 2"), True, id="items"),
        pytest.param(
            bounded("object", "minProperties: 3, maxProperties: 2"), True, id="properties"
        ),
        pytest.param(bounded("number", "maximum: 1"), False, id="one bound alone"),
    ],
)
def test_bounds_admit_no_value(text: str, crossed: bool) -> None:
    assert bool(linted("bounds-crossed", text)) is crossed


def test_bounds_are_pointed_at_in_the_file() -> None:
    text = fields(
        "name: a\n    logicalType: number\n"
        "    logicalTypeOptions:\n      minimum: 3\n      maximum: 1"
    )

    (found,) = lint(contract(whole(text), "orders.yaml"), only("bounds-crossed"))

    assert str(found.head) == "orders.yaml:12"


@pytest.mark.parametrize(
    ("rule", "text", "paths"),
    [
        pytest.param(
            "bound-unreadable",
            bounded("timestamp", "minimum: '2024-01-01 10:00'"),
            [],
            id="a blank instead of T",
        ),
        pytest.param(
            "bound-unreadable",
            bounded("date", "format: dd/MM/yyyy, minimum: 31/01/2024"),
            [],
            id="a date in the field’s own format",
        ),
        pytest.param("bound-unreadable", bounded("date", "minimum: '${D}'"), [], id="a variable"),
        pytest.param(
            "pattern-broken", bounded("string", "pattern: '*.csv'"), ["orders.a"], id="files"
        ),
        pytest.param(
            "pattern-not-portable", bounded("string", "pattern: '*.csv'"), [], id="broken is worse"
        ),
        pytest.param("pattern-broken", bounded("string", "pattern: '\\p{L}'"), [], id="Unicode"),
        pytest.param(
            "enum-value-of-another-type",
            fields(
                "{name: a, logicalType: integer, enum: [{value: 1}, {value: '2'}, {value: 3.5}]}"
            ),
            ["orders.a.enum[1]", "orders.a.enum[2]"],
            id="texts and fractions among integers",
        ),
        pytest.param(
            "enum-value-of-another-type",
            fields("{name: a, physicalType: INT, enum: [{value: x}]}"),
            [],
            id="no logical type",
        ),
        pytest.param(
            "enum-value-repeated",
            fields("{name: a, logicalType: number, enum: [{value: 1}, {value: 1.0, label: x}]}"),
            ["orders.a.enum[1]"],
            id="1 and 1.0 are one value",
        ),
        pytest.param(
            "enum-value-repeated",
            fields("{name: a, logicalType: string, enum: [{value: '1'}, {value: 1}]}"),
            [],
            id="1 and '1' are two",
        ),
        pytest.param(
            "enum-value-inadmissible",
            fields(
                "name: a\n    logicalType: number\n    logicalTypeOptions: {maximum: 2}\n"
                "    enum: [{value: 1}, {value: 3}, {value: x}]"
            ),
            ["orders.a.enum[1]"],
            id="a value above the maximum; of a text another rule speaks",
        ),
        pytest.param(
            "enum-value-inadmissible",
            fields(
                "{name: a, logicalType: date, enum: [{value: '2024-01-31'}, {value: 31/01/2024}]}"
            ),
            ["orders.a.enum[1]"],
            id="a text that is no date",
        ),
        pytest.param(
            "enum-value-inadmissible",
            fields(
                "{name: a, logicalType: string, required: true, enum: [{value: x}, {value: null}]}"
            ),
            ["orders.a.enum[1]"],
            id="null in a required field",
        ),
        pytest.param(
            "enum-value-inadmissible",
            server("bigquery")
            + fields(
                "{name: a, physicalType: STRING(2), logicalType: string, enum: [{value: abc}]}"
            ),
            ["orders.a.enum[0]"],
            id="too long for the physical type",
        ),
        pytest.param(
            "key-declared-nullable", fields("{name: a, primaryKey: true}"), [], id="nothing said"
        ),
    ],
)
def test_constraints_and_values(rule: str, text: str, paths: list[str]) -> None:
    assert linted(rule, text) == paths


def keys(*positions: int | None) -> str:
    return fields(
        *(
            f"{{name: f{n}, logicalType: string, primaryKey: true"
            + ("" if position is None else f", primaryKeyPosition: {position}")
            + "}"
            for n, position in enumerate(positions)
        )
    )


@pytest.mark.parametrize(
    ("text", "repeated", "skipped"),
    [
        pytest.param(keys(1, 2, 3), 0, 0, id="1, 2, 3"),
        pytest.param(keys(3, 1, 2), 0, 0, id="in any order"),
        pytest.param(keys(None, None), 0, 0, id="none at all"),
        pytest.param(keys(1), 0, 0, id="a single one"),
        pytest.param(keys(1, 1), 1, 0, id="one twice"),
        pytest.param(keys(1, 3), 0, 1, id="a gap"),
        pytest.param(keys(0, 1), 0, 1, id="from 0"),
        pytest.param(keys(1, None), 0, 1, id="one without"),
        pytest.param(keys(-1, -1), 0, 0, id="the standard’s default"),
    ],
)
def test_positions_in_a_key(text: str, repeated: int, skipped: int) -> None:
    found = (linted("key-position-repeated", text), linted("key-position-skipped", text))

    assert tuple(map(len, found)) == (repeated, skipped)


def test_positions_of_partitions_are_judged_as_well() -> None:
    text = fields(
        "{name: a, partitioned: true, partitionKeyPosition: 1}",
        "{name: b, partitioned: true, partitionKeyPosition: 1}",
        "{name: c, partitionKeyPosition: 2}",
    )

    assert linted("key-position-repeated", text) == ["orders.b"]
    assert linted("position-without-key", text) == ["orders.c"]


def rule(keys: str) -> str:
    return fields(f"name: a\n    logicalType: number\n    quality: [{{{keys}}}]")


@pytest.mark.parametrize(
    ("text", "impossible", "idle"),
    [
        pytest.param(rule("metric: nullValues, mustBe: 0"), 0, 0, id="no nulls"),
        pytest.param(rule("metric: nullValues, mustBeLessThan: 0"), 1, 0, id="fewer than none"),
        pytest.param(rule("metric: nullValues, mustBe: 1.5"), 1, 0, id="one and a half rows"),
        pytest.param(rule("metric: nullValues, mustBeBetween: [9, 1]"), 1, 0, id="reversed"),
        pytest.param(rule("metric: nullValues, mustNotBeBetween: [9, 1]"), 1, 0, id="not reversed"),
        pytest.param(rule("metric: nullValues, mustBeGreaterThan: -1"), 0, 1, id="more than -1"),
        pytest.param(
            rule("metric: nullValues, unit: percent, mustBeLessOrEqualTo: 100"),
            0,
            1,
            id="all of it",
        ),
        pytest.param(
            rule("metric: nullValues, unit: percent, mustBeGreaterThan: 100"),
            1,
            0,
            id="more than all",
        ),
        pytest.param(
            rule("metric: nullValues, unit: percent, mustBeBetween: [0, 100]"), 0, 1, id="anything"
        ),
        pytest.param(
            rule("type: sql, query: SELECT 1, mustBeLessThan: 0"),
            0,
            0,
            id="a query may be negative",
        ),
        pytest.param(rule("metric: nullValues, unit: boxes, mustBeLessThan: -3"), 0, 0, id="boxes"),
    ],
)
def test_thresholds(text: str, impossible: int, idle: int) -> None:
    found = (linted("threshold-impossible", text), linted("threshold-always-met", text))

    assert tuple(map(len, found)) == (impossible, idle)


@pytest.mark.parametrize(
    ("rule", "text", "paths"),
    [
        pytest.param(
            "quality-rule-empty",
            fields("{name: a, quality: [{description: amounts are sound}]}"),
            ["orders.a.quality[0]"],
            id="a description without a type",
        ),
        pytest.param(
            "quality-argument-missing",
            fields("{name: a, enum: [{value: x}], quality: [{metric: invalidValues, mustBe: 0}]}"),
            [],
            id="the field itself says what is valid",
        ),
        pytest.param(
            "quality-argument-missing",
            "schema:\n- {name: orders, quality: [{metric: duplicateValues, mustBe: 0}]}\n",
            ["orders.quality[0]"],
            id="duplicates in which columns",
        ),
        pytest.param(
            "quality-argument-missing",
            fields("{name: a, quality: [{metric: duplicateValues, mustBe: 0}]}"),
            [],
            id="duplicates of the field itself",
        ),
        pytest.param(
            "service-level-element-unknown",
            fields("{name: a}")
            + "slaProperties:\n"
            + "- {property: latency, value: 1, unit: h, element: 'orders.a, orders.b'}\n"
            + "- {property: retention, value: 1, unit: y, element: orders.b}\n",
            ["slaProperties.latency"],
            id="one unknown element is one finding",
        ),
        pytest.param(
            "service-level-element-unknown",
            "slaProperties: [{property: latency, value: 1, unit: h, element: orders.b}]\n",
            [],
            id="a contract without a schema",
        ),
        pytest.param(
            "service-level-unreadable",
            "slaProperties:\n- {property: availability, value: 99.9}\n"
            "- {property: availability, value: 99.9 %}\n- {property: freshness, value: good}\n",
            ["slaProperties.availability"],
            id="a share without its unit, and a level of one’s own",
        ),
        pytest.param(
            "service-level-dates-reversed",
            "slaProperties:\n- {property: endOfSupport, value: '2031-01-01', element: a}\n"
            "- {property: endOfLife, value: '2030-01-01', element: b}\n",
            [],
            id="dates of two elements",
        ),
        pytest.param("version-not-semver", "version: '${V}'\n", [], id="a variable"),
        pytest.param("status-unknown", "status: Active\n", [], id="case does not matter"),
        pytest.param("status-unknown", "status: '${S}'\n", [], id="a variable as status"),
        pytest.param(
            "server-without-address",
            "servers:\n- {server: a, type: custom, description: ask us}\n",
            ["servers.a"],
            id="words are no address",
        ),
        pytest.param(
            "owner-missing",
            "team: {members: [{username: ada, dateOut: '2024-01-01'}]}\n",
            [""],
            id="everyone left",
        ),
        pytest.param(
            "owner-missing",
            "customProperties: [{property: owner, value: sales}]\n",
            [],
            id="an owner among the custom properties",
        ),
        pytest.param(
            "privacy-tag-unclassified",
            fields("{name: email, logicalType: string, tags: [pii]}"),
            [],
            id="of the name another rule speaks",
        ),
        pytest.param(
            "deprecation-unexplained",
            fields("{name: a, deprecated: true, description: 'Deprecated, use b.'}"),
            [],
            id="the description says it",
        ),
        pytest.param(
            "field-descriptions-missing",
            fields(
                "{name: a, logicalType: array, items: {logicalType: string}, description: list}"
            ),
            [],
            id="the items of an array need no description",
        ),
        pytest.param(
            "text-unfinished",
            "description: {purpose: Orders., limitations: TBD}\n",
            ["description"],
            id="a limitation that is to be said",
        ),
        pytest.param(
            "text-unfinished", "description: {purpose: A todo list.}\n", [], id="todo lists"
        ),
        pytest.param(
            "service-levels-missing", "status: draft\n", [], id="a draft promises nothing"
        ),
    ],
)
def test_quality_promises_and_house_rules(rule: str, text: str, paths: list[str]) -> None:
    assert linted(rule, text) == paths


def deprecation(told: str) -> str:
    return fields(
        "{name: b, logicalType: string}",
        "{name: c, logicalType: string, deprecated: true}",
        "name: a\n    logicalType: string\n"
        f"    customProperties: [{{property: deprecation, value: {told}}}]",
    )


@pytest.mark.parametrize(
    ("rule", "told", "strikes"),
    [
        pytest.param("replacement-unfit", "{replacedBy: b}", False, id="a sibling"),
        pytest.param("replacement-unfit", "{replacedBy: orders.b}", False, id="a path"),
        pytest.param("replacement-unfit", "{replacedBy: orders.a}", True, id="itself"),
        pytest.param("replacement-unfit", "{replacedBy: orders.c}", True, id="deprecated as well"),
        pytest.param("replacement-unfit", "{replacedBy: orders.d}", True, id="nothing"),
        pytest.param("replacement-unfit", "{replacedBy: the new table}", False, id="words"),
        pytest.param("replacement-unfit", "{replacedBy: x.yaml#orders.a}", False, id="elsewhere"),
        pytest.param("deprecation-date-broken", "{removal: '2030-01-31'}", False, id="a date"),
        pytest.param("deprecation-date-broken", "{removal: soon}", True, id="a word"),
        pytest.param("deprecation-date-broken", "{removalVersion: '2'}", True, id="no version"),
        pytest.param(
            "deprecation-date-broken",
            "{since: '2030-02-01', removal: '2030-01-31'}",
            True,
            id="removed before it was deprecated",
        ),
        pytest.param("convention-unreadable", "{removal: '2030-01-31'}", False, id="a known key"),
        pytest.param("convention-unreadable", "{remove: '2030-01-31'}", True, id="an unknown key"),
        pytest.param("convention-unreadable", "yes please", True, id="words for an object"),
        pytest.param("removal-date-missing", "{removalVersion: 2.0.0}", False, id="a version"),
    ],
)
def test_deprecations(rule: str, told: str, strikes: bool) -> None:
    found = [path for path in linted(rule, deprecation(told)) if path.startswith("orders.a")]

    assert bool(found) is strikes


@pytest.mark.parametrize(
    ("status", "hint"),
    [
        pytest.param("production", "Did you mean `active`?", id="production"),
        pytest.param("in development", "Did you mean `draft`?", id="in development"),
        pytest.param("current", "Did you mean `active`?", id="current"),
        pytest.param("zone 7", "Use the word of the standard that fits.", id="no idea"),
    ],
)
def test_a_status_is_hinted_at(status: str, hint: str) -> None:
    (found,) = lint(contract(whole(f"status: {status}\n")), only("status-unknown"))

    assert found.hint == hint


@pytest.mark.parametrize(
    ("version", "likely"),
    [("v1", "1.0.0"), ("1.4", "1.4.0"), ("v1.2.3", "1.2.3"), ("1.02.3", "1.2.3")],
)
def test_a_version_is_hinted_at(version: str, likely: str) -> None:
    (found,) = lint(contract(whole(f"version: '{version}'\n")), only("version-not-semver"))

    assert found.hint == f'Write `version: "{likely}"`.'


def test_old_forms_are_told_only_where_the_standard_has_a_newer_one() -> None:
    team = "team: [{username: ada}]\n"
    levels = "slaDefaultElement: orders\nslaProperties: [{property: latency, value: 1, unit: h}]\n"

    assert said("standard-key-deprecated", team + levels) == [
        "team as a list is deprecated in the standard",
        "slaDefaultElement is deprecated in the standard",
    ]
    assert said("standard-key-deprecated", f"apiVersion: v3.0.2\n{team}") == []
    assert said("standard-key-deprecated", "team: {members: [{username: ada}]}\n") == []


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("", id="the head alone"),
        pytest.param("schema: []\nservers: []\nteam: {}\nroles: []\n", id="empty lists"),
        pytest.param('id: ""\nversion: ""\nname: ""\n', id="empty texts"),
        pytest.param(
            "schema:\n- {name: '', properties: [{name: '', enum: [{value: null}]}]}\n",
            id="empty names",
        ),
        pytest.param(
            fields("{name: a, examples: [[], {}, null, 1e300, true]}"), id="examples of all kinds"
        ),
        pytest.param(
            "customProperties: [{property: consumers, value: 7}]\n", id="a number as consumers"
        ),
        pytest.param(
            "customProperties: [{property: consumers, value: [1, {uses: x}, {uses: [1, [2]]}]}]\n",
            id="consumers of a wrong form",
        ),
        pytest.param(
            fields("{name: a, relationships: [{to: a.b.c.d}, {to: [orders.a, orders.a]}]}"),
            id="references that lead nowhere",
        ),
    ],
)
def test_no_contract_is_too_odd_to_be_linted(text: str) -> None:
    found = lint(contract(whole(text)), family("lint"))

    assert all(finding.head is not None for finding in found)
