"""Makes the schema files that the product ships from the official JSON Schemas.

Usage: python tools/strip_schemas.py OFFICIAL_DIR OUT_DIR

Only what decides validity is kept. The words of the standard (titles, descriptions, examples)
stay with the standard; `$comment` at the top names it and its licence.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any

SOURCES = {
    "odcs-2.2.2.json": "odcs-json-schema-v2.2.2.json",
    "odcs-3.0.0.json": "odcs-json-schema-v3.0.0.json",
    "odcs-3.0.1.json": "odcs-json-schema-v3.0.1.json",
    "odcs-3.0.2.json": "odcs-json-schema-v3.0.2.json",
    # docs/en/decisions/odcs-3.1.0-schema.md says why this one
    "odcs-3.1.0.json": "odcs-json-schema-v3.1.0-rolling-2026-10.json",
    "odcs-3.2.0.json": "odcs-json-schema-v3.2.0.json",
    "odps-1.0.0.json": "odps-json-schema-v1.0.0.json",
}
"""What is shipped, and the official file it is made from."""

_STANDARDS = {
    "odcs": "Open Data Contract Standard (ODCS)",
    "odps": "Open Data Product Standard (ODPS)",
}
_ANNOTATIONS = frozenset(("title", "description", "examples", "$comment"))
_NAMED_SCHEMAS = frozenset(("properties", "patternProperties", "dependentSchemas", "$defs"))
_VALUES = frozenset(("const", "default", "enum", "required", "type"))


def stripped(schema: Any) -> Any:  # noqa: ANN401  # any JSON value may stand in a schema
    """Return a schema without its annotations; a property that has such a name is kept."""
    if isinstance(schema, list):
        return [stripped(entry) for entry in schema]
    if not isinstance(schema, dict):
        return schema
    return {
        keyword: _kept(keyword, value)
        for keyword, value in schema.items()
        if keyword not in _ANNOTATIONS
    }


def _kept(keyword: str, value: Any) -> Any:  # noqa: ANN401  # as above
    if keyword in _VALUES:
        return value
    if keyword in _NAMED_SCHEMAS:
        return {name: stripped(schema) for name, schema in value.items()}
    return stripped(value)


def shipped_text(name: str, official: str) -> str:
    """Return the text of a shipped file, from its name and the text of the official one."""
    standard, version = name.removesuffix(".json").split("-")
    schema = stripped(json.loads(official))
    schema["$comment"] = (
        f"{_STANDARDS[standard]} v{version} by Bitol, Linux Foundation AI & Data."
        " Licence: Apache-2.0. Structure only: titles, descriptions and examples are left out."
    )
    return json.dumps(schema, sort_keys=True, separators=(",", ":"), ensure_ascii=True) + "\n"


def main(official_dir: Path, out_dir: Path) -> None:
    """Write every shipped file into a folder."""
    for name, source in SOURCES.items():
        text = shipped_text(name, (official_dir / source).read_text("utf-8"))
        (out_dir / name).write_text(text, "utf-8")


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
