"""Contracts made up by number, alike on every machine: as many as a measurement needs."""

from __future__ import annotations

_CLASSES = ("public", "internal", "confidential", "restricted")
_STATUSES = ("new", "open", "closed", "archived")
_PER_DOMAIN = 50
_SPREAD = 2_654_435_761
"""A large prime: what is left of its multiples lies all over the contracts before one."""


def synthetic_file(number: int) -> str:
    """Return the path in a repository at which the contract of this number lies."""
    return f"contracts/{_domain(number)}/c{number:05d}.odcs.yaml"


def synthetic_contract(
    number: int, *, fields: int = 60, version: str = "1.0.0", sources: int = 7
) -> str:
    """Return the text of contract `number`, valid under ODCS 3.2.0.

    It has one table of `fields` fields, and one optional field more for each minor version. In
    every contract but the first, each field whose number divides by `sources` is read from one
    before it. The text depends on nothing else.
    """
    extra = int(version.split(".")[1])
    lines = [*_head(number, version), *_key(number)]
    for place in range(1, fields):
        lines += [*_field(number, place), *_lineage(number, place, sources)]
    for place in range(extra):
        lines += _item(f"added_{place + 1}", "string", "varchar(40)", "internal")
    return "\n".join([*lines, *_foot(number), ""])


def _domain(number: int) -> str:
    return f"d{number // _PER_DOMAIN + 1:02d}"


def _name(number: int) -> str:
    return f"{_domain(number)}-c{number:05d}"


def _head(number: int, version: str) -> list[str]:
    domain = _domain(number)
    return [
        "apiVersion: v3.2.0",
        "kind: DataContract",
        f"id: {_name(number)}",
        f"name: Synthetic contract {number}",
        f"version: {version}",
        "status: active",
        f"domain: {domain}",
        "description:",
        f"  purpose: Table {number} of domain {domain}, made for measuring.",
        "servers:",
        "  - id: warehouse",
        "    server: warehouse",
        "    type: postgresql",
        "    host: localhost",
        "    port: 5432",
        "    database: measuring",
        f"    schema: {domain}",
        "schema:",
        f"  - id: t{number:05d}",
        f"    name: t{number:05d}",
        "    physicalType: table",
        "    logicalType: object",
        f"    description: Rows of table {number}.",
        f"    dataGranularityDescription: One row per t{number:05d}_id.",
        "    properties:",
    ]


def _key(number: int) -> list[str]:
    return [
        *_item(f"t{number:05d}_id", "string", "varchar(36)", "internal"),
        "        primaryKey: true",
        "        primaryKeyPosition: 1",
        "        required: true",
        "        unique: true",
    ]


def _field(number: int, place: int) -> list[str]:
    name = f"f{place:03d}"
    sensitivity = _CLASSES[(number + place) % len(_CLASSES)]
    lines: list[str]
    match (number * 7 + place) % 6:
        case 0:
            lines = [
                *_item(name, "string", f"varchar({20 + place})", sensitivity),
                "        logicalTypeOptions:",
                f"          maxLength: {20 + place}",
            ]
        case 1:
            lines = [
                *_item(name, "integer", "bigint", sensitivity),
                "        required: true",
                "        logicalTypeOptions:",
                "          format: i64",
                f"          minimum: {place}",
            ]
        case 2:
            lines = [
                *_item(name, "number", f"numeric({10 + place % 8},2)", sensitivity),
                "        logicalTypeOptions:",
                "          minimum: 0",
                f"          maximum: {1000 * (place + 1)}",
            ]
        case 3:
            lines = [
                *_item(name, "timestamp", "timestamptz", sensitivity),
                "        logicalTypeOptions:",
                "          timezone: true",
                "          defaultTimezone: Etc/UTC",
            ]
        case 4:
            lines = [*_item(name, "string", "varchar(10)", sensitivity), "        enum:"]
            lines += [f"          - value: {value}" for value in _STATUSES]
        case _:
            lines = [
                *_item(name, "object", "jsonb", sensitivity),
                "        properties:",
                f"          - id: {name}_code",
                "            name: code",
                "            logicalType: string",
                f"          - id: {name}_count",
                "            name: count",
                "            logicalType: integer",
            ]
    return lines


def _item(name: str, logical: str, physical: str, sensitivity: str) -> list[str]:
    return [
        f"      - id: {name}",
        f"        name: {name}",
        f"        logicalType: {logical}",
        f"        physicalType: {physical}",
        f"        description: What {name} means.",
        f"        classification: {sensitivity}",
    ]


def _lineage(number: int, place: int, sources: int) -> list[str]:
    """Return where a field comes from: a contract before this one, so that no circle arises."""
    if number == 0 or place % sources:
        return []
    source = place * _SPREAD % number
    return [
        f"        transformSourceObjects: [{_name(source)}.t{source:05d}.f{place:03d}]",
        f"        transformLogic: f{place:03d}",
    ]


def _foot(number: int) -> list[str]:
    return [
        "team:",
        f"  name: team-{_domain(number)}",
        "  members:",
        f"    - username: owner-{_domain(number)}@example.com",
        "      role: Owner",
        "slaProperties:",
        "  - id: latency",
        "    property: latency",
        f"    value: {number % 24 + 1}",
        "    unit: hours",
    ]
