"""The answer to what is needed: who approved, what is stale, who was not counted, and why."""

from __future__ import annotations

from collections.abc import Iterator
from enum import StrEnum

from bot.core.approvals.need import Requirement, Skipped
from bot.core.errors import Fault
from bot.core.records import dataclass


class State(StrEnum):
    """How far a need is met."""

    APPROVED = "approved"
    PENDING = "pending"
    UNDECIDED = "undecided"
    """It cannot be judged, and so it is not approved."""
    SKIPPED = "skipped"
    """It does not apply, and is as if it were not there."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Given:
    """An approval that holds."""

    login: str
    review: int
    commit: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Stale:
    """An approval that held for what it saw. `path` changed since, in the commit `since`.

    Without a path, `why` alone says what happened.
    """

    login: str
    review: int
    commit: str
    why: str
    path: str | None = None
    since: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class PassedOver:
    """A review that does not count, and why, in words."""

    login: str
    review: int
    why: str


@dataclass(frozen=True, slots=True)
class Condition:
    """A label or status that is required beside approvals, and whether it is there."""

    name: str
    met: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """A requirement, and how far it is met.

    `unsure` has approvals of people who may be among those asked, if only the members of
    `unknown_teams` were known. `barred` are those named who made the change themselves. `trouble`
    says why it cannot be judged.
    """

    need: Requirement
    state: State
    given: tuple[Given, ...] = ()
    unsure: tuple[Given, ...] = ()
    stale: tuple[Stale, ...] = ()
    passed_over: tuple[PassedOver, ...] = ()
    conditions: tuple[Condition, ...] = ()
    unknown_teams: tuple[str, ...] = ()
    barred: tuple[str, ...] = ()
    trouble: str | None = None

    @property
    def people(self) -> tuple[str, ...]:
        """Who is named and may approve."""
        return tuple(login for login in self.need.who.people if login not in self.barred)

    @property
    def told(self) -> str:
        """How much of what is required is there, in words."""
        parts = []
        if self.need.count:
            number = min(len(self.given), self.need.count)
            parts.append(f"{number}/{self.need.count} required approvals")
        if self.conditions:
            met = sum(condition.met for condition in self.conditions)
            parts.append(f"{met}/{len(self.conditions)} required conditions")
        return " and ".join(parts) or "no approval required"


@dataclass(frozen=True, slots=True)
class Left:
    """A rule that was skipped."""

    need: Skipped
    state: State = State.SKIPPED


@dataclass(frozen=True, slots=True, kw_only=True)
class Answers:
    """Several answers, of which every one counts, or any, and what they are together."""

    title: str
    every: bool
    parts: tuple[Node, ...]
    state: State


Node = Answer | Left | Answers


@dataclass(frozen=True, slots=True, kw_only=True)
class Objection:
    """Who holds the change up, the newest where there are several; `unsure`: if they may at all."""

    login: str
    review: int
    unsure: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class ApprovalTree:
    """All answers. `judged` False: no reviews were handed in, it only says who will be asked.

    `notes` are lines of CODEOWNERS that GitHub skips: they name owners who own nothing.
    """

    root: Answers
    state: State
    judged: bool
    troubles: tuple[str, ...] = ()
    objection: Objection | None = None
    notes: tuple[Fault, ...] = ()

    def leaves(self) -> tuple[Answer, ...]:
        """Return the answer to each requirement once, in the order of the tree."""
        found = {answer.need.key: answer for answer in leaves(self.root)}
        return tuple(found.values())


def leaves(node: Node) -> Iterator[Answer]:
    """Yield the answer to each requirement; one that stands in two places twice."""
    match node:
        case Answer():
            yield node
        case Answers():
            for part in node.parts:
                yield from leaves(part)
        case Left():
            pass


def together(states: list[State], *, every: bool) -> State:
    """Return what several states are together.

    Of all: an unclear one makes the whole unclear, then a pending one pending. Of any: one that
    is approved is enough. What is skipped is as if it were not there.
    """
    found = [state for state in states if state is not State.SKIPPED]
    if not found:
        return State.SKIPPED
    if not every and State.APPROVED in found:
        return State.APPROVED
    for state in (State.UNDECIDED, State.PENDING):
        if state in found:
            return state
    return State.APPROVED
