"""Reads what is deprecated at the tip of a branch, and how far back it has been, in one walk."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from bot.adapters.git import Repository
from bot.adapters.records import Records
from bot.core.deprecation.calendar import Dated
from bot.core.deprecation.clock import Edge, Past, State, stretches
from bot.core.deprecation.record import Record
from bot.core.history.snapshot import Blob
from bot.core.records import replace


def dated(
    repository: Repository,
    tip: str,
    covers: Callable[[str], bool],
    under: tuple[str, ...],
    records: Records,
) -> Iterator[Dated]:
    """Yield each contract that calls anything deprecated, with how far back that goes.

    Files are passed over that hold no contract; one whose schema is at fault is told all the same.
    """
    flagged = dict(_flagged(repository, tip, covers, under, records))
    past: dict[str, list[Past]] = {path: [] for path in flagged}
    starts = [(path, blob) for path, (blob, _) in flagged.items()]
    for met in repository.lives(tip, starts, records.know, under):
        kind = Edge if met.edge else State
        past[met.key].append(kind(met.commit, records.standing(met.blob)))
    for path, (_, record) in flagged.items():
        yield Dated(
            head=replace(record.head, file=path),
            flags=record.flags,
            stretches=stretches(record.flags, past[path]),
        )
    records.keep()


def _flagged(
    repository: Repository,
    tip: str,
    covers: Callable[[str], bool],
    under: tuple[str, ...],
    records: Records,
) -> Iterator[tuple[str, tuple[Blob, Record]]]:
    for blob in repository.blobs(tip, under):
        found = records.of(blob) if covers(blob.path) else None
        if found is not None and found.flags:
            yield blob.path, (blob, found)
