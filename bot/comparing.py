"""The use case that compares two texts of one contract; apart, since it must start at once."""

from __future__ import annotations

from collections.abc import Callable

from bot.core.contract.model import Contract, DataProduct
from bot.core.errors import ErrorCode, Fault, Location, StewardError
from bot.core.mode import Mode
from bot.core.records import dataclass
from bot.core.review import Judging, Review, decide, review_contract

Read = Callable[[bytes, str], Contract | DataProduct]
"""Turns the bytes of a file, and its name for places, into a document; raises StewardError."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Text:
    """A contract's bytes and the name under which people know them."""

    name: str
    data: bytes


def diff_texts(
    old: Text, new: Text, judging: Judging, read: Read, mode: Mode | None = None
) -> Review:
    """Return the review of two texts of one contract. Raises StewardError with all faults."""
    faults: list[Fault] = []
    contracts: list[Contract] = []
    for text in (old, new):
        try:
            contracts.append(_contract(read(text.data, text.name), text.name))
        except StewardError as error:
            faults.extend(error.faults)
    if faults:
        raise StewardError(*dict.fromkeys(faults))
    entry = review_contract(contracts[0], contracts[1], judging, mode=mode)
    return Review(
        base=old.name,
        head=new.name,
        contracts=(entry,),
        registry=(),
        faults=(),
        verdict=decide((entry,), (), ()),
    )


def _contract(found: Contract | DataProduct, name: str) -> Contract:
    if isinstance(found, Contract):
        return found
    raise StewardError(
        Fault(
            ErrorCode.NOT_A_CONTRACT,
            "this is a data product (ODPS), not a contract",
            "name a file with `kind: DataContract`",
            Location(name),
        )
    )
