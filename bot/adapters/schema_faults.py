"""Holds a file of our own against its published JSON Schema, and explains what is wrong with it."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from difflib import get_close_matches
from functools import cache
from typing import Any

from bot.core.contract.node import Document, Step
from bot.core.errors import ErrorCode, Fault
from bot.core.wording import listing

_WANTED = {
    "string": "a text",
    "integer": "a whole number",
    "boolean": "true or false",
    "array": "a list",
    "object": "keys with values",
}
_THING = {ErrorCode.BAD_SETTINGS: "setting", ErrorCode.BAD_WAIVER: "key of a waiver"}
_SCHEMA = {
    ErrorCode.BAD_SETTINGS: "; see `steward config --schema`",
    ErrorCode.BAD_WAIVER: "; see `steward config --schema waivers`",
}
_MOST_SHOWN = 40
_LONGEST = 60


@cache
def published_schema(name: str) -> dict[str, Any]:
    """Return a JSON Schema of `bot/schemas`, as published. It is shared: do not change it."""
    from importlib import resources  # noqa: PLC0415  # takes long to load, and few commands ask

    text = resources.files("bot").joinpath(f"schemas/{name}.schema.json").read_text("utf-8")
    schema: dict[str, Any] = json.loads(text)
    return schema


def schema_faults(document: Document, schema: dict[str, Any], code: ErrorCode) -> list[Fault]:
    """Return what a document has against a schema: every fault, with its place and a hint."""
    import jsonschema_rs  # noqa: PLC0415  # no file, no need

    if jsonschema_rs.validator_for(schema).is_valid(document.root):
        return []
    from jsonschema import Draft202012Validator  # noqa: PLC0415  # 70 ms, and only for faults

    found: list[Fault] = []
    for error in Draft202012Validator(schema).iter_errors(document.root):
        found.extend(_explained(error, document, code))
    return found


def fault_at(  # noqa: PLR0913  # a fault with the place it is found at
    document: Document,
    path: Iterable[Step],
    message: str,
    hint: str,
    *,
    key: bool = False,
    code: ErrorCode = ErrorCode.BAD_SETTINGS,
) -> Fault:
    """Return a fault at a node of a document; at its key where `key` is set."""
    where = document.locate([*path], key=key)
    return Fault(code, message, hint, where, document.line(where.line))


def meant(word: str, known: Iterable[str]) -> str:
    """Return the hint that names the word that was meant, else those that are known."""
    words = [*known]
    near = get_close_matches(word, words, n=1, cutoff=0.6)
    return f"did you mean `{near[0]}`?" if near else f"known here: {', '.join(words[:_MOST_SHOWN])}"


def by_line(fault: Fault) -> tuple[int, int, str]:
    """Sort faults by their place."""
    where = fault.where
    return (where.line, where.column, fault.message) if where else (0, 0, fault.message)


def _explained(
    error: Any,  # noqa: ANN401  # imported late
    document: Document,
    code: ErrorCode,
) -> Iterator[Fault]:
    path = list(error.absolute_path)
    if error.validator == "additionalProperties":
        known = list(error.schema.get("properties", ()))
        for key in error.instance:
            if key not in known:
                told = f"`{key}` is no {_THING.get(code, 'key here')}", meant(key, known)
                yield fault_at(document, [*path, key], *told, key=True, code=code)
        return
    name = ".".join(str(entry) for entry in path) or "the file"
    message, hint = _told(error, name)
    more = _SCHEMA.get(code, "") if error.validator == "type" else ""
    yield fault_at(document, path, message, f"{hint}{more}", code=code)


def _told(error: Any, name: str) -> tuple[str, str]:  # noqa: ANN401, C901, PLR0911  # one for each keyword
    wanted, given = error.validator_value, error.instance
    match error.validator:
        case "enum":
            allowed = [str(value) for value in wanted]
            return f"`{name}` cannot be `{_short(given)}`", meant(str(given), allowed)
        case "required":
            missing = [key for key in wanted if key not in given]
            return f"`{name}` has no {listing(missing)}", "add the key"
        case "type":
            return f"`{name}` has the wrong form", f"give it {_WANTED.get(str(wanted), wanted)}"
        case "minimum" | "maximum":
            bound = "at least" if error.validator == "minimum" else "at most"
            return f"`{name}` cannot be {given}", f"give it {bound} {wanted}"
        case "minItems" | "minLength":
            return f"`{name}` is empty", "write at least one, or leave the key out"
        case "uniqueItems":
            return f"`{name}` names one thing twice", "delete one of the two"
        case "maxLength":
            return f"`{name}` is too long", f"give it at most {wanted} characters"
        case "anyOf" if all([*part] == ["required"] for part in wanted):
            keys = [key for part in wanted for key in part["required"]]
            return f"`{name}` has none of {listing(keys)}", "add one of them"
        case _:
            told = error.schema.get("description", "see the schema").rstrip(".")
            return f"`{name}` cannot be `{_short(given)}`", f"what it takes: {told}"


def _short(value: object) -> str:
    text = value if isinstance(value, str) else json.dumps(value, ensure_ascii=False, default=str)
    return text if len(text) <= _LONGEST else f"{text[:_LONGEST]}…"
