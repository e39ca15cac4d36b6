"""Drafts an ODCS contract from another file, and lets the reader of contracts judge the draft."""

from __future__ import annotations

import re

import yaml

from bot.adapters.importing.avro import objects_of_avro
from bot.adapters.importing.dbt import objects_of_dbt
from bot.adapters.importing.json_schema import hold_to_itself
from bot.adapters.importing.parts import Parts, not_imported
from bot.adapters.importing.specification import (
    objects_of_specification,
    promises_of_specification,
)
from bot.adapters.importing.sql import objects_of_sql
from bot.adapters.importing.tool import objects_by_tool
from bot.adapters.reading import read
from bot.adapters.yaml_reader import read_yaml
from bot.core.contract.node import MapNode
from bot.core.errors import Fault, StewardError
from bot.core.records import dataclass, replace

FORMATS = ("specification", "dbt", "jsonschema", "avro", "sql")
"""What can be taken over; JSON Schema by datacontract-cli."""
_VERSION = re.compile(rb"^([ ]*version:[ ]*)([0-9]+(?:[.][0-9]+)?)[ ]*$", re.MULTILINE)
_HEAD = 65_536
_AVRO = re.compile(rb'"type"\s*:\s*"record"')
_TABLE = re.compile(rb"\bcreate\s+(?:\w+\s+){0,5}table\b", re.IGNORECASE)
_YAML = (".yaml", ".yml")
_BEFORE_SCHEMA = ("tags", "description", "servers")
_ENDS = {".sql": "sql", ".ddl": "sql", ".avsc": "avro", ".json": "jsonschema"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """The contract to be: where it goes, and what it is called."""

    path: str
    domain: str
    name: str


def draft(data: bytes, file: str, wanted: Draft, form: str | None, dialect: str) -> bytes:
    """Return the text of a contract with what the file says, as a draft of version 0.1.0.

    Nothing is made up: owners, classifications and promises are for people to add. `form` is one
    of FORMATS; without it the file tells. Raises StewardError where the file cannot be taken over,
    and with every fault where the draft is no contract.
    """
    promises: Parts = {}
    match form or _guessed(data, file):
        case "specification":
            root = _mapping(data, file)
            objects, promises = (
                objects_of_specification(root, file),
                promises_of_specification(root),
            )
        case "dbt":
            objects = objects_of_dbt(_mapping(data, file), file)
        case "avro":
            objects = objects_of_avro(data, file)
        case "sql":
            objects = objects_of_sql(data, file, dialect)
        case _:
            hold_to_itself(data, file)
            objects = objects_by_tool(data, file)
    values: Parts = {
        "apiVersion": "v3.2.0",
        "kind": "DataContract",
        "id": f"{wanted.domain}-{wanted.name}",
        "name": wanted.name.replace("-", " ").replace("_", " ").capitalize(),
        "version": "0.1.0",
        "status": "draft",
        "domain": wanted.domain,
        **{key: promises[key] for key in _BEFORE_SCHEMA if key in promises},
        "schema": objects,
        **{key: value for key, value in promises.items() if key not in _BEFORE_SCHEMA},
    }
    text = yaml.safe_dump(values, sort_keys=False, allow_unicode=True, width=100).encode()
    try:
        read(text, wanted.path)
    except StewardError as error:
        raise StewardError(*(_of_draft(fault, file) for fault in error.faults)) from error
    return text


def _of_draft(fault: Fault, file: str) -> Fault:
    """Return what is wrong in a draft without its place, which is in no file that anybody has."""
    told = f"{file} would make no contract: {fault.message}"
    return replace(fault, message=told, where=None, excerpt="", caret=0)


def _guessed(data: bytes, file: str) -> str:
    """Return the format of a file, by its name or its first key. Raises StewardError."""
    end = re.search(r"\.[a-z]+$", file.lower())
    if end and end[0] in _ENDS:
        is_avro = end[0] == ".json" and _AVRO.search(data[:_HEAD]) is not None
        return "avro" if is_avro else _ENDS[end[0]]
    if not (end and end[0] in _YAML) and _TABLE.search(data[:_HEAD]):
        return "sql"
    root = _mapping(data, file)
    if "dataContractSpecification" in root:
        return "specification"
    if any(key in root for key in ("models", "sources", "seeds", "snapshots")):
        return "dbt"
    raise not_imported(
        f"{file} does not tell its format", f"say it with --format: {', '.join(FORMATS)}"
    )


def _mapping(data: bytes, file: str) -> MapNode:
    """Return the mapping in a YAML file. Raises StewardError with every fault.

    A version that is a number is no fault here, as it is in a contract: dbt writes `version: 2`.
    """
    return read_yaml(_VERSION.sub(rb'\1"\2"', data), file).root
