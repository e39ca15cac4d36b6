"""Mends what datacontract-cli makes of a schema: types that it loses, and what it says twice."""

from __future__ import annotations

from collections.abc import Iterator

from bot.adapters.importing.parts import Parts, logical_type

_SAID_BY_THE_TYPE = ("precision", "scale")
_BY_FORMAT = {"date-time": "timestamp", "date": "date", "time": "time"}
_SERIAL = ("bigserial", "serial", "smallserial")


def tidied(element: Parts) -> Parts:
    """Return an object or a field, with all that is in it, as somebody would write it by hand.

    Digits stand in the physical type alone, a physical name where it differs from the name, and
    items have no name. Arrays, serial numbers and times of day have the type that they hold.
    """
    parts = {key: value for key, value in element.items() if key != "customProperties"}
    kept = [one for one in _dicts(element.get("customProperties")) if not _is_noise(one)]
    parts |= {"customProperties": kept} if kept else {}
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
    physical = parts.get("physicalType")
    if not isinstance(physical, str):
        return {}
    told: Parts = {"physicalType": physical.replace(", ", ",")}
    options = dict(_dict(parts, "logicalTypeOptions"))
    by_format = _BY_FORMAT.get(str(options.get("format")))
    if by_format and parts.get("logicalType") == "string":
        del options["format"]
        return told | {"logicalType": by_format, "logicalTypeOptions": options}
    if physical.endswith("[]"):
        inner = physical.removesuffix("[]")
        word = logical_type(inner)
        item = {"logicalType": word} if word else {}
        told |= {"logicalType": "array", "items": item | {"physicalType": inner}}
        return told | {"logicalTypeOptions": {}}
    if physical.lower() in _SERIAL:
        return told | {"logicalType": "integer"}
    return told


def _nameless(parts: Parts, key: str) -> Parts:
    found = tidied(_dict(parts, key))
    return {name: value for name, value in found.items() if name != "name"}


def _is_noise(custom: Parts) -> bool:
    return custom.get("property") in _SAID_BY_THE_TYPE


def _dict(parts: Parts, key: str) -> Parts:
    found = parts.get(key)
    return found if isinstance(found, dict) else {}


def _dicts(values: object) -> Iterator[Parts]:
    found = values if isinstance(values, list) else []
    return (one for one in found if isinstance(one, dict))
