"""The versions of every contract from one walk forward: an oracle for following one back."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from bot.adapters.git import Repository
from bot.core.errors import StewardError
from bot.core.history.snapshot import Blob, FileMode, PathChange, Version
from tests.adapters.git.identify import identify


def all_told(repository: Repository) -> Mapping[str, tuple[Version, ...]]:
    """Return the versions of every contract of the checked out line, newest first, by id."""
    holders: dict[str, dict[str, Blob]] = {}
    found: dict[str, list[Version]] = {}
    for step in reversed(list(repository.steps("HEAD", suffixes=(".yaml",)))):
        for contract_id in _carried(repository, step.changes, holders):
            known = found.setdefault(contract_id, [])
            last = known[-1].blob if known else None
            now = _holder(holders[contract_id], last)
            if (now and (now.path, now.id)) != (last and (last.path, last.id)):
                known.append(Version(step.commit, now))
    return {contract_id: tuple(reversed(known)) for contract_id, known in found.items()}


def _carried(
    repository: Repository, changes: Iterable[PathChange], holders: dict[str, dict[str, Blob]]
) -> list[str]:
    """Bring the holders of each id up to date, and return the ids that were touched."""
    touched = set()
    for change in changes:
        before, after = (_id(repository, blob) for blob in (change.old, change.new))
        if before is not None:
            holders.get(before, {}).pop(change.path, None)
            touched.add(before)
        if after is not None and change.new is not None:
            holders.setdefault(after, {})[change.path] = change.new
            touched.add(after)
    return sorted(touched & holders.keys())


def _id(repository: Repository, blob: Blob | None) -> str | None:
    if blob is None or blob.mode not in {FileMode.FILE, FileMode.EXECUTABLE}:
        return None
    try:
        return identify(repository.read(blob))
    except StewardError:
        return None


def _holder(held: Mapping[str, Blob], last: Blob | None) -> Blob | None:
    """Return the file that is the contract; where two claim its id, the one it was before."""
    if last is not None and last.path in held:
        return held[last.path]
    return held[min(held)] if held else None
