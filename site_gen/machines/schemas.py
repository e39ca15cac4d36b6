"""The JSON Schemas of the API's files (JSON Schema, draft 2020-12)."""

from __future__ import annotations

from collections.abc import Mapping

from bot.adapters.schema_faults import published_schema
from bot.core.finding import Bump
from bot.core.lineage.graph import Confidence
from bot.render.machine.records import FORMAT
from site_gen.escaping import json_file
from site_gen.file_paths import schema_file
from site_gen.page import Asset

Schema = dict[str, object]

_TEXT: Schema = {"type": "string"}
_MAYBE: Schema = {"type": ["string", "null"]}
_TEXTS: Schema = {"type": "array", "items": _TEXT}
_COUNT: Schema = {"type": "integer", "minimum": 0}
_FLAG: Schema = {"type": "boolean"}
_DAY: Schema = {"type": "string", "format": "date"}
_MOMENT: Schema = {"type": "string", "format": "date-time"}
_LINK: Schema = {"type": "string", "format": "uri-reference"}
_CONFIDENCE: Schema = {"enum": [one.word for one in Confidence]}
_BUMP: Schema = {"enum": [one.word for one in Bump]}


def _object(properties: Mapping[str, Schema], description: str = "") -> Schema:
    """Return the schema of an object that has these properties, all of them and no others."""
    found: Schema = {
        "type": "object",
        "additionalProperties": False,
        "required": sorted(properties),
        "properties": dict(properties),
    }
    return found | ({"description": description} if description else {})


def _list(items: Schema) -> Schema:
    return {"type": "array", "items": items}


def _or_null(schema: Schema) -> Schema:
    return {"anyOf": [schema, {"type": "null"}]}


def _links(*names: str) -> Schema:
    return _object(dict.fromkeys(names, _LINK), "Relative to the address of this file.")


_SUMMARY = _object(
    {
        "id": _TEXT,
        "name": _TEXT,
        "version": _TEXT,
        "status": _MAYBE | {"description": "As the contract says it."},
        "phase": _MAYBE | {"description": "The status as the steward reads it."},
        "gone": _FLAG | {"description": "Whether no file has the contract any more."},
        "domain": _MAYBE,
        "data_product": _MAYBE,
        "owner": _MAYBE,
        "purpose": _MAYBE,
        "classification": _MAYBE | {"description": "The most sensitive one of its fields."},
        "types": _TEXTS,
        "tags": _TEXTS,
        "fields": _COUNT,
        "file": _TEXT,
        "updated": _or_null(_MOMENT),
        "links": _links("self", "page", "versions", "dependencies", "feed", "calendar"),
    },
    "One contract as it is now.",
)
_VERSION = _object(
    {
        "version": _TEXT,
        "status": _MAYBE,
        "released": _MOMENT | {"description": "When it came to the default branch."},
        "settled": _MOMENT | {"description": "When its file changed last under this version."},
        "settled_by": _object({"commit": _TEXT, "author": _TEXT, "summary": _TEXT}),
        "file": _TEXT,
        "blob": _TEXT | {"description": "Git's id of the file's content."},
        "previous": _MAYBE | {"description": "The version that it is compared with."},
        "changes": _COUNT,
        "breaking": _TEXTS | {"description": "What breaks readers, in English."},
        "required_bump": _BUMP,
        "links": _links("self", "page", "contract"),
    },
    "One version of a contract.",
)
_DOCUMENT: Mapping[str, Schema] = {
    "declared_form": _TEXT | {"description": "The version of the standard that the file declares."},
    "document": {
        "type": "object",
        "required": ["apiVersion", "id"],
        "description": "The contract, in the newest form of the Open Data Contract Standard.",
    },
}
_NODE: Mapping[str, Schema] = {
    "id": _TEXT,
    "kind": _TEXT,
    "name": _TEXT,
    "holder": _MAYBE,
    "major": {"type": ["integer", "null"]},
    "path": _MAYBE,
    "owner": _MAYBE,
    "page": _or_null(_LINK),
}
_EDGE = _object(
    {"source": _TEXT, "target": _TEXT, "relation": _TEXT, "confidence": _CONFIDENCE},
    "The data goes from the source to the target, each named by the id of a node.",
)
_NEIGHBOUR = _object(
    {**_NODE, "relation": _TEXT, "confidence": _CONFIDENCE, "fields": _list(_EDGE)},
    "Who is read or reads, how sure that is, and by which fields as far as that is known.",
)
_ENDING = _object(
    {
        "contract": _TEXT,
        "version": _TEXT,
        "file": _TEXT,
        "path": _MAYBE | {"description": "The element's path; null is the contract itself."},
        "kind": _TEXT,
        "domain": _MAYBE,
        "since": _DAY | {"description": "The day that Git proves."},
        "since_proven": _FLAG,
        "commit": _TEXT,
        "commit_time": _MOMENT,
        "summary": _TEXT,
        "deprecated_for_days": {"type": "integer"},
        "window": _object({"days": _COUNT, "releases": _COUNT}),
        "window_ends": _DAY,
        "first_day": _DAY | {"description": "The first day on which it may go."},
        "releases_missing": _COUNT,
        "removal": _MAYBE | {"description": "When it goes, as the contract says it."},
        "declared_day": _or_null(_DAY),
        "removal_version": _MAYBE,
        "replaced_by": _MAYBE,
        "reason": _MAYBE,
        "links": _links("contract", "page"),
    },
    "One element that is deprecated.",
)
_OF_ALL: Mapping[str, Schema] = {
    "commit": _TEXT | {"description": "The commit that the site was made at."},
    "time": _MOMENT | {"description": "The time of that commit."},
}
_FILES: Mapping[str, tuple[str, Mapping[str, Schema]]] = {
    "contracts": ("Every contract, by id", {**_OF_ALL, "contracts": _list(_SUMMARY)}),
    "contract": (
        "A contract as it is now",
        {"contract": _SUMMARY, "living_versions": _TEXTS, "versions": _TEXTS, **_DOCUMENT},
    ),
    "versions": (
        "The versions of a contract, the highest first",
        {"contract": _TEXT, "versions": _list(_VERSION)},
    ),
    "version": ("A version of a contract", {"contract": _TEXT, "version": _VERSION, **_DOCUMENT}),
    "dependencies": (
        "Whom a contract reads, and who reads it",
        {
            "contract": _TEXT,
            "upstream": _list(_NEIGHBOUR),
            "downstream": _list(_NEIGHBOUR),
            "links": _links("self", "contract"),
        },
    ),
    "lineage": (
        "Where all data come from",
        {**_OF_ALL, "nodes": _list(_object(_NODE)), "edges": _list(_EDGE)},
    ),
    "deprecations": ("What is deprecated", {**_OF_ALL, "deprecations": _list(_ENDING)}),
}


def schemas() -> Mapping[str, Schema]:
    """Return the schema of each kind of file by its name."""
    found = {name: _whole(title, told) for name, (title, told) in _FILES.items()}
    return {**found, "rules": _rules()}


def schema_assets(language: str) -> tuple[Asset, ...]:
    """Return the schemas as files."""
    return tuple(
        Asset(path=schema_file(name), data=json_file(schema) + b"\n", language=language)
        for name, schema in schemas().items()
    )


def _whole(title: str, told: Mapping[str, Schema]) -> Schema:
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": title,
        **_object(_framed(told)),
    }


def _framed(told: Mapping[str, Schema]) -> Mapping[str, Schema]:
    version: Schema = {
        "const": FORMAT,
        "description": "The version of this format; it grows when what was there changes or goes.",
    }
    return {"$schema": _LINK, "format": version, **told}


def _rules() -> Schema:
    """Return the schema of `steward explain --format json`, with what every file here has."""
    found = published_schema("catalogue")
    more = _framed(_OF_ALL)
    return {
        **found,
        "properties": {**found["properties"], **more},
        "required": [*found["required"], *more],
    }
