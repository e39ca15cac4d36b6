"""Validates a document against the standard that it declares."""

from __future__ import annotations

from bot.adapters.odcs.kinds import Standard, standard_of
from bot.adapters.odcs.shipped import is_valid
from bot.core.contract.node import Document, MapNode, Node, SeqNode, Step
from bot.core.errors import ErrorCode, Fault, StewardError


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
    try:
        if is_valid(standard.schema, document.root) and not faults:
            return standard, ()
    except ValueError:
        return standard, (*faults, _not_unicode(document))
    return standard, faults + _explained(document, standard, faults)


def _explained(
    document: Document, standard: Standard, known: tuple[Fault, ...]
) -> tuple[Fault, ...]:
    from bot.adapters.odcs.explanation import explain  # noqa: PLC0415  # only ever for faults

    if is_valid(standard.schema, document.root):
        return ()
    places = {fault.where for fault in known}
    return tuple(fault for fault in explain(document, standard) if fault.where not in places)


def _not_unicode(document: Document) -> Fault:
    """Return the fault of half a character, which no JSON can carry."""
    path = _broken(document.root)
    return Fault(
        ErrorCode.WRONG_VALUE,
        "a text holds half of a surrogate pair, which is not Unicode",
        "write the character itself, or its escape `\\U0001F600`",
        document.locate(path),
    )


def _broken(root: MapNode) -> tuple[Step, ...]:
    waiting: list[tuple[tuple[Step, ...], Node]] = [((), root)]
    while waiting:
        path, node = waiting.pop()
        match node:
            case MapNode():
                if any(_is_broken(key) for key in node):
                    return path
                waiting += [((*path, key), inner) for key, inner in node.items()]
            case SeqNode():
                waiting += [((*path, at), inner) for at, inner in enumerate(node)]
            case str() if _is_broken(node):
                return path
            case _:
                pass
    return ()


def _is_broken(text: str) -> bool:
    return any("\ud800" <= mark <= "\udfff" for mark in text)
