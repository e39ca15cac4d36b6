"""Turns a contract of ODCS v2.2 into the form of v3.0: most of it is told by other names there.

Source: the changelog of ODCS v3.0.0, and the JSON Schema of v2.2.2.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from bot.core.contract.forms import Form, of_kind
from bot.core.contract.node import MapNode, Mark, Node
from bot.core.contract.rewriting import Entry, each, entries, mapping, sequence, with_custom
from bot.core.contract.synonyms import logical_type

KEYS = frozenset(("dataset", "datasetDomain", "datasetName", "quantumName", "uuid"))
"""Keys by which a contract without `apiVersion` is known as one of v2."""

_ROOT_NAMES = {
    "uuid": "id",
    "datasetDomain": "domain",
    "quantumName": "dataProduct",
    "dataset": "schema",
    "stakeholders": "team",
    "slaDefaultColumn": "slaDefaultElement",
}
_ROOT: Form = {
    "apiVersion": "text",
    "contractCreatedTs": "text",
    "customProperties": "list",
    "description": "any",
    "kind": "text",
    "name": "text",
    "price": "any",
    "roles": "list",
    "slaProperties": "list",
    "status": "text",
    "tags": "texts",
    "tenant": "text",
    "version": "text",
}
_CHANNELS = {
    "productDl": ("channel", ("tool", "email")),
    "productSlackChannel": ("channel", ("tool", "slack")),
    "productFeedbackUrl": ("url", ("channel", "feedback")),
}
"""Where the value goes in a support channel, and what else the channel says."""

_CONNECTION = {
    "server": "host",
    "database": "database",
    "project": "project",
    "datasetName": "dataset",
    "driver": "driver",
    "driverVersion": "driverVersion",
}
_BIGQUERY_HINTS = ("sourceSystem", "sourcePlatform", "driver")
_TABLE_NAMES = {
    "table": "name",
    "columns": "properties",
    "dataGranularity": "dataGranularityDescription",
}
_TABLE: Form = {
    "authoritativeDefinitions": "definitions",
    "description": "text",
    "physicalName": "text",
    "quality": "mappings",
    "tags": "texts",
}
_COLUMN_NAMES = {
    "column": "name",
    "isPrimaryKey": "primaryKey",
    "isPrimary": "primaryKey",
    "isUnique": "unique",
    "partitionStatus": "partitioned",
    "encryptedColumnName": "encryptedName",
    "transformSourceTables": "transformSourceObjects",
    "sampleValues": "examples",
    "criticalDataElementStatus": "criticalDataElement",
}
_COLUMN: Form = {
    "authoritativeDefinitions": "definitions",
    "businessName": "text",
    "classification": "text",
    "description": "text",
    "partitionKeyPosition": "any",
    "physicalType": "text",
    "primaryKey": "flag",
    "primaryKeyPosition": "any",
    "quality": "mappings",
    "tags": "texts",
    "transformDescription": "text",
    "transformLogic": "text",
}
_RULE_NAMES = {
    "toolName": "engine",
    "type": "method",
    "scheduleCronExpression": "schedule",
}
_RULE: Form = {
    "businessImpact": "text",
    "engine": "text",
    "method": "text",
    "schedule": "text",
    "customProperties": "list",
    "description": "text",
    "dimension": "dimension",
    "severity": "text",
}
WITHHELD = "(withheld: credentials do not belong in a contract)"


def is_version_2(root: MapNode) -> bool:
    """Tell whether a contract is one of v2, by what it declares, else by its keys."""
    if "apiVersion" in root:
        return str(root["apiVersion"]).startswith("v2.")
    return "schema" not in root and not KEYS.isdisjoint(root)


def as_version_3(root: MapNode) -> MapNode:
    """Return a valid contract of v2.2 in the form of v3.0.

    What v3 dropped stands in custom properties. A password is not carried anywhere: the custom
    property only says that there was one.
    """
    known, leftovers = _translated(root, _ROOT_NAMES, _ROOT)
    used: set[str] = set()
    made = [*_servers(root, used), *_support(root, used), *_name(root)]
    shaped = mapping(root.mark, [*(_inside(entry) for entry in known), *made])
    rest = (entry for entry in leftovers if entry.key not in used)
    return with_custom(shaped, (_harmless(entry) for entry in rest))


def _translated(
    node: MapNode, names: dict[str, str], form: Form
) -> tuple[list[Entry], list[Entry]]:
    """Return what has a place under v3, by its name there, and what has none."""
    known: list[Entry] = []
    leftovers: list[Entry] = []
    taken: set[str] = set()
    for entry in entries(node):
        named = entry.named(names.get(entry.key, entry.key))
        fits = entry.key in names or entry.key in form
        if fits and named.key not in taken and of_kind(entry.value, form.get(named.key, "any")):
            taken.add(named.key)
            known.append(named)
        else:
            leftovers.append(entry)
    return known, leftovers


def _harmless(entry: Entry) -> Entry:
    return entry.holding(WITHHELD) if entry.key == "password" else entry


def _inside(entry: Entry) -> Entry:
    match entry.key:
        case "schema":
            return entry.holding(each(entry.value, _table))
        case "slaProperties":
            return entry.holding(each(entry.value, _service_level))
        case _:
            return entry


def _name(root: MapNode) -> Iterator[Entry]:
    """Yield a name for the contract: v2 had none of its own, and people called it by this one."""
    if not isinstance(root.get("name"), str):
        yield from (entry.named("name") for entry in entries(root) if entry.key == "quantumName")


def _support(root: MapNode, used: set[str]) -> Iterator[Entry]:
    channels: list[tuple[Node, Mark]] = []
    for entry in entries(root):
        if entry.key in _CHANNELS and isinstance(entry.value, str):
            used.add(entry.key)
            place, (key, value) = _CHANNELS[entry.key]
            said = Entry(key, value, entry.key_mark, entry.key_mark)
            channels.append((mapping(entry.key_mark, [entry.named(place), said]), entry.key_mark))
    yield from _listed("support", channels)


def _servers(root: MapNode, used: set[str]) -> Iterator[Entry]:
    """Yield a server, where the contract says enough about one: a host, a database, a project."""
    told = {
        entry.key: entry
        for entry in entries(root)
        if entry.key in _CONNECTION and isinstance(entry.value, str)
    }
    anchor = next((told[key] for key in ("server", "database", "project") if key in told), None)
    if anchor is None:
        return
    used.update(told)
    hints = " ".join(str(root.get(key)) for key in _BIGQUERY_HINTS).lower()
    is_bigquery = "bigquery" in hints and {"project", "datasetName"} <= set(told)
    kind = "bigquery" if is_bigquery else "custom"
    unsaid = {"server"} if is_bigquery else set()  # BigQuery has no host; it is the name already
    content = [
        anchor.named("server"),
        Entry("type", kind, anchor.key_mark, anchor.key_mark),
        *(entry.named(_CONNECTION[key]) for key, entry in told.items() if key not in unsaid),
    ]
    yield from _listed("servers", [(mapping(anchor.key_mark, content), anchor.key_mark)])


def _listed(key: str, made: list[tuple[Node, Mark]]) -> Iterable[Entry]:
    return [Entry(key, sequence(made[0][1], made), made[0][1], made[0][1])] if made else []


def _service_level(node: MapNode) -> MapNode:
    if "element" in node:
        return node
    names = {"column": "element"}
    return mapping(node.mark, (e.named(names.get(e.key, e.key)) for e in entries(node)))


def _table(node: MapNode) -> MapNode:
    known, leftovers = _translated(node, _TABLE_NAMES, _TABLE)
    shaped = (
        entry.holding(each(entry.value, _column)) if entry.key == "properties" else entry
        for entry in map(_with_rules, known)
    )
    return with_custom(mapping(node.mark, shaped), leftovers)


def _column(node: MapNode) -> MapNode:
    """Return a column as a property. Without `isNullable` v2.2 does not allow null."""
    known, leftovers = _translated(node, _COLUMN_NAMES, _COLUMN)
    shaped = [_with_rules(entry) for entry in known]
    rest: list[Entry] = []
    for entry in leftovers:
        inner = _column_entry(entry)
        (shaped if inner else rest).append(inner or entry)
    if all(entry.key != "required" for entry in shaped):
        shaped.append(Entry("required", value=True, key_mark=node.mark, mark=node.mark))
    return with_custom(mapping(node.mark, shaped), rest)


def _column_entry(entry: Entry) -> Entry | None:
    if entry.key == "isNullable" and isinstance(entry.value, bool):
        return entry.named("required").holding(not entry.value)
    if entry.key == "logicalType" and isinstance(entry.value, str):
        found = logical_type(entry.value)
        return entry.holding(found) if found else None
    return None


def _with_rules(entry: Entry) -> Entry:
    return entry.holding(each(entry.value, _rule)) if entry.key == "quality" else entry


def _rule(node: MapNode) -> MapNode:
    """Return a quality rule: in v2 each was one of a tool, so it becomes one of type custom."""
    known, leftovers = _translated(node, _RULE_NAMES, _RULE)
    source = "toolRuleName" if isinstance(node.get("toolRuleName"), str) else "templateName"
    rest = [entry for entry in leftovers if entry.key != source]
    said = [entry.named("implementation") for entry in leftovers if entry.key == source]
    made = {"type": "custom", "engine": "unknown", "implementation": "unknown"}
    if any(entry.key == "schedule" for entry in known):
        made["scheduler"] = "cron"
    defaults = (Entry(key, value, node.mark, node.mark) for key, value in made.items())
    return with_custom(mapping(node.mark, [*defaults, *known, *said]), rest)
