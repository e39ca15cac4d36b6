"""What is needed, as a tree: approvals, rules that do not apply, and how they hang together."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum

from bot.core.approvals.pull_request import Blobs
from bot.core.approvals.who import Who
from bot.core.records import dataclass


class Role(StrEnum):
    """As what somebody approves."""

    OWNER = "owner"
    APPROVER = "approver"
    """Named in the `changeApprovers` of a contract."""
    CONSUMER = "consumer"
    BOARD = "board"
    RULE = "rule"
    """Asked for by an entry of the policy's `approvals.rules`."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Requirement:
    """Approvals that are needed: how many, of whom, and why, each reason in words.

    `key` names it in machine formats. `side`: one person counts on one side only, unless the
    policy says otherwise. `content`: the files that an approval is given for, as they are now.
    `head`: an approval holds for the head only. `trouble` says why nobody can judge it.
    """

    key: str
    role: Role
    side: str
    title: str
    count: int
    who: Who
    reasons: tuple[str, ...]
    content: Mapping[str, Blobs]
    head: bool = False
    labels: tuple[str, ...] = ()
    statuses: tuple[str, ...] = ()
    trouble: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Skipped:
    """A rule whose condition does not hold: it is as if it were not there."""

    key: str
    title: str
    why: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Needs:
    """Several needs, of which every one must be met, or any."""

    title: str
    every: bool
    parts: tuple[Need, ...]


Need = Requirement | Skipped | Needs
