"""The use case that compares two texts of one contract; apart, since it must start at once."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from bot.core.contract.model import Contract
from bot.core.deciding import decide
from bot.core.errors import ErrorCode, Fault, Location, StewardError, failure
from bot.core.mode import Mode
from bot.core.records import dataclass
from bot.core.review import Judging, Review, review_contract

Read = Callable[[bytes, str], Contract]
"""Turns the bytes of a file, and its name for places, into a contract; raises StewardError."""

Earlier = Callable[[Contract, Contract], Sequence[Contract] | None]
"""Returns the releases before the old contract on the new one's line; None where none can tell."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Text:
    """A contract's bytes and the name under which people know them."""

    name: str
    data: bytes


def diff_texts(  # noqa: PLR0913, PLR0917  # two texts, and what they are judged by
    old: Text,
    new: Text,
    judging: Judging,
    read: Read,
    mode: Mode | None = None,
    earlier: Earlier | None = None,
) -> Review:
    """Return the review of two texts of one contract. Raises StewardError with all faults.

    `earlier` finds the releases that a transitive mode asks about. Where they cannot be known,
    what breaks between the two texts is told all the same; else it raises E312.
    """
    before, after = _read_both(old, new, read)
    known: Sequence[Contract] | None = ()
    if (mode or judging.ruleset(before)[1]).transitive:
        known = earlier(before, after) if earlier else None
    entry = review_contract(before, after, judging, mode=mode, earlier=known or ())
    if known is None and entry.compatible:
        raise _no_history(old, entry.mode)
    return Review(
        base=old.name,
        head=new.name,
        contracts=(entry,),
        registry=(),
        faults=(),
        verdict=decide((entry,), (), ()),
    )


def _read_both(old: Text, new: Text, read: Read) -> tuple[Contract, Contract]:
    faults: list[Fault] = []
    contracts: list[Contract] = []
    for text in (old, new):
        try:
            contracts.append(read(text.data, text.name))
        except StewardError as error:
            faults.extend(error.faults)
    if faults:
        raise StewardError(*dict.fromkeys(faults))
    return contracts[0], contracts[1]


def _no_history(old: Text, mode: Mode) -> StewardError:
    return failure(
        ErrorCode.NO_HISTORY,
        f"the mode {mode} asks about every earlier release, and a file alone has none",
        hint="name the old one as REVISION:PATH, such as main:contracts/orders.odcs.yaml,"
        f" or ask about the two alone: --compatibility {mode.direction}",
        where=Location(old.name),
    )
