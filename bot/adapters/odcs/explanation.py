"""Turns what is wrong with a document into faults that a person can mend."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import islice

from bot.adapters.odcs.absences import missing_key, options_without_type
from bot.adapters.odcs.case import Case, Path
from bot.adapters.odcs.kinds import Standard
from bot.adapters.odcs.quality import quality_faults, said_here
from bot.adapters.odcs.symptoms import MOST, Symptom, symptoms
from bot.adapters.odcs.unknown_keys import unknown_key_faults
from bot.adapters.odcs.wording import by_place, shown
from bot.adapters.odcs.wrong_types import wrong_type
from bot.adapters.odcs.wrong_values import wrong_size, wrong_text, wrong_value
from bot.adapters.yaml.troubles import split_lines
from bot.core.contract.node import Document, MapNode, SeqNode
from bot.core.errors import ErrorCode, Fault

_RELATIONSHIPS = frozenset(("RelationshipSchemaLevel", "RelationshipPropertyLevel"))


def explain(document: Document, standard: Standard) -> tuple[Fault, ...]:
    """Return every fault of a document that is not valid, by line; never empty."""
    case = Case(document, standard, tuple(split_lines(document.text)))
    found = symptoms(standard.schema, document.root)
    told = (fault for symptom in _causes(case, found) for fault in _told(case, symptom))
    faults = dict.fromkeys(islice(told, MOST))
    if not faults:
        faults = dict.fromkeys(_plainly(case, symptom) for symptom in found)
    return tuple(sorted(faults, key=by_place))


def _causes(case: Case, found: tuple[Symptom, ...]) -> Iterator[Symptom]:
    """Yield the symptoms that are not just the consequence of another."""
    mistyped = {symptom.path for symptom in found if symptom.keyword == "type"}
    for symptom in found:
        if symptom.path in mistyped and symptom.keyword != "type":
            continue
        if _options_above(case, symptom.path):
            yield Symptom(symptom.path[: _options_at(symptom.path)], "options", None, None)
            continue
        yield symptom


def _options_at(path: Path) -> int:
    return max((at for at, step in enumerate(path) if step == "logicalTypeOptions"), default=-1)


def _options_above(case: Case, path: Path) -> bool:
    """Tell whether a symptom lies in options whose type is not declared: all of them fail then."""
    at = _options_at(path)
    if at < 0:
        return False
    owner = case.node(path[:at])
    return isinstance(owner, MapNode) and "logicalType" not in owner


def _told(case: Case, symptom: Symptom) -> Iterator[Fault]:
    node = symptom.node
    if case.kind(symptom.path) == "DataQuality" and isinstance(node, MapNode):
        yield from quality_faults(case, symptom.path, node)
        if symptom.keyword == "oneOf" or symptom.wanted in said_here(case, node):
            return
    match symptom.keyword:
        case "additionalProperties":
            yield from _unknown(case, symptom)
        case "oneOf":
            yield from _wrong_form(case, symptom)
        case keyword:
            yield _EXPLAINERS.get(keyword, wrong_size)(case, symptom)


def _unknown(case: Case, symptom: Symptom) -> Iterator[Fault]:
    is_rule = case.kind(symptom.path) == "DataQuality"
    hidden = said_here(case, symptom.node) if is_rule else ()
    for key, fault in unknown_key_faults(case, symptom.path):
        if key not in hidden:
            yield fault


def _where_from(case: Case, symptom: Symptom) -> Fault:
    """Return the fault of `from` in a relationship that a property holds."""
    return case.fault(
        ErrorCode.UNKNOWN_KEY,
        (*symptom.path, "from"),
        "a relationship of a property has no `from`",
        "take it out: the property itself is where the relationship comes from",
        key=True,
    )


def _wrong_form(case: Case, symptom: Symptom) -> Iterator[Fault]:
    node = symptom.node
    if case.kind(symptom.path) in _RELATIONSHIPS and isinstance(node, MapNode):
        ends = [type(node.get(end)) for end in ("from", "to")]
        if ends in ([str, SeqNode], [SeqNode, str]):
            yield case.fault(
                ErrorCode.NO_SUCH_FORM,
                symptom.path,
                "`from` and `to` must both be one reference, or both be a list of references",
                "write as many references in `to` as in `from`",
                at=(*symptom.path, "to"),
            )
        return
    yield case.fault(
        ErrorCode.NO_SUCH_FORM,
        symptom.path,
        f"this has none of the forms that {case.standard} knows here",
        "compare it with an example of the standard",
    )


def _plainly(case: Case, symptom: Symptom) -> Fault:
    """Return a fault in the words of the validator: for what has no better ones."""
    said = symptom.wanted if symptom.keyword == "other" else symptom.keyword
    return case.fault(
        ErrorCode.WRONG_VALUE,
        symptom.path,
        f"is not valid {case.standard}: {shown(str(said), 160)}",
        "compare it with an example of the standard",
    )


_EXPLAINERS: dict[str, Callable[[Case, Symptom], Fault]] = {
    "enum": wrong_value,
    "not": _where_from,
    "options": options_without_type,
    "other": _plainly,
    "pattern": wrong_text,
    "required": missing_key,
    "type": wrong_type,
}
"""By keyword; all others are bounds and sizes."""
