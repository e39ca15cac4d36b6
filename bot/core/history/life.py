"""What is met of contracts on the way back through a history, as values."""

from __future__ import annotations

from collections.abc import Callable
from typing import Generic, TypeVar

from bot.core.history.snapshot import Blob, Commit
from bot.core.records import dataclass

K = TypeVar("K")


@dataclass(frozen=True, slots=True)
class Named:
    """Who lies in a blob: a contract's id, and its release line, None where that is unknown."""

    id: str
    line: int | None


@dataclass(frozen=True, slots=True)
class Bare:
    """A blob in which nothing is told that anybody asked for; whose it is, was not read."""


Known = Named | Bare | None
Know = Callable[[Blob], Known]
"""Tells who lies in a blob; None where nobody can read it."""


@dataclass(frozen=True, slots=True)
class Met(Generic[K]):
    """What a contract was from a commit on; None where it was not there.

    `edge` is set where a shallow clone ends at the commit: who brought the blob is unknown.
    """

    key: K
    commit: Commit
    blob: Blob | None
    edge: bool = False
