"""The inventory’s rows on quality rules and service levels."""

from __future__ import annotations

from tests.inventory.row import Row
from tests.inventory.texts import an_object, level, listed, quality

_RULES = "…quality[].(rule added/removed)"
_ARGUMENTS = "…quality[].arguments.validValues[] / .pattern / .missingValues[] / .properties[]"
_OPERATORS = (
    "…quality[].mustBe|mustNotBe|mustBeGreaterThan|mustBeGreaterOrEqualTo|mustBeLessThan"
    "|mustBeLessOrEqualTo|mustBeBetween|mustNotBeBetween"
)
_LEVEL = "slaProperties[].property"
_VALUE = "slaProperties[].value / .valueExt / .unit"
_SURE = "an executable rule that blocks is a promise: what it accepts is known on both sides"
_NO_NULLS = "metric: nullValues, mustBe: 0"
_ENDS_HERE = "property: retention, value: 5, unit: y, element: orders.f"


def checked(count: str, keys: str) -> str:
    """Return a contract with a rule on how many values are not among some, or missing."""
    return quality(f"metric: {count}, mustBe: 0, arguments: {{{keys}}}")


def sql(query: str) -> str:
    return quality(f'type: sql, query: "{query}", mustBe: 0')


ROWS: tuple[Row, ...] = (
    Row(
        path="schema[].quality[]",
        change="see quality",
        old=an_object(),
        new=an_object("quality: [{metric: rowCount, mustBeGreaterThan: 0}]"),
        rule="DC701",
        backward="breaking",
        forward="note",
    ),
    Row(
        path=_RULES,
        change="executable rule added",
        old=quality(),
        new=quality(_NO_NULLS),
        rule="DC701",
        backward="breaking",
        forward="note",
        correction=_SURE,
    ),
    Row(
        path=_RULES,
        change="executable rule removed",
        old=quality(_NO_NULLS),
        new=quality(),
        rule="DC702",
        backward="note",
        forward="breaking",
        correction=_SURE,
    ),
    Row(
        path=_RULES,
        change="text rule any",
        old=quality(),
        new=quality("type: text, description: Looks good."),
        rule="DC708",
        backward="note",
        forward="note",
    ),
    Row(
        path="…quality[].type",
        change="text→executable",
        old=quality("name: q, type: text, description: No nulls."),
        new=quality(f"name: q, {_NO_NULLS}"),
        rule="DC703",
        backward="breaking",
        forward="note",
        correction=_SURE,
    ),
    Row(
        path="…quality[].type",
        change="executable→text",
        old=quality(f"name: q, {_NO_NULLS}"),
        new=quality("name: q, type: text, description: No nulls."),
        rule="DC704",
        backward="note",
        forward="breaking",
        correction=_SURE,
    ),
    Row(
        path="…quality[].type",
        change="library↔sql↔custom",
        old=quality(f"name: q, {_NO_NULLS}"),
        new=quality('name: q, type: sql, query: "SELECT 0", mustBe: 0'),
        rule="DC706",
        backward="unsure",
        forward="unsure",
    ),
    Row(
        path="…quality[].metric",
        change="changed",
        old=quality("name: q, metric: nullValues, mustBe: 0"),
        new=quality("name: q, metric: duplicateValues, mustBe: 0"),
        rule="DC706",
        backward="unsure",
        forward="unsure",
    ),
    Row(
        path="…quality[].rule",
        change="rule→metric equivalent",
        old="apiVersion: v3.0.2\n" + quality("rule: nullCheck, mustBe: 0"),
        new="apiVersion: v3.2.0\n" + quality(_NO_NULLS),
        rule="DC848",
        backward="note",
        forward="note",
    ),
    Row(
        path=_ARGUMENTS,
        change="validValues: value removed / added",
        old=checked("invalidValues", "validValues: [a, b]"),
        new=checked("invalidValues", "validValues: [a]"),
        rule="DC703",
        backward="breaking",
        forward="note",
    ),
    Row(
        path=_ARGUMENTS,
        change="missingValues: value added / removed",
        old=checked("missingValues", 'missingValues: [""]'),
        new=checked("missingValues", 'missingValues: ["", "-"]'),
        rule="DC703",
        backward="breaking",
        forward="note",
    ),
    Row(
        path=_ARGUMENTS,
        change="properties (duplicate key) changed",
        old=an_object(
            "quality: [{metric: duplicateValues, mustBe: 0, arguments: {properties: [a]}}]"
        ),
        new=an_object(
            "quality: [{metric: duplicateValues, mustBe: 0, arguments: {properties: [a, b]}}]"
        ),
        rule="DC705",
        backward="breaking",
        forward="breaking",
    ),
    Row(
        path=_ARGUMENTS,
        change="pattern",
        old=checked("invalidValues", "pattern: '^(a+)b\\1$'"),
        new=checked("invalidValues", "pattern: '^(a+)c\\1$'"),
        rule="DC706",
        backward="unsure",
        forward="unsure",
    ),
    Row(
        path=_OPERATORS,
        change="accepted set shrinks",
        old=quality("metric: nullValues, mustBeLessThan: 10"),
        new=quality("metric: nullValues, mustBeLessThan: 5"),
        rule="DC703",
        backward="breaking",
        forward="note",
        correction=_SURE,
    ),
    Row(
        path=_OPERATORS,
        change="accepted set grows",
        old=quality("metric: nullValues, mustBeBetween: [0, 5]"),
        new=quality("metric: nullValues, mustBeBetween: [0, 9]"),
        rule="DC704",
        backward="note",
        forward="breaking",
    ),
    Row(
        path=_OPERATORS,
        change="neither",
        old=quality("metric: nullValues, mustBeBetween: [0, 5]"),
        new=quality("metric: nullValues, mustBeBetween: [3, 9]"),
        rule="DC705",
        backward="breaking",
        forward="breaking",
        correction=_SURE,
    ),
    Row(
        path="…quality[].unit",
        change="rows↔percent",
        old=quality("metric: nullValues, mustBeLessThan: 5, unit: rows"),
        new=quality("metric: nullValues, mustBeLessThan: 5, unit: percent"),
        rule="DC706",
        backward="unsure",
        forward="unsure",
    ),
    Row(
        path="…quality[].query",
        change="changed (beyond whitespace/case)",
        old=sql("SELECT count(*) FROM {object}"),
        new=sql("SELECT sum(f) FROM {object}"),
        rule="DC706",
        backward="unsure",
        forward="unsure",
    ),
    Row(
        path="…quality[].engine / implementation",
        change="changed",
        old=quality("type: custom, engine: soda, implementation: a"),
        new=quality("type: custom, engine: soda, implementation: b"),
        rule="DC706",
        backward="unsure",
        forward="unsure",
    ),
    Row(
        path="…quality[].severity",
        change="blocking→non-blocking",
        old=quality(f"{_NO_NULLS}, severity: error"),
        new=quality(f"{_NO_NULLS}, severity: info"),
        rule="DC704",
        backward="note",
        forward="breaking",
        correction=_SURE,
    ),
    Row(
        path="…quality[].severity",
        change="non-blocking→blocking",
        old=quality(f"{_NO_NULLS}, severity: warning"),
        new=quality(f"{_NO_NULLS}, severity: error"),
        rule="DC703",
        backward="breaking",
        forward="note",
        correction=_SURE,
    ),
    Row(
        path=(
            "…quality[].(id,name,description,dimension,businessImpact,method,schedule,scheduler,"
            "tags,customProperties,authoritativeDefinitions)"
        ),
        change="changed",
        old=quality(f"name: q, {_NO_NULLS}, dimension: accuracy"),
        new=quality(f"name: q, {_NO_NULLS}, dimension: completeness"),
        rule="DC709",
        backward="note",
        forward="note",
    ),
    Row(
        path=_LEVEL,
        change="entry added",
        old="",
        new=level("property: availability, value: 99.9 %"),
        rule="DC727",
        backward="note",
        forward="note",
    ),
    Row(
        path=_LEVEL,
        change="entry removed",
        old=level("property: availability, value: 99.9 %"),
        new="",
        rule="DC726",
        backward="note",
        forward="breaking",
    ),
    Row(
        path=_VALUE,
        change="latency, freshness, timeToDetect/Notify/Repair, errorRate: larger",
        old=level("property: latency, value: 1, unit: h"),
        new=level("property: latency, value: 1, unit: d"),
        rule="DC721",
        backward="note",
        forward="breaking",
    ),
    Row(
        path=_VALUE,
        change="… smaller",
        old=level("property: ly, value: 1, unit: d"),
        new=level("property: latency, value: 1, unit: h"),
        rule="DC722",
        backward="note",
        forward="note",
    ),
    Row(
        path=_VALUE,
        change="availability, throughput: smaller",
        old=level("property: availability, value: 99.9 %"),
        new=level("property: availability, value: 99 %"),
        rule="DC721",
        backward="note",
        forward="breaking",
    ),
    Row(
        path=_VALUE,
        change="… larger",
        old=level("property: availability, value: 99, unit: percent"),
        new=level("property: availability, value: 99.9, unit: percent"),
        rule="DC722",
        backward="note",
        forward="note",
    ),
    Row(
        path=_VALUE,
        change="retention: shorter",
        old=level("property: retention, value: 5, unit: y"),
        new=level("property: retention, value: 1, unit: y"),
        rule="DC721",
        backward="note",
        forward="breaking",
    ),
    Row(
        path=_VALUE,
        change="retention: longer",
        old=level("property: retention, value: 1, unit: y"),
        new=level("property: retention, value: P5Y"),
        rule="DC722",
        backward="note",
        forward="note",
    ),
    Row(
        path=_VALUE,
        change="frequency: less often / more often",
        old=level("property: frequency, value: 1, unit: d"),
        new=level("property: frequency, value: 7, unit: d"),
        rule="DC721",
        backward="note",
        forward="breaking",
    ),
    Row(
        path=_VALUE,
        change="timeOfAvailability: later / earlier",
        old=level('property: timeOfAvailability, value: "07:00"'),
        new=level('property: timeOfAvailability, value: "09:00"'),
        rule="DC721",
        backward="note",
        forward="breaking",
    ),
    Row(
        path=_VALUE,
        change="generalAvailability moved later while in future",
        old=level('property: generalAvailability, value: "2030-01-01"'),
        new=level('property: generalAvailability, value: "2030-06-01"'),
        rule="DC721",
        backward="note",
        forward="breaking",
    ),
    Row(
        path=_VALUE,
        change="endOfSupport/endOfLife: earlier",
        old=level('property: endOfLife, value: "2030-06-01"'),
        new=level('property: endOfLife, value: "2030-01-01"'),
        rule="DC721",
        backward="note",
        forward="breaking",
    ),
    Row(
        path=_VALUE,
        change="endOfSupport/endOfLife: later",
        old=level('property: endOfSupport, value: "2030-01-01"'),
        new=level('property: endOfSupport, value: "2030-06-01"'),
        rule="DC722",
        backward="note",
        forward="note",
    ),
    Row(
        path=_VALUE,
        change="unit only changed (same duration)",
        old=level("property: latency, value: 1, unit: d"),
        new=level("property: latency, value: 24, unit: hours"),
        rule="DC724",
        backward="note",
        forward="note",
    ),
    Row(
        path=_VALUE,
        change="not comparable",
        old=level("property: latency, value: soon"),
        new=level("property: latency, value: at once"),
        rule="DC723",
        backward="note",
        forward="unsure",
    ),
    Row(
        path="slaProperties[].element",
        change="element removed from scope / changed",
        old=level(f"{_ENDS_HERE}, id: keep").replace("orders.f", '"orders.f, orders.g"'),
        new=level(f"{_ENDS_HERE}, id: keep"),
        rule="DC728",
        backward="note",
        forward="breaking",
    ),
    Row(
        path="slaProperties[].element",
        change="added",
        old=level(_ENDS_HERE),
        new=level(_ENDS_HERE).replace("orders.f", '"orders.f, orders.g"'),
        rule="DC729",
        backward="note",
        forward="note",
    ),
    Row(
        path="slaProperties[].driver",
        change="regulatory→other",
        old=level("property: retention, value: 5, unit: y, driver: regulatory"),
        new=level("property: retention, value: 5, unit: y, driver: analytics"),
        rule="DC730",
        backward="warning",
        forward="warning",
    ),
    Row(
        path=(
            "slaProperties[].(id,description,scheduler,schedule,customProperties,"
            "authoritativeDefinitions)"
        ),
        change="changed",
        old=level("property: retention, value: 5, unit: y"),
        new=level("property: retention, value: 5, unit: y, description: Kept for the auditors."),
        rule="DC731",
        backward="note",
        forward="note",
    ),
    Row(
        path="slaDefaultElement",
        change="changed",
        old="slaDefaultElement: orders.f\n"
        + listed("slaProperties", _ENDS_HERE, "property: latency, value: 1, unit: h"),
        new="slaDefaultElement: orders.g\n"
        + listed("slaProperties", _ENDS_HERE, "property: latency, value: 1, unit: h"),
        rule="DC728",
        backward="note",
        forward="breaking",
        correction=(
            "the default is read as the element of each level without one, and that such a level"
            " no longer holds for what it held for is certain"
        ),
    ),
)
