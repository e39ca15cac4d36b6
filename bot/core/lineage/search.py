"""Finds the element that a person means, or says what is near."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from difflib import get_close_matches

from bot.core.contract.model import Contract
from bot.core.errors import ErrorCode, StewardError, failure
from bot.core.lineage.graph import Lineage, Node, NodeKind
from bot.core.lineage.index import Ambiguous, Elements, Index, Met
from bot.core.rule import Registry

_WITH_MAJOR = re.compile(r"(?P<id>.+?)@v?(?P<major>[0-9]{1,9})(?:\.(?P<path>.+))?", re.DOTALL)
_MOST_COMPARED = 5_000
_LONGEST = 300


def find_element(lineage: Lineage, text: str) -> Node:
    """Return the contract, object, field, data product or consumer that a text names.

    Forms: `contract-id`, `contract-id.object.field`, `contract-id@2.object.field` for one of
    several majors, `domain.object.field`, `object.field` where one contract alone has it, the
    file of a contract, and the id of a data product or consumer. Raises E403 with what is near.
    """
    contracts = [found for found in lineage.documents.values() if isinstance(found, Contract)]
    plain = text.strip()
    found = _exact(lineage, plain) or _of_major(contracts, plain)
    if found is not None:
        return found
    answer = Index(Registry(contracts=tuple(contracts))).reference(plain)
    if isinstance(answer, Met):
        return answer.node
    if isinstance(answer, Ambiguous):
        told = ", ".join(f"`{name}.{plain}`" for name in answer.ids[:5])
        raise failure(
            ErrorCode.BAD_USAGE, f"`{plain}` is in several contracts", hint=f"name one: {told}"
        )
    raise _unknown(lineage, contracts, plain)


def _exact(lineage: Lineage, text: str) -> Node | None:
    """Return the document with this file, or the data product or consumer with this id."""
    name = text.removeprefix("./")
    for node, document in lineage.documents.items():
        if document.file == name:
            return node
    if text in lineage.majors:
        return None
    reader = Node(NodeKind.PRODUCT, text)
    consumer = Node(NodeKind.CONSUMER, text)
    if reader in lineage.documents:
        return reader
    return consumer if consumer in lineage.consumers else None


def _of_major(contracts: Iterable[Contract], text: str) -> Node | None:
    told = _WITH_MAJOR.fullmatch(text)
    if told is None:
        return None
    for contract in contracts:
        elements = Elements(contract)
        if contract.id == told["id"] and elements.node.major == int(told["major"]):
            return elements.find(told["path"]) if told["path"] else elements.node
    return None


def _unknown(lineage: Lineage, contracts: list[Contract], text: str) -> StewardError:
    from_here = text[:_LONGEST]
    known = [contract for contract in contracts if from_here.startswith(f"{contract.id}.")]
    names = _near(from_here, _paths(known or contracts)) or _near(from_here, _ids(lineage))
    hint = "name it as contract-id.object.field; `steward lineage` lists the contracts"
    if names:
        hint = "did you mean " + " or ".join(f"`{name}`" for name in names) + "?"
    return failure(
        ErrorCode.BAD_USAGE, f"nothing in the lineage is called `{from_here}`", hint=hint
    )


def _near(text: str, names: Iterable[str]) -> list[str]:
    some = [name for name, _ in zip(dict.fromkeys(names), range(_MOST_COMPARED), strict=False)]
    return get_close_matches(text, some, n=3)


def _paths(contracts: Iterable[Contract]) -> Iterator[str]:
    for contract in contracts:
        for path in Elements(contract).paths():
            yield f"{contract.id}.{path}"


def _ids(lineage: Lineage) -> Iterator[str]:
    yield from (node.holder for node in (*lineage.documents, *lineage.consumers))
