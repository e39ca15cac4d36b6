"""Every version of every contract, from one walk along the first-parent line.

A version is the last state of a contract's file under one `version`, as in `steward log`. Majors
of one contract that live side by side in two files are all followed.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime

from bot.adapters.git import Repository
from bot.adapters.reading import read
from bot.adapters.registry import Places
from bot.core.contract.model import Contract
from bot.core.errors import StewardError
from bot.core.history.snapshot import Blob, FileMode, Step
from site_gen.notes import Notes

_ID = re.compile(rb"^(?:id|uuid):[ \t]*([A-Za-z0-9][A-Za-z0-9._/-]*)[ \t]*\r?$", re.MULTILINE)
_VERSION = re.compile(
    rb"^version:[ \t]*([\"']?)([0-9]+\.[0-9]+\.[0-9]+[A-Za-z0-9.+-]*)\1[ \t]*\r?$", re.MULTILINE
)
_ANY_ID = re.compile(rb"^[\"']?(?:id|uuid)[\"']?[ \t]*:", re.MULTILINE)
_PRODUCT = re.compile(rb"^[\"']?kind[\"']?[ \t]*:[ \t]*[\"']?DataProduct", re.MULTILINE)


@dataclass(frozen=True, slots=True, kw_only=True)
class VersionRef:
    """Where a version is in Git. `first` is when it came to the branch, `time` when it was settled.

    `commit`, `author` and `summary` are those of the commit that settled it.
    """

    contract: str
    version: str
    commit: str
    time: datetime
    first: datetime
    author: str
    summary: str
    blob: Blob


@dataclass(frozen=True, slots=True, kw_only=True)
class Walk:
    """What the walk found: versions by contract id, oldest first, and the commit it began at.

    `moved` has, for an id that a file gave up, the new id that the file took in the same commit.
    """

    versions: Mapping[str, tuple[VersionRef, ...]]
    moved: Mapping[str, str]
    commit: str
    time: datetime


def walk(repository: Repository, tip: str, places: Places, notes: Notes) -> Walk:
    """Return all versions of all contracts up to a commit.

    `notes` have the id and version in each blob that an earlier build looked at, by the blob's id.
    Raises StewardError where the history was cut short (E303) or there is no commit (E304).
    """
    commit = repository.resolve(tip)
    found: dict[str, dict[str, VersionRef]] = {}
    moved: dict[str, str] = {}
    holds: dict[str, str] = {}
    identified: dict[str, tuple[str, str] | None] = {}
    for step in reversed(list(repository.steps(commit.id, places.under))):
        for blob in _written(step, places):
            if blob.id not in identified:
                identified[blob.id] = _identity(repository, blob, notes)
            identity = identified[blob.id]
            if identity is not None:
                before_id = holds.get(blob.path, identity[0])
                if before_id != identity[0] and identity[0] not in found:
                    moved[before_id] = identity[0]
                holds[blob.path] = identity[0]
                known = found.setdefault(identity[0], {})
                before = known.get(identity[1])
                known[identity[1]] = _ref(identity, step, blob, before)
    return Walk(
        versions={name: tuple(known.values()) for name, known in sorted(found.items())},
        moved=moved,
        commit=commit.id,
        time=commit.time,
    )


def _written(step: Step, places: Places) -> Iterator[Blob]:
    """Yield what a commit wrote. A file that only moved is no new state of a contract."""
    gone = {change.old.id for change in step.changes if change.old and not change.new}
    for change in step.changes:
        blob = change.new
        if (
            blob is not None
            and change.touches_content
            and blob.mode in (FileMode.FILE, FileMode.EXECUTABLE)
            and places.cover(blob.path)
            and (change.old is not None or blob.id not in gone)
        ):
            yield blob


def _ref(
    identity: tuple[str, str], step: Step, blob: Blob, before: VersionRef | None
) -> VersionRef:
    return VersionRef(
        contract=identity[0],
        version=identity[1],
        commit=step.commit.id,
        time=step.commit.time,
        first=step.commit.time if before is None else before.first,
        author=step.commit.author,
        summary=step.commit.summary,
        blob=blob,
    )


def _identity(repository: Repository, blob: Blob, notes: Notes) -> tuple[str, str] | None:
    """Return what `_identify` says, from the notes where they have it.

    None for what Git cannot read, of which no note is made: it may be there another time.
    """
    match notes.get(blob.id):
        case [str(name), str(version)]:
            return name, version
        case []:
            return None
        case _:
            pass
    try:
        data = repository.read(blob)
    except StewardError:
        return None
    found = _identify(data, blob.path)
    notes.put(blob.id, found or ())
    return found


def _identify(data: bytes, path: str) -> tuple[str, str] | None:
    """Return the id and the version that a file declares; None where it is no readable contract.

    Files that write both in the plain way are not parsed: for a large history that is the price.
    """
    if _PRODUCT.search(data):
        return None
    ids, versions = _ID.findall(data), _VERSION.findall(data)
    if len(ids) == len(versions) == len(_ANY_ID.findall(data)) == 1:
        return ids[0].decode(), versions[0][1].decode()
    try:
        contract = read(data, path)
    except StewardError:
        return None
    return (contract.id, contract.version) if isinstance(contract, Contract) else None
