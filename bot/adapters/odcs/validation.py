"""Validates a document against the standard that it declares."""

from __future__ import annotations

from bot.adapters.odcs.kinds import Standard, standard_of
from bot.adapters.odcs.shipped import is_valid
from bot.adapters.odcs.wording import by_place
from bot.core.contract.node import Document
from bot.core.errors import Fault, StewardError


def validate(document: Document) -> Standard:
    """Return the standard that a document declares and obeys.

    Raises StewardError with every fault found, sorted by line, where it does not.
    """
    standard, faults = judge(document)
    if faults or standard is None:
        raise StewardError(*faults)
    return standard


def judge(document: Document) -> tuple[Standard | None, tuple[Fault, ...]]:
    """Return the standard that a document declares, and every fault found, sorted by line.

    No faults: the document is valid. No standard: there is none to judge it by, and the fault
    says why.
    """
    standard, faults = standard_of(document)
    if standard is None:
        return None, faults
    if is_valid(standard.schema, document.root):
        return standard, faults
    return standard, _explained(document, standard, faults)


def _explained(
    document: Document, standard: Standard, known: tuple[Fault, ...]
) -> tuple[Fault, ...]:
    """Return every fault, by line; what is known of a place already is not told twice."""
    from bot.adapters.odcs.explanation import explain  # noqa: PLC0415  # only ever for faults

    places = {fault.where for fault in known}
    found = (fault for fault in explain(document, standard) if fault.where not in places)
    return tuple(sorted((*known, *found), key=by_place))
