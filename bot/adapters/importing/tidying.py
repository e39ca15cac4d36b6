"""Mends what datacontract-cli makes of a schema: moments that it loses, and what it says twice."""

from __future__ import annotations

from collections.abc import Iterator

from bot.adapters.importing.parts import Parts

_BY_FORMAT = {"date-time": "timestamp", "date": "date", "time": "time"}


def tidied(element: Parts) -> Parts:
    """Return an object or a field, with all that is in it, as somebody would write it by hand.

    A physical name stands where it differs from the name, items have no name, and a text in the
    form of a moment is one.
    """
    parts = dict(element)
    if parts.get("physicalName") == parts.get("name"):
        parts.pop("physicalName", None)
    parts |= _typed(parts)
    if isinstance(parts.get("properties"), list):
        parts["properties"] = [tidied(one) for one in _dicts(parts["properties"])]
    if "items" in parts:
        parts["items"] = _nameless(parts, "items")
    if "map" in parts:
        parts["map"] = {side: _nameless(_dict(parts, "map"), side) for side in ("key", "value")}
    return {key: value for key, value in parts.items() if value != {}}


def _typed(parts: Parts) -> Parts:
    """Return what to write instead about the type; nothing where it is right."""
    options = dict(_dict(parts, "logicalTypeOptions"))
    by_format = _BY_FORMAT.get(str(options.get("format")))
    if by_format is None or parts.get("logicalType") != "string":
        return {}
    del options["format"]
    return {"logicalType": by_format, "logicalTypeOptions": options}


def _nameless(parts: Parts, key: str) -> Parts:
    found = tidied(_dict(parts, key))
    return {name: value for name, value in found.items() if name != "name"}


def _dict(parts: Parts, key: str) -> Parts:
    found = parts.get(key)
    return found if isinstance(found, dict) else {}


def _dicts(values: object) -> Iterator[Parts]:
    found = values if isinstance(values, list) else []
    return (one for one in found if isinstance(one, dict))
