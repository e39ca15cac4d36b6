"""Reads a dbt `schema.yml`: its models and sources become objects, their tests become promises.

Source: dbt Core 1.10, "Model properties" and "Data tests".
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from collections.abc import Set as AbstractSet

from bot.adapters.importing.dbt_tests import (
    Test,
    constraints_of,
    kept,
    of_model,
    range_of,
    tests_of,
)
from bot.adapters.importing.parts import (
    Parts,
    allowed,
    items_of,
    logical_type,
    not_imported,
    texts_of,
)
from bot.core.contract.node import MapNode, SeqNode

# ref('model'), ref('package', 'model') and source('source', 'table'): the last name is the model.
_REFERENCE = re.compile(r"""["']([^"']{1,200})["'](?:, *v(?:ersion)? *= *[0-9]+)? *\)""")
# Text that dbt fills in when it runs: nobody knows here what it will be.
_FILLED_IN = re.compile(r"\{\{|\{%")
_KINDS = ("models", "seeds", "snapshots")


def objects_of_dbt(root: MapNode, file: str) -> list[Parts]:
    """Return the objects of the schema. Raises StewardError where there is none."""
    tables = [
        (table, _place(source, table))
        for source in items_of(root, "sources")
        for table in items_of(source, "tables")
    ]
    models: list[tuple[MapNode, Parts]] = [
        (model, {}) for kind in _KINDS for model in items_of(root, kind)
    ]
    named = [(model, place) for model, place in (*models, *tables) if _named(model)]
    columns = {(str(one["name"]), name) for one, _ in named for name in _column_names(one)}
    objects = [_object(model, place, columns) for model, place in named]
    if not objects:
        raise not_imported(f"{file} has no models and no sources", "name a dbt schema.yml")
    return objects


def _named(node: MapNode) -> bool:
    return isinstance(node.get("name"), str)


def _column_names(model: MapNode) -> Iterator[str]:
    return (str(column["name"]) for column in items_of(model, "columns") if _named(column))


def _place(source: MapNode, table: MapNode) -> Parts:
    """Return where a table of a source lies: the schema is the source's name where none is told."""
    told = [
        source.get("database"),
        source.get("schema", source.get("name")),
        table.get("identifier", table.get("name")),
    ]
    words = [word for word in told if word is not None]
    texts = [word for word in words if isinstance(word, str) and not _FILLED_IN.search(word)]
    return {"physicalName": ".".join(texts)} if len(texts) == len(words) else {}


def _object(model: MapNode, place: Parts, known: AbstractSet[tuple[str, str]]) -> Parts:
    parts: Parts = {"name": model["name"], "logicalType": "object", "physicalType": "table"}
    parts |= place | _described(model) | of_model(model)
    found = (column for column in items_of(model, "columns") if _named(column))
    columns = [_column(column, known) for column in found]
    if columns:
        _put_keys(model, columns)
        parts["properties"] = columns
    return parts


def _described(node: MapNode) -> Parts:
    """Return the description and the tags of a model or a column."""
    parts: Parts = {
        key: text for key, text in texts_of(node, "description") if not _FILLED_IN.search(text)
    }
    config = node.get("config")
    places = (node, config) if isinstance(config, MapNode) else (node,)
    tags = [tag for place in places for tag in _tags(place)]
    return parts | ({"tags": list(dict.fromkeys(tags))} if tags else {})


def _tags(node: MapNode) -> Iterator[str]:
    found = node.get("tags")
    told = found if isinstance(found, SeqNode) else (found,)
    return (tag for tag in told if isinstance(tag, str))


def _put_keys(model: MapNode, columns: list[Parts]) -> None:
    """Put the key that a constraint of the whole model names into its columns, in its order."""
    for constraint in items_of(model, "constraints"):
        names = constraint.get("columns")
        if constraint.get("type") == "primary_key" and isinstance(names, SeqNode):
            by_name = {column["name"]: column for column in columns}
            for position, name in enumerate(names, 1):
                if isinstance(name, str) and name in by_name:
                    key: Parts = {"primaryKey": True, "primaryKeyPosition": position}
                    by_name[name] |= {**key, "required": True}


def _column(column: MapNode, known: AbstractSet[tuple[str, str]]) -> Parts:
    parts: Parts = {"name": column["name"]}
    for _, physical in texts_of(column, "data_type"):
        logical = logical_type(physical)
        parts |= {"logicalType": logical} if logical else {}
        parts["physicalType"] = physical
    parts |= _described(column)
    for test in (*tests_of(column), *constraints_of(column)):
        _promise(parts, test, known)
    return parts


def _promise(parts: Parts, test: Test, known: AbstractSet[tuple[str, str]]) -> None:
    """Put what a test or a constraint promises into the parts of its column."""
    promised = _promised(test, known) if test.is_of_every_row else None
    within = range_of(test, parts.get("logicalType")) if promised is None else None
    quality = parts.get("quality", [])
    if promised is not None:
        parts |= promised
    elif within is not None and "logicalTypeOptions" not in parts:
        parts |= within
    elif not test.is_constraint and isinstance(quality, list):
        parts["quality"] = [*quality, kept(test)]


def _promised(test: Test, known: AbstractSet[tuple[str, str]]) -> Parts | None:
    """Return what ODCS has a word of its own for, None where it has none."""
    match test.name:
        case "not_null":
            return {"required": True}
        case "unique":
            return {"unique": True}
        case "primary_key":
            return {"primaryKey": True, "required": True, "unique": True}
        case "accepted_values" if isinstance(test.arguments.get("values"), SeqNode):
            return {"enum": allowed(test.arguments["values"])}
        case "relationships":
            return _related(test.arguments, known)
        case _:
            return None


def _related(arguments: MapNode, known: AbstractSet[tuple[str, str]]) -> Parts:
    """Return a reference to another model. A contract can only refer to what it describes."""
    to, field = arguments.get("to"), arguments.get("field")
    model = _REFERENCE.search(to) if isinstance(to, str) else None
    if model is None or not isinstance(field, str):
        return {}
    if (model[1], field) in known:
        return {"relationships": [{"type": "foreignKey", "to": f"{model[1]}.{field}"}]}
    return {"customProperties": [{"property": "references", "value": f"{model[1]} ({field})"}]}
