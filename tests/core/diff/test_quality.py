from __future__ import annotations

import pytest

from bot.core.conventions import DEFAULT_CONVENTIONS
from bot.core.diff.quality import JUDGED, compare_quality, enforced, leads, told_apart
from bot.core.relation import Relation
from tests.core.diff.told import a_rule, told
from tests.inventory.texts import quality

SAME, WIDER, NARROWER = Relation.SAME, Relation.WIDER, Relation.NARROWER
UNKNOWN, INCOMPARABLE = Relation.UNKNOWN, Relation.INCOMPARABLE
_NO_NULLS = "metric: nullValues, mustBe: 0"
_AMONG = "metric: invalidValues, arguments: {validValues: [%s]}, "
_MISSING = "metric: missingValues, arguments: {missingValues: [%s]}, "
_BACKWARDS = "metric: invalidValues, mustBe: 0, arguments: {pattern: '%s'}"


@pytest.mark.parametrize(
    ("keys", "expected"),
    [
        pytest.param(_NO_NULLS, True, id="a rule of the library"),
        pytest.param("type: sql, query: SELECT 0, mustBe: 0", True, id="a query"),
        pytest.param("type: custom, engine: soda, implementation: a", True, id="a rule of others"),
        pytest.param("type: text, description: No nulls.", False, id="words"),
        pytest.param(f"{_NO_NULLS}, severity: error", True, id="it blocks"),
        pytest.param(f"{_NO_NULLS}, severity: Warning", False, id="it only warns"),
    ],
)
def test_what_is_enforced(keys: str, expected: bool) -> None:
    assert enforced(a_rule(keys)) is expected


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        pytest.param(f"{_NO_NULLS}, name: a", f"{_NO_NULLS}, name: b", SAME, id="another name"),
        pytest.param(
            "metric: nullValues, mustBeLessThan: 10",
            "metric: nullValues, mustBeLessThan: 5",
            NARROWER,
            id="a lower threshold",
        ),
        pytest.param(
            "metric: rowCount, mustBeGreaterThan: 0",
            "metric: rowCount, mustBeGreaterOrEqualTo: 1",
            SAME,
            id="rows are whole",
        ),
        pytest.param(
            "metric: rowCount, mustBeGreaterThan: 0, unit: percent",
            "metric: rowCount, mustBeGreaterOrEqualTo: 1, unit: percent",
            WIDER.mirrored(),
            id="percents are not",
        ),
        pytest.param(
            "metric: nullValues, mustBeBetween: [0, 5]",
            "metric: nullValues, mustBeBetween: [3, 9]",
            INCOMPARABLE,
            id="a window that moves",
        ),
        pytest.param(
            "metric: nullValues, mustBeLessThan: 5, unit: rows",
            "metric: nullValues, mustBeLessThan: 5",
            SAME,
            id="rows are the default",
        ),
        pytest.param(
            "metric: nullValues, mustBeLessThan: 5",
            "metric: nullValues, mustBeLessThan: 5, unit: percent",
            UNKNOWN,
            id="rows against percents",
        ),
        pytest.param(
            _NO_NULLS,
            "metric: missingValues, mustBe: 0",
            NARROWER,
            id="to miss is more than to be null",
        ),
        pytest.param(
            _NO_NULLS, "metric: duplicateValues, mustBe: 0", UNKNOWN, id="nulls against doubles"
        ),
        pytest.param(
            f"{_AMONG % 'a'}mustBe: 0",
            f"{_AMONG % 'a, b'}mustBe: 0",
            WIDER,
            id="one more valid value, none may be invalid",
        ),
        pytest.param(
            f"{_AMONG % 'a'}mustBeGreaterThan: 0",
            f"{_AMONG % 'a, b'}mustBeGreaterThan: 0",
            NARROWER,
            id="one more valid value, some must be invalid",
        ),
        pytest.param(
            f"{_AMONG % 'a'}mustBe: 3",
            f"{_AMONG % 'a, b'}mustBe: 3",
            INCOMPARABLE,
            id="one more valid value, exactly three must be invalid",
        ),
        pytest.param(
            f"{_AMONG % 'a'}mustBeLessThan: 5",
            f"{_AMONG % 'a, b'}mustBeLessThan: 3",
            INCOMPARABLE,
            id="more valid values and a lower threshold",
        ),
        pytest.param(
            f"{_AMONG % 'a'}mustBeLessThan: 3",
            f"{_AMONG % 'a, b'}mustBeLessThan: 5",
            WIDER,
            id="more valid values and a higher threshold",
        ),
        pytest.param(
            f"{_AMONG % 'a, b'}mustBe: 0",
            f"{_AMONG % 'b, c'}mustBe: 0",
            INCOMPARABLE,
            id="other valid values",
        ),
        pytest.param(
            f"{_MISSING % 'NA'}mustBe: 0",
            f"{_MISSING % 'NA, none'}mustBe: 0",
            NARROWER,
            id="one more word for nothing",
        ),
        pytest.param(
            _BACKWARDS % "^[a-z]+$", _BACKWARDS % "^[a-z0-9]+$", WIDER, id="a wider pattern"
        ),
        pytest.param(
            _BACKWARDS % r"^(a+)b\1$",
            _BACKWARDS % r"^(a+)c\1$",
            UNKNOWN,
            id="patterns that cannot be compared",
        ),
        pytest.param(
            "type: sql, query: SELECT  0, mustBe: 0",
            "type: sql, query: select 0, mustBe: 0",
            SAME,
            id="a query in other letters",
        ),
        pytest.param(
            "type: sql, query: SELECT 0, mustBe: 0",
            "type: sql, query: SELECT 1, mustBe: 0",
            UNKNOWN,
            id="another query",
        ),
        pytest.param(
            "type: sql, query: SELECT 0, mustBeLessThan: 5",
            "type: sql, query: SELECT 0, mustBeLessThan: 3",
            NARROWER,
            id="the same query with a lower threshold",
        ),
        pytest.param(
            "type: custom, engine: soda, implementation: {a: 1}",
            "type: custom, engine: soda, implementation: {a: true}",
            UNKNOWN,
            id="another rule of others",
        ),
        pytest.param(
            f"{_NO_NULLS}, severity: info", _NO_NULLS, NARROWER, id="advice becomes a promise"
        ),
        pytest.param(
            f"{_NO_NULLS}, severity: info",
            "metric: rowCount, mustBe: 3, severity: low",
            SAME,
            id="advice against advice",
        ),
    ],
)
def test_two_rules_compare(old: str, new: str, expected: Relation) -> None:
    before, after = a_rule(old), a_rule(new)

    assert compare_quality(before, after, DEFAULT_CONVENTIONS) is expected
    assert compare_quality(after, before, DEFAULT_CONVENTIONS) is expected.mirrored()


def test_the_first_judged_difference_leads() -> None:
    before = a_rule(_NO_NULLS)
    after = a_rule("metric: rowCount, mustBe: 3, severity: error, description: More.")

    assert [name for name in JUDGED if leads(before, after, name)] == ["metric"]


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        pytest.param(
            ("metric: nullValues, mustBeLessThan: 9", "metric: nullValues, mustBeLessThan: 5"),
            ("metric: nullValues, mustBeLessThan: 5",),
            ["quality rule removed"],
            id="the first of two nameless rules goes",
        ),
        pytest.param(
            ("metric: nullValues, mustBeLessThan: 9", "metric: rowCount, mustBeGreaterThan: 0"),
            ("metric: rowCount, mustBeGreaterThan: 0", "metric: nullValues, mustBeLessThan: 5"),
            ["quality rule.operator"],
            id="nameless rules match by what they count, never by place",
        ),
        pytest.param(
            (_NO_NULLS,),
            (f"{_NO_NULLS}, name: no nulls",),
            ["quality rule.name"],
            id="a rule that got a name is the same one",
        ),
        pytest.param(
            (f"name: a, {_NO_NULLS}",),
            ("name: a, metric: rowCount, mustBeGreaterThan: 0",),
            ["quality rule.metric", "quality rule.operator"],
            id="the name tells which rule it is",
        ),
        pytest.param(
            (f"name: a, id: one, {_NO_NULLS}", f"name: b, id: two, {_NO_NULLS}"),
            (f"name: b, id: one, {_NO_NULLS}", f"name: a, id: two, {_NO_NULLS}"),
            ["quality rule.name", "quality rule.name"],
            id="the id before the name",
        ),
        pytest.param(
            (_NO_NULLS, _NO_NULLS),
            (_NO_NULLS,),
            ["quality rule removed"],
            id="a rule that stood twice",
        ),
    ],
)
def test_rules_find_their_partners(
    old: tuple[str, ...], new: tuple[str, ...], expected: list[str]
) -> None:
    assert [subject for subject, _ in told(quality(*old), quality(*new))] == expected


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        pytest.param(
            "metric: nullValues, mustBeLessThan: 5, unit: rows",
            "metric: nullValues, mustBeLessThan: 5, unit: percent",
            ("nullValues mustBeLessThan 5 rows", "nullValues mustBeLessThan 5 percent"),
            id="another unit",
        ),
        pytest.param(
            "type: sql, query: SELECT 1, mustBe: 0",
            "type: sql, query: SELECT 2, mustBe: 0",
            ("sql mustBe 0, query SELECT 1", "sql mustBe 0, query SELECT 2"),
            id="another query",
        ),
        pytest.param(
            _NO_NULLS,
            f"{_NO_NULLS}, severity: info",
            ("nullValues mustBe 0, severity not given", "nullValues mustBe 0, severity info"),
            id="a severity where there was none",
        ),
    ],
)
def test_two_rules_that_differ_never_read_alike(
    before: str, after: str, expected: tuple[str, str]
) -> None:
    assert told_apart(a_rule(before), a_rule(after)) == expected
