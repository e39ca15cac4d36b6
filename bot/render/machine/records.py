"""Findings, faults and places as JSON objects, and how JSON is written."""

from __future__ import annotations

import json
import math

from bot.core.errors import Fault, Location
from bot.core.finding import Finding, Witness
from bot.core.waiver import Waiver
from bot.render.escape import json_text

FORMAT = 1
"""The version of the JSON formats; it grows when something that was there changes or goes."""

Record = dict[str, object]


def written(record: Record) -> str:
    """Return the record as JSON text: two spaces for each level, a line end at the end.

    What does not print is escaped, so that a terminal may show it.
    """
    return json_text(json.dumps(record, indent=2, ensure_ascii=False, allow_nan=False)) + "\n"


def value(found: object) -> object:
    """Return a value of a contract as JSON can hold it (RFC 8259 has no NaN and no infinity)."""
    match found:
        case None | bool() | int() | str():
            return found
        case float():
            return found if math.isfinite(found) else str(found)
        case dict():
            return {str(key): value(entry) for key, entry in found.items()}
        case list() | tuple():
            return [value(entry) for entry in found]
        case _:
            return str(found)


def finding_record(finding: Finding) -> Record:
    """Return a finding with everything that is known of it."""
    return {
        "rule": finding.rule,
        "name": finding.name,
        "weight": finding.weight.word,
        "effect": str(finding.effect),
        "plane": str(finding.plane),
        "confidence": str(finding.confidence),
        "contract": finding.contract,
        "path": finding.path,
        "before": value(finding.before),
        "after": value(finding.after),
        "message": finding.message,
        "hint": finding.hint,
        "locations": {
            "base": location_record(finding.base),
            "head": location_record(finding.head),
        },
        "fingerprint": finding.fingerprint,
        "witness": _witness(finding.witness),
        "bump": finding.bump.word,
        "release": finding.release,
        "impacted": list(finding.impacted),
        "waiver": _waiver(finding.waiver),
    }


def location_record(place: Location | None) -> Record | None:
    """Return a place, or nothing where there is none."""
    if place is None:
        return None
    return {"file": place.file, "line": place.line, "column": place.column}


def _waiver(waiver: Waiver | None) -> Record | None:
    if waiver is None:
        return None
    return {
        "reason": waiver.reason,
        "owner": waiver.owner,
        "expires": str(waiver.expires),
        "location": location_record(waiver.where),
    }


def _witness(witness: Witness | None) -> Record | None:
    if witness is None:
        return None
    return {
        "row": value(witness.row),
        "valid_under": witness.valid_under,
        "violates": witness.violates,
    }


def fault_record(fault: Fault) -> Record:
    """Return a fault of reading."""
    return {
        "code": str(fault.code),
        "name": fault.code.name.lower().replace("_", "-"),
        "message": fault.message,
        "hint": fault.hint,
        "location": location_record(fault.where),
    }
