"""What a story is made of: people, commits, pull requests and open branches."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path

from bot.core.records import dataclass
from bot.storyboard.edits import Edit


@dataclass(frozen=True, slots=True)
class Person:
    """Someone who commits."""

    name: str
    email: str


@dataclass(frozen=True, slots=True)
class Stamp:
    """Who did something, and when: ISO 8601 with an offset."""

    who: Person
    when: str


@dataclass(frozen=True, slots=True)
class Step:
    """One commit as its author made it. `when` is ISO 8601 with an offset."""

    when: str
    who: Person
    subject: str
    edits: tuple[Edit, ...]

    @property
    def stamp(self) -> Stamp:
        """Who made it, and when."""
        return Stamp(self.who, self.when)


class How(StrEnum):
    """The ways in which a pull request reaches the default branch."""

    MERGE = "merge"
    SQUASH = "squash"
    REBASE = "rebase"


@dataclass(frozen=True, slots=True, kw_only=True)
class Pull:
    """A merged pull request; number 0 is the repository's first commit."""

    number: int
    title: str
    branch: str
    how: How
    merged: str
    by: Person
    steps: tuple[Step, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Proposal:
    """A branch that was never merged. It begins at the pull request `since`, else at the end."""

    number: int
    name: str
    title: str
    shows: str
    step: Step
    since: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Branch:
    """A branch of a told story that was never merged; a demo shows it as a pull request.

    `base` is the commit of the default branch on which it stands, `head` its own last one.
    `proposed` is the time of that commit, ISO 8601: the present for whoever judges it. A branch
    that is `closed` stands on an earlier commit than the last: the story went on without it.
    """

    number: int
    name: str
    title: str
    shows: str
    base: str
    head: str
    proposed: str
    closed: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Storyboard:
    """A repository with a history: where it is, its head commit, its branches and its tags."""

    path: Path
    head: str
    branches: tuple[Branch, ...]
    tags: tuple[str, ...]
