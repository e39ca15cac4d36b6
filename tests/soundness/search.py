"""Searches for rows that show that two contracts are not compatible after all."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from tests.soundness.oracle import PLAIN, Reading, admits, as_field, distinct, lost, project
from tests.soundness.rows import couples, has_sets, rows_of
from tests.soundness.shapes import Document, Field


@dataclass(frozen=True, slots=True)
class Counterexample:
    """Rows valid under the contract that wrote them and not under the one that reads them."""

    object: str
    rows: tuple[Any, ...]
    seen: tuple[Any, ...]
    reading: Reading

    def __str__(self) -> str:
        return f"{self.object}: rows {self.rows} are read as {self.seen} ({self.reading})"


def counterexample(
    writer: Document, reader: Document, reading: Reading = PLAIN
) -> Counterexample | None:
    """Return rows made under the writer's contract that the reader's does not admit."""
    after = {reading.key(obj): obj for obj in reader.get("schema", ())}
    for own in writer.get("schema", ()):
        other = after.get(reading.key(own))
        found = None if other is None else _between(own, other, reading)
        if found:
            return found
    return None


def _between(own: Field, other: Field, reading: Reading) -> Counterexample | None:
    target, rows = as_field(other), rows_of(own, other, reading)
    seen = [project(target, row, reading) for row in rows]
    for row, read in zip(rows, seen, strict=True):
        if not admits(target, read, reading):
            return Counterexample(own["name"], (row,), (read,), reading)
    for one, two in couples(len(rows)) if has_sets(other) else ():
        written, read = (rows[one], rows[two]), (seen[one], seen[two])
        if distinct(own, written, reading) and not distinct(other, read, reading):
            return Counterexample(own["name"], written, read, reading)
    return None


def gone(old: Document, new: Document, reading: Reading = PLAIN) -> str | None:
    """Return what readers of the old contract select in vain; None if everything is there."""
    after = {reading.key(obj): obj for obj in new.get("schema", ())}
    for obj in old.get("schema", ()):
        name = reading.key(obj)
        if name not in after:
            return name
        found = lost(obj, after[name], reading, name)
        if found:
            return found
    return None


def readings(old: Document, new: Document) -> list[Reading]:
    """Return the readings under which the two contracts mean something, and not the same.

    Where an element has another name and the same physicalName, rows carry the latter for sure.
    """
    before, after = list(every_element(old)), list(every_element(new))
    found = [PLAIN]
    if any("physicalName" in field for field in (*before, *after)):
        found.append(Reading(column=True))
    names = {str(field[key]) for field in (*before, *after) for key in _NAMES if key in field}
    if len({name.casefold() for name in names}) < len(names):
        found += [Reading(column=reading.column, fold=True) for reading in found]
    if any(_moved(one, two) for one in before for two in after):
        found = [reading for reading in found if reading.column]
    return [reading for reading in found if all(_plain(doc, reading) for doc in (old, new))]


_NAMES = ("name", "physicalName")


def _moved(one: Field, two: Field) -> bool:
    if "physicalName" not in one and "physicalName" not in two:
        return False
    columns = {str(field.get("physicalName", field.get("name"))).casefold() for field in (one, two)}
    return len(columns) == 1 and one.get("name") != two.get("name")


def every_element(parent: Field) -> Iterator[Field]:
    """Yield every object and field of a contract, or of a part of one."""
    inner = [*parent.get("schema", ()), *parent.get("properties", ())]
    inner += [parent[key] for key in ("items",) if key in parent]
    inner += parent.get("map", {}).values()
    for element in inner:
        yield element
        yield from every_element(element)


def _plain(parent: Field, reading: Reading) -> bool:
    """Tell whether no two members of one list have the same name or key under a reading."""
    holders = [parent, *every_element(parent)]
    lists = [holder.get(key, ()) for holder in holders for key in ("schema", "properties")]
    by_name = Reading(fold=reading.fold)
    return all(
        len({told.key(one) for one in members}) == len(members)
        for members in lists
        for told in (reading, by_name)
    )
