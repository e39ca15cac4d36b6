"""Which elements of a contract go with a change, and which removals it announces."""

from __future__ import annotations

from collections.abc import Iterator

from bot.core.contract.model import Contract, Element, EnumValue
from bot.core.deprecation.elements import Entry, entries
from bot.core.deprecation.standing import standing_of
from bot.core.diff.changes import Change, Changed, Kind, Removed, Renamed, RenamedBy
from bot.core.diff.walk import diff
from bot.core.phases import Phase, likely_phase
from bot.core.records import dataclass

_KINDS = (Kind.OBJECT, Kind.FIELD, Kind.ENUM_VALUE)


@dataclass(frozen=True, slots=True)
class Going:
    """An element of the old contract that the new one lacks, and what held it in the new one."""

    entry: Entry
    holder: Element | None


def going(old: Contract, new: Contract | None) -> tuple[Going, ...]:
    """Return what goes: the whole contract, or elements of it; nothing once it is retired.

    A field or object that the data carry under another name has gone under its old one: who
    selects it fails. What went with an object is not told apart from it, and an allowed value
    under another id is still allowed.
    """
    if likely_phase(old.status) is Phase.RETIRED:
        return ()
    if new is None or likely_phase(new.status) is Phase.RETIRED:
        return (Going(next(entries(old)), new),)
    gone = {
        id(element): change.place.owner_after
        for change in diff(old, new)
        if (element := _gone(change)) is not None
    }
    if not gone:
        return ()
    kept = {entry.flag.names for entry in entries(new)}
    return tuple(
        Going(entry, gone[id(entry.element)])
        for entry in entries(old)
        if id(entry.element) in gone and entry.flag.names not in kept
    )


def _gone(change: Change) -> Element | None:
    """Return the old element that readers no longer find, None for any other change."""
    match change:
        case Removed(place, element) if place.kind in _KINDS:
            return element
        case Renamed(place, before) if place.kind in _KINDS:
            same_data = change.keeps_data_name or change.by is RenamedBy.CASE
            return None if same_data else before
        case Changed(before=EnumValue() as before, attribute="value"):
            return before
        case _:
            return None


def announced(old: Contract | None, new: Contract) -> Iterator[Entry]:
    """Yield the deprecated elements of the new contract whose day of removal was set or changed."""
    found = [each for each in entries(new) if each.flag.told.flagged and each.flag.told.removal]
    if not found:
        return
    before = {} if old is None else {entry.flag.names: entry for entry in entries(old)}
    known = None if old is None else standing_of(old, before.values())
    for entry in found:
        flag = entry.flag
        names = None if known is None else known.find(flag.names, flag.ids)
        twin = None if names is None else before[names].flag.told
        if twin is None or not twin.flagged or twin.removal != flag.told.removal:
            yield entry
