"""Explains keys that the standard demands and that are not there."""

from __future__ import annotations

from bot.adapters.odcs.case import Case, Path
from bot.adapters.odcs.symptoms import Symptom
from bot.adapters.odcs.wording import shown, thing
from bot.core.contract.node import MapNode
from bot.core.errors import ErrorCode, Fault

_EXAMPLES: dict[str, str] = {
    "access": "access: read",
    "account": "account: my-account",
    "apiVersion": "apiVersion: v3.2.0",
    "catalog": "catalog: main",
    "catalogUrl": "catalogUrl: https://catalog.example.com",
    "channel": 'channel: "#data-help"',
    "constraint": "constraint: …",
    "content": "content: discoverability",
    "contractId": "contractId: orders",
    "database": "database: sales",
    "dataset": "dataset: sales",
    "dimensions": "dimensions: 1536",
    "engine": "engine: soda",
    "format": "format: json",
    "from": "from: orders.customer_id",
    "host": "host: db.example.com",
    "id": "id: orders",
    "implementation": "implementation: …",
    "kind": "kind: DataContract",
    "location": "location: s3://bucket/path",
    "map": "map: {key: {logicalType: string}, value: {logicalType: string}}",
    "metric": "metric: nullValues",
    "path": "path: data/orders.csv",
    "port": "port: 5432",
    "project": "project: my-project",
    "property": "property: latency",
    "query": "query: SELECT COUNT(*) FROM orders WHERE amount < 0",
    "question": "question: …",
    "role": "role: analyst",
    "rule": "rule: nullCheck",
    "schema": "schema: public",
    "server": "server: production",
    "serviceName": "serviceName: ORCL",
    "stagingDir": "stagingDir: s3://bucket/results/",
    "status": "status: draft",
    "synonym": "synonym: …",
    "to": "to: customers.id",
    "type": "type: …",
    "url": "url: https://example.com",
    "username": "username: ada@example.com",
    "value": "value: …",
    "version": "version: 1.0.0",
}
"""A line to add for a key that is missing, where `key: …` says too little."""

_EXAMPLES_BY_KIND = {
    ("Server", "type"): "type: postgresql",
    ("AuthoritativeDefinitions", "type"): "type: businessDefinition",
    ("authoritativeDefinitions", "type"): "type: businessDefinition",
    ("AuthoritativeDefinition", "type"): "type: businessDefinition",
    ("ServiceLevelAgreementProperty", "value"): "value: 4",
    ("EnumValue", "value"): "value: pending",
    ("CustomProperty", "property"): "property: costCentre",
    ("SchemaObject", "name"): "name: orders",
    ("SchemaProperty", "name"): "name: order_id",
    ("InputPort", "name"): "name: orders",
    ("OutputPort", "name"): "name: revenue",
}
_OPTION_TYPES = (
    ("string", {"minLength", "maxLength", "pattern"}),
    ("array", {"minItems", "maxItems", "uniqueItems"}),
    ("object", {"minProperties", "maxProperties", "required"}),
    ("timestamp", {"timezone", "defaultTimezone"}),
    ("vector", {"dimensions", "elementType", "distanceMetric"}),
    ("number", {"minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum", "multipleOf"}),
)


def missing_key(case: Case, symptom: Symptom) -> Fault:
    """Return the fault of a key that is not there, with a line to add."""
    kind = case.kind(symptom.path)
    key = str(symptom.wanted)
    example = _EXAMPLES_BY_KIND.get((kind, key)) or _EXAMPLES.get(key, f"{key}: …")
    if not symptom.path and key == "apiVersion" and case.standard.name == "ODPS":
        example = f"apiVersion: {case.standard.declared}"
    if not symptom.path and key == "kind" and case.standard.name == "ODPS":
        example = "kind: DataProduct"
    statement = f"`{key}` is missing" + _why(case, symptom, kind, key)
    hint = f"add `{example}`" + ("" if symptom.path else _note(case, symptom.path, key))
    return case.fault(ErrorCode.MISSING_KEY, symptom.path, statement, hint)


def _why(case: Case, symptom: Symptom, kind: str, key: str) -> str:
    node = symptom.node
    if not isinstance(node, MapNode) or not symptom.path:
        return ""
    if kind == "Server" and key not in {"server", "type"}:
        return f"; a server of type `{shown(str(node.get('type')))}` needs it"
    if key in {"map", "dimensions"}:
        logical = "map" if key == "map" else "vector"
        return f"; `logicalType: {logical}` needs it"
    return f"; {thing(kind, case.whole)} needs it"


def _note(case: Case, path: Path, key: str) -> str:
    """Return from which version on the key may be left out."""
    for version, place in case.later(path):
        if key in place.keys and key not in place.required_keys():
            return f"; since {version} it may be left out"
    return ""


def options_without_type(case: Case, symptom: Symptom) -> Fault:
    """Return the fault of `logicalTypeOptions` in a property that declares no `logicalType`."""
    path = symptom.path
    options = case.node((*path, "logicalTypeOptions"))
    keys = set(options) if isinstance(options, MapNode) else set()
    place = case.place((*path, "logicalType"))
    known = place.values() if place else ()
    guess = next((name for name, hints in _OPTION_TYPES if hints & keys), "string")
    guess = guess if guess in known or not known else "date"
    return case.fault(
        ErrorCode.MISSING_KEY,
        path,
        "`logicalType` is missing; `logicalTypeOptions` means nothing without it",
        f"say which type the options are for, such as `logicalType: {guess}`",
        at=(*path, "logicalTypeOptions"),
        key=True,
    )
