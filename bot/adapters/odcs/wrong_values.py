"""Explains values outside of a closed list, a pattern or a bound."""

from __future__ import annotations

import difflib

from bot.adapters.odcs.case import Case, Path
from bot.adapters.odcs.symptoms import Symptom, identity
from bot.adapters.odcs.wording import listed, shown, spelled, thing
from bot.core.contract.node import Node, SeqNode
from bot.core.contract.old_quality import METRICS
from bot.core.contract.synonyms import logical_type_among
from bot.core.errors import ErrorCode, Fault

_CLOSE = 0.7
_VALUES: dict[tuple[str, str], dict[str, str]] = {
    ("DataQuality", "type"): {
        "predefined": "library",
        "dataquality": "library",
        "standard": "library",
        "query": "sql",
        "description": "text",
    },
    ("DataQuality", "dimension"): {
        "validity": "conformity",
        "valid": "conformity",
        "integrity": "consistency",
        "freshness": "timeliness",
        "latency": "timeliness",
        "currency": "timeliness",
        "correctness": "accuracy",
        "volume": "coverage",
    },
    ("DataQuality", "metric"): METRICS,
    ("Server", "type"): {
        "mssql": "sqlserver",
        "azuresql": "sqlserver",
        "pg": "postgresql",
        "postgre": "postgresql",
        "adls": "azure",
        "abfss": "azure",
        "blob": "azure",
        "bq": "bigquery",
        "spark": "databricks",
        "deltalake": "databricks",
        "confluent": "kafka",
        "file": "local",
        "rest": "api",
    },
}


_CATCH_ALL = {
    "Server": "a server of any other kind is `type: custom`",
    "DataQuality": (
        "a rule for another tool is `type: custom`, with `engine` and `implementation`"
    ),
}


def wrong_value(case: Case, symptom: Symptom) -> Fault:
    """Return the fault of a value that is not on the closed list of its key."""
    statement = f"{spelled(symptom.node)} is not one of {listed(symptom.wanted)}"
    hint = _value_hint(case, symptom.path, symptom.node, tuple(symptom.wanted))
    return case.fault(ErrorCode.WRONG_VALUE, symptom.path, statement, hint)


def _value_hint(case: Case, path: Path, node: Node, allowed: tuple[str, ...]) -> str:
    text = node if isinstance(node, str) else ""
    return (
        _placeholder(text, allowed)
        or _respelled(text, allowed)
        or _since(case, path, text, allowed)
        or _logical(path, text, allowed)
        or _synonym(case, path, text, allowed)
        or _close(text, allowed)
        or _catch_all(case, path)
        or f"write {listed(allowed)}"
    )


def _placeholder(text: str, allowed: tuple[str, ...]) -> str | None:
    if "{" not in text and "__" not in text:
        return None
    return f"this looks like a placeholder of a template: put the value in, such as `{allowed[0]}`"


def _respelled(text: str, allowed: tuple[str, ...]) -> str | None:
    return next((f"write `{name}`" for name in allowed if _plain(name) == _plain(text)), None)


def _plain(text: str) -> str:
    return text.strip().lower().replace("_", "").replace("-", "").replace(" ", "")


def _since(case: Case, path: Path, text: str, allowed: tuple[str, ...]) -> str | None:
    for version, place in case.later(path):
        if text in place.values():
            instead = logical_type_among(text, allowed) if path[-1] == "logicalType" else None
            return (
                f"`{shown(text)}` came with {version}; this file declares"
                f" {case.standard.declared}: raise `apiVersion`"
                + (f", or write `{instead}`" if instead else "")
            )
    return None


def _logical(path: Path, text: str, allowed: tuple[str, ...]) -> str | None:
    instead = logical_type_among(text, allowed) if path[-1:] == ("logicalType",) else None
    if instead is None:
        return None
    physical = f"`physicalType: {shown(text, 40)}`"
    return f"write `logicalType: {instead}`; the database's own type goes into {physical}"


def _synonym(case: Case, path: Path, text: str, allowed: tuple[str, ...]) -> str | None:
    place = (case.kind(path[:-1]), str(path[-1]) if path else "")
    known = _VALUES.get(place, {}).get(_plain(text))
    if known in allowed:
        return f"did you mean `{known}`?"
    if place == ("DataQuality", "type") and _plain(text) in METRICS:
        return f"did you mean `type: library`, with `metric: {METRICS[_plain(text)]}`?"
    return None


def _close(text: str, allowed: tuple[str, ...]) -> str | None:
    found = difflib.get_close_matches(text[:60], allowed, 1, _CLOSE)
    return f"did you mean `{found[0]}`?" if found else None


def _catch_all(case: Case, path: Path) -> str | None:
    if path[-1:] != ("type",):
        return None
    return _CATCH_ALL.get(case.kind(path[:-1]))


def wrong_text(case: Case, symptom: Symptom) -> Fault:
    """Return the fault of a text that has not the form that its key asks for."""
    key = next((str(step) for step in reversed(symptom.path) if isinstance(step, str)), "")
    statement = f"{spelled(symptom.node)} {_FORMS.get(key, _FORMS[''])[0]}"
    return case.fault(
        ErrorCode.WRONG_VALUE, symptom.path, statement, _FORMS.get(key, _FORMS[""])[1]
    )


_REFERENCE = (
    "is not a reference to a field",
    "write `object.field`, such as `customers.id`, or `schema/customers/properties/id` with ids",
)
_FORMS = {
    "id": (
        "cannot be an id",
        "use letters, digits, `-` and `_`: no spaces, and none of `. # / \\ @ ! % & ^`",
    ),
    "to": _REFERENCE,
    "from": _REFERENCE,
    "location": ("is not an SFTP address", "write `sftp://host/path`"),
    "apiVersion": ("is not a version of the standard", "write it as `v2.2.2`"),
    "": ("has not the form that the standard asks for", "see the standard for the form"),
}


def wrong_size(case: Case, symptom: Symptom) -> Fault:
    """Return the fault of a number or a list that is too small, too big or not distinct."""
    node, wanted, path = symptom.node, symptom.wanted, symptom.path
    match symptom.keyword:
        case "minItems" if isinstance(node, SeqNode) and not node:
            said = ("is an empty list", "give it at least one entry, or take it out")
        case "minItems" | "maxItems" if isinstance(node, SeqNode):
            many = "1 entry" if len(node) == 1 else f"{len(node)} entries"
            said = (f"has {many}, {wanted} are wanted", "write `[lowest, highest]`")
        case "uniqueItems":
            index = _first_repeat(node)
            path = (*path, index)
            said = ("stands in the list twice", "take one of the two out")
        case "minimum":
            said = (f"{spelled(node)} is less than {wanted}", f"write {wanted} or more")
        case "exclusiveMinimum":
            said = (f"{spelled(node)} is not more than {wanted}", f"write more than {wanted}")
        case _:
            kind = thing(case.kind(path), case.whole)
            said = (f"is not as {case.standard} wants {kind}", "see the standard for its form")
    return case.fault(ErrorCode.WRONG_VALUE, path, *said)


def _first_repeat(node: Node) -> int:
    """Return the index of the first entry that stands in the list before."""
    seen: set[str] = set()
    for at, entry in enumerate(node if isinstance(node, SeqNode) else ()):
        if identity(entry) in seen:
            return at
        seen.add(identity(entry))
    return 0
