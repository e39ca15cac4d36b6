"""What the published standard says of a text, by the schemas that the product carries."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import cast

import jsonschema_rs
import yaml

Values = Mapping[str, object]

_SCHEMAS = Path(__file__).resolve().parents[2] / "bot/adapters/odcs/schemas"


class _Loader(yaml.CSafeLoader):
    """Leaves a date as the text that it is."""


_Loader.yaml_implicit_resolvers = {
    first: [(tag, pattern) for tag, pattern in pairs if not tag.endswith(":timestamp")]
    for first, pairs in yaml.CSafeLoader.yaml_implicit_resolvers.items()
}


@cache
def load(text: str) -> Values:
    """Return the mapping in the text; nobody may change it."""
    found = yaml.load(text, _Loader)  # noqa: S506  # a SafeLoader without dates
    assert isinstance(found, dict)
    return found


def faults(text: str) -> list[str]:
    """Return each fault of a text under the standard that it declares."""
    try:
        values = load(text)
    except yaml.YAMLError as error:
        return [f"not YAML: {error}"]
    standard = "odps" if values["kind"] == "DataProduct" else "odcs"
    version = str(values["apiVersion"]).removeprefix("v")
    return [
        f"{'/'.join(map(str, error.instance_path))}: {error.message}"
        for error in _validator(f"{standard}-{version}").iter_errors(values)
    ]


@cache
def _validator(name: str) -> jsonschema_rs.Draft201909Validator:
    schema = json.loads((_SCHEMAS / f"{name}.json").read_text("utf-8"))
    return jsonschema_rs.Draft201909Validator(schema)


def each(values: object, key: str) -> Iterator[Values]:
    """Yield the mappings in a list under the key."""
    items = values.get(key) if isinstance(values, Mapping) else None
    for item in items if isinstance(items, list) else ():
        if isinstance(item, Mapping):
            yield item


def texts(values: Values, key: str) -> tuple[str, ...]:
    """Return the text or texts under the key."""
    found = values.get(key, ())
    return (found,) if isinstance(found, str) else tuple(cast("list[str]", found))


def fields(values: Values, path: str = "") -> Iterator[tuple[str, Values]]:
    """Yield each object and field of a contract with its path, nested ones included."""
    for child in (*each(values, "schema"), *each(values, "properties")):
        name = f"{path}.{child['name']}" if path else str(child["name"])
        yield name, child
        yield from fields(child, name)
    items = values.get("items")
    if isinstance(items, Mapping):
        yield from fields(items, f"{path}[]")
