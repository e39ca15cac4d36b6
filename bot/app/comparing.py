"""The use case that compares two texts of one contract; apart, since it must start at once."""

from __future__ import annotations

from collections.abc import Callable

from bot.core.contract.model import Contract
from bot.core.deciding import decide
from bot.core.errors import Fault, StewardError
from bot.core.mode import Mode
from bot.core.records import dataclass
from bot.core.review import Judging, Review, review_contract

Read = Callable[[bytes, str], Contract]
"""Turns the bytes of a file, and its name for places, into a contract; raises StewardError."""


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
            contracts.append(read(text.data, text.name))
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
