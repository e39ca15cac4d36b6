"""The published JSON Schemas, and what a JSON text has against one."""

from __future__ import annotations

import json
from functools import cache
from typing import Any

from jsonschema import Draft202012Validator

from tests.conftest import ROOT

NAMES = ("review", "lint", "catalogue")


@cache
def schema(name: str) -> dict[str, Any]:
    """Return the schema of that name."""
    text = (ROOT / f"bot/schemas/{name}.schema.json").read_text("utf-8")
    found: dict[str, Any] = json.loads(text)
    return found


def complaints(name: str, text: str) -> list[str]:
    """Return what the schema of that name has against a JSON text."""
    found = Draft202012Validator(schema(name)).iter_errors(json.loads(text))
    return [f"{error.json_path}: {error.message}" for error in found]
