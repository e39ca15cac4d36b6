"""What a contract should have, counted."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from bot.core.versions import grown, parse
from site_gen.catalogue import Entry
from site_gen.story import Record

MARKS = (
    "owner",
    "support",
    "described",
    "quality",
    "levels",
    "classified",
    "honest",
    "windows",
)
"""What is looked at, in the order of the columns."""


@dataclass(frozen=True, slots=True)
class Mark:
    """How many of how many have it."""

    met: int
    of: int

    @property
    def share(self) -> float | None:
        """The share from 0 to 1; None where there is nothing to look at."""
        return self.met / self.of if self.of else None


@dataclass(frozen=True, slots=True, kw_only=True)
class Score:
    """The marks of a contract, or of several together, by their names."""

    marks: Mapping[str, Mark]

    @property
    def share(self) -> float | None:
        """The mean of the shares that there are."""
        shares = [mark.share for mark in self.marks.values() if mark.share is not None]
        return sum(shares) / len(shares) if shares else None


def score(entry: Entry, records: Sequence[Record]) -> Score:
    """Return the score of a contract. `records` are its own."""
    contract = entry.head
    shape = entry.brief.shape
    steps = [one for one in records if one.before is not None]
    team = contract.team
    return Score(
        marks={
            "owner": _one(bool(team and (team.name or team.members))),
            "support": _one(any(channel.url for channel in contract.support)),
            "described": Mark(shape.described, shape.fields),
            "quality": _one(shape.checked),
            "levels": _one(bool(contract.service_levels)),
            "classified": Mark(shape.classified, shape.fields),
            "honest": Mark(sum(map(_honest, steps)), len(steps)),
            "windows": Mark(sum(one.kept for one in records), sum(one.removed for one in records)),
        }
    )


def total(scores: Sequence[Score]) -> Score:
    """Return the score of several contracts together."""
    return Score(
        marks={
            name: Mark(
                sum(one.marks[name].met for one in scores),
                sum(one.marks[name].of for one in scores),
            )
            for name in MARKS
        }
    )


def _one(met: bool) -> Mark:  # noqa: FBT001  # a fact, told
    return Mark(int(met), 1)


def _honest(record: Record) -> bool:
    """Tell whether a version grew at least as much as its changes ask for."""
    before, after = parse(record.before or ""), parse(record.ref.version)
    if before is None or after is None:
        return False
    growth = grown(before, after)
    return growth is not None and growth >= record.required
