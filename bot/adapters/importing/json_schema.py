"""Looks at a JSON Schema before anything runs on it: it is one, and it needs no other."""

from __future__ import annotations

import json
from collections.abc import Iterator
from urllib.parse import unquote

from bot.adapters.importing.parts import not_imported
from bot.core.errors import StewardError
from bot.core.text import shortened

_REFERENCES = ("$ref", "$dynamicRef", "$recursiveRef")


def hold_to_itself(data: bytes, file: str) -> None:
    """Raise StewardError where the bytes are no JSON Schema with fields, or one that needs others.

    Nothing is fetched for a schema, and what a reference misses would become a field of any type.
    """
    try:
        schema = json.loads(data)
    except (ValueError, RecursionError) as error:
        raise not_imported(f"{file} is no JSON", "name a file with a JSON Schema") from error
    if not isinstance(schema, dict):
        raise not_imported(f"{file} has no object at its top", "name a file with a JSON Schema")
    for target in _targets(schema):
        if not target.startswith("#"):
            raise not_imported(
                f"{file} refers to `{target[:200]}`, which lies outside it",
                "write what it refers to into the file, under `$defs`",
            )
        if not _is_there(schema, target):
            raise not_imported(
                f"{file} refers to `{target[:200]}`, which is not in it",
                "correct the reference, or add what it names under `$defs`",
            )
    _hold_to_its_standard(schema, file)


def _hold_to_its_standard(schema: dict[str, object], file: str) -> None:
    from jsonschema.exceptions import SchemaError  # noqa: PLC0415  # one format's only
    from jsonschema.validators import validator_for  # noqa: PLC0415  # as above

    try:
        validator_for(schema).check_schema(schema)
    except SchemaError as error:
        raise _broken(file, error.json_path, error.message) from error
    except RecursionError as error:
        raise _broken(file, "$", "it is nested too deep") from error


def _broken(file: str, place: str, message: str) -> StewardError:
    told = f"{file} is no JSON Schema: {shortened(place, 100)}: {shortened(message, 200)}"
    return not_imported(told, "correct it there")


def _targets(schema: dict[str, object]) -> Iterator[str]:
    """Yield what is referred to anywhere in the schema."""
    pending: list[object] = [schema]
    while pending:
        value = pending.pop()
        if isinstance(value, dict):
            yield from (value[key] for key in _REFERENCES if isinstance(value.get(key), str))
        if isinstance(value, dict | list):
            pending.extend(value.values() if isinstance(value, dict) else value)


def _is_there(schema: dict[str, object], target: str) -> bool:
    """Tell whether a JSON Pointer leads somewhere; of a name that a part gives itself, yes."""
    if target != "#" and not target.startswith("#/"):
        return True
    value: object = schema
    for step in unquote(target).split("/")[1:]:
        key = step.replace("~1", "/").replace("~0", "~")
        if isinstance(value, list) and key.isdecimal() and int(key[:9]) < len(value):
            value = value[int(key[:9])]
        elif isinstance(value, dict) and key in value:
            value = value[key]
        else:
            return False
    return True
