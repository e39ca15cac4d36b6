"""Reads the shipped JSON Schemas, and compiles each one once."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path
from typing import Any, Protocol

from bot.core.contract.node import MapNode

_FOLDER = Path(__file__).with_name("schemas")

Schema = dict[str, Any]
"""A JSON Schema, or a part of one."""

NEWEST = "odcs-3.2.0"
VERSIONS = ("odcs-2.2.2", "odcs-3.0.0", "odcs-3.0.1", "odcs-3.0.2", "odcs-3.1.0", NEWEST)
"""Every shipped version of ODCS, oldest first."""
PRODUCT = "odps-1.0.0"


class Verdict(Protocol):
    """What is used of a jsonschema-rs validator."""

    def is_valid(self, instance: Any) -> bool:  # noqa: ANN401  # JSON
        """Tell whether a JSON value is valid."""
        ...

    def iter_errors(self, instance: Any) -> Any:  # noqa: ANN401  # JSON in, its own errors out
        """Iterate over what is wrong with a JSON value."""
        ...


@cache
def schema_named(name: str) -> Schema:
    """Return a shipped schema by name, such as `odcs-3.2.0`. It is shared: do not change it."""
    schema: Schema = json.loads(_text(name))
    return schema


def _text(name: str) -> str:
    return (_FOLDER / f"{name}.json").read_text("utf-8")


@cache
def validator(name: str) -> Verdict:
    """Return the compiled validator of a shipped schema.

    Formats are not asserted: they are annotations in draft 2019-09, section 7.2. Patterns are
    matched in linear time, whatever text a contract brings.
    """
    import jsonschema_rs  # noqa: PLC0415  # one of the heavy libraries

    return jsonschema_rs.validator_for(
        _text(name), validate_formats=False, pattern_options=jsonschema_rs.RegexOptions()
    )


@cache
def _pattern(pattern: str) -> Verdict:
    import jsonschema_rs  # noqa: PLC0415  # one of the heavy libraries

    return jsonschema_rs.validator_for(
        {"pattern": pattern}, pattern_options=jsonschema_rs.RegexOptions()
    )


def matches(pattern: str, text: str) -> bool:
    """Tell whether a text matches a pattern of a shipped schema."""
    return _pattern(pattern).is_valid(text)


def is_valid(name: str, root: MapNode) -> bool:
    """Tell whether a document is valid under a shipped schema."""
    return validator(name).is_valid(root)
