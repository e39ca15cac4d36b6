"""Reads a dbt `schema.yml`: its models and sources become objects, their tests become promises.

Source: dbt Core 1.10, "Model properties" and "Data tests".
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from collections.abc import Set as AbstractSet

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
_KINDS = ("models", "seeds", "snapshots")


def objects_of_dbt(root: MapNode, file: str) -> list[Parts]:
    """Return the objects of the schema. Raises StewardError where there is none."""
    tables = [table for source in items_of(root, "sources") for table in items_of(source, "tables")]
    models = [model for kind in _KINDS for model in items_of(root, kind)]
    named = [model for model in (*models, *tables) if _named(model)]
    columns = {(str(one["name"]), name) for one in named for name in _column_names(one)}
    objects = [_object(model, columns) for model in named]
    if not objects:
        raise not_imported(f"{file} has no models and no sources", "name a dbt schema.yml")
    return objects


def _named(node: MapNode) -> bool:
    return isinstance(node.get("name"), str)


def _column_names(model: MapNode) -> Iterator[str]:
    return (str(column["name"]) for column in items_of(model, "columns") if _named(column))


def _object(model: MapNode, known: AbstractSet[tuple[str, str]]) -> Parts:
    parts: Parts = {"name": model["name"], "logicalType": "object", "physicalType": "table"}
    parts |= dict(texts_of(model, "description"))
    found = (column for column in items_of(model, "columns") if _named(column))
    columns = [_column(column, known) for column in found]
    if columns:
        _put_keys(model, columns)
        parts["properties"] = columns
    return parts


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
    parts |= dict(texts_of(column, "description"))
    tags = column.get("tags")
    if isinstance(tags, SeqNode) and tags and all(isinstance(tag, str) for tag in tags):
        parts["tags"] = list(tags)
    for name, arguments in _tests(column):
        parts |= _promised(name, arguments, known)
    return parts


def _promised(name: str, arguments: MapNode, known: AbstractSet[tuple[str, str]]) -> Parts:
    """Return what a test or a constraint of a column promises."""
    match name:
        case "not_null":
            return {"required": True}
        case "unique":
            return {"unique": True}
        case "primary_key":
            return {"primaryKey": True, "required": True, "unique": True}
        case "accepted_values" if isinstance(arguments.get("values"), SeqNode):
            return {"enum": allowed(arguments["values"])}
        case "relationships":
            return _related(arguments, known)
        case _:
            return {}


def _related(arguments: MapNode, known: AbstractSet[tuple[str, str]]) -> Parts:
    """Return a reference to another model. A contract can only refer to what it describes."""
    to, field = arguments.get("to"), arguments.get("field")
    model = _REFERENCE.search(to) if isinstance(to, str) else None
    if model is None or not isinstance(field, str):
        return {}
    if (model[1], field) in known:
        return {"relationships": [{"type": "foreignKey", "to": f"{model[1]}.{field}"}]}
    return {"customProperties": [{"property": "references", "value": f"{model[1]} ({field})"}]}


def _tests(column: MapNode) -> Iterator[tuple[str, MapNode]]:
    """Yield the name and the arguments of each test and constraint of a column."""
    for key in ("tests", "data_tests"):
        found = column.get(key)
        for test in found if isinstance(found, SeqNode) else ():
            if isinstance(test, str):
                yield test, MapNode()
            elif isinstance(test, MapNode):
                for name, value in test.items():
                    inner = value if isinstance(value, MapNode) else MapNode()
                    arguments = inner.get("arguments")
                    yield name, arguments if isinstance(arguments, MapNode) else inner
    for constraint in items_of(column, "constraints"):
        for _, kind in texts_of(constraint, "type"):
            yield kind, MapNode()
