"""Tells the story into a folder: a year of a contract repository, commit by commit.

The contracts are written in ODCS 3.2.0 from the first day, save one that gets there in October:
how the standard itself grew is not what the story is about.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from datetime import datetime, timedelta
from pathlib import Path
from typing import assert_never

import pygit2

from bot.core.errors import ErrorCode, failure
from bot.storyboard.edits import Tree, play
from bot.storyboard.model import Branch, How, Proposal, Pull, Stamp, Storyboard
from bot.storyboard.proposals import PROPOSALS
from bot.storyboard.writing import Writer, unwritable
from bot.storyboard.year import scaled, trees

_UNRELEASED = ("proposed", "draft")


def tell(target: Path, *, until: int | None = None, scale: int = 1) -> Storyboard:
    """Make a repository with a year of history in `target` and say what is in it.

    `until` ends the story after so many merged pull requests; there are no open branches then.
    `scale` above 1 adds a hundred synthetic contracts for each step. Raises StewardError where
    the folder is not empty or not writable, where `until` is negative, or `scale` below 1.
    """
    _check("until", until, least=0)
    _check("scale", scale, least=1)
    last, year = scaled(scale)
    told = year if until is None else year[: until + 1]
    try:
        narrator = _Narrator(Writer(target), trees(last, year))
        for pull in told:
            narrator.merge(pull)
        branches = narrator.propose(told[-1]) if len(told) == len(year) else ()
        head = narrator.finish(told[-1])
    except (OSError, pygit2.GitError) as error:
        raise unwritable(target, error) from error
    return Storyboard(path=target, head=head, branches=branches, tags=tuple(narrator.tags))


def _check(name: str, value: int | None, *, least: int) -> None:
    if value is not None and value < least:
        raise failure(
            ErrorCode.BAD_USAGE,
            f"{name} is {value}",
            hint=f"give a whole number from {least} on",
        )


class _Narrator:
    """Brings pull requests to the default branch, one after the other."""

    def __init__(self, writer: Writer, after: Mapping[tuple[int, int], Tree]) -> None:
        self.tags: dict[str, None] = {}
        self._writer = writer
        self._after = after
        self._tips: dict[int, str] = {}
        self._parents: tuple[str, ...] = ()
        self._there: Tree = {}

    def merge(self, pull: Pull) -> None:
        """Write the pull request in its way, and tag what it released."""
        match pull.how:
            case How.MERGE:
                self._merge(pull)
            case How.SQUASH:
                self._squash(pull)
            case How.REBASE:
                self._rebase(pull)
            case _:
                assert_never(pull.how)
        self._tips[pull.number] = self._parents[0]

    def propose(self, last: Pull) -> tuple[Branch, ...]:
        """Write the branches that were never merged."""
        return tuple(self._branch(each, last) for each in PROPOSALS)

    def finish(self, last: Pull) -> str:
        """Show the default branch in the folder, and return its commit."""
        head = self._tips[last.number]
        self._writer.finish(head)
        return head

    def _merge(self, pull: Pull) -> None:
        tip = self._parents
        for place, step in enumerate(pull.steps):
            tree = self._after[pull.number, place]
            tip = (self._writer.commit(tree, tip, step.subject, step.stamp, step.stamp),)
        by = Stamp(pull.by, pull.merged)
        message = f"Merge pull request #{pull.number} from acme/{pull.branch}\n\n{pull.title}"
        self._advance(pull, len(pull.steps) - 1, (*self._parents, *tip), message, (by, by))

    def _squash(self, pull: Pull) -> None:
        author = Stamp(pull.steps[0].who, pull.merged)
        by = Stamp(pull.by, pull.merged)
        message = f"{pull.title} (#{pull.number})"
        self._advance(pull, len(pull.steps) - 1, self._parents, message, (author, by))

    def _rebase(self, pull: Pull) -> None:
        for place, step in enumerate(pull.steps):
            moment = datetime.fromisoformat(pull.merged) + timedelta(minutes=place)
            by = Stamp(pull.by, moment.isoformat())
            self._advance(pull, place, self._parents, step.subject, (step.stamp, by))

    def _advance(
        self,
        pull: Pull,
        place: int,
        parents: tuple[str, ...],
        message: str,
        stamps: tuple[Stamp, Stamp],
    ) -> None:
        """Put one commit on the default branch, and a tag for each contract that it released."""
        author, committer = stamps
        tree = self._after[pull.number, place]
        if pull.how is not How.REBASE:
            message = f"{message}\n\nReviewed-by: {pull.by.name} <{pull.by.email}>"
        commit = self._writer.commit(tree, parents, message, author, committer)
        self._parents = (commit,)
        for contract, version in _released(self._there, tree):
            name = f"{contract}/v{version}"
            if name not in self.tags:
                self._writer.tag(name, commit, f"Release {contract} {version}", committer)
                self.tags[name] = None
        self._there = tree

    def _branch(self, proposal: Proposal, last: Pull) -> Branch:
        since = last.number if proposal.since is None else proposal.since
        base = self._tips[since]
        place = max(step for number, step in self._after if number == since)
        tree = play(self._after[since, place], proposal.step.edits)
        stamp = proposal.step.stamp
        head = self._writer.commit(tree, (base,), proposal.step.subject, stamp, stamp)
        self._writer.branch(proposal.name, head)
        return Branch(
            number=proposal.number,
            name=proposal.name,
            title=proposal.title,
            shows=proposal.shows,
            base=base,
            head=head,
            proposed=stamp.when,
            closed=since != last.number,
        )


def _released(before: Tree, after: Tree) -> Iterator[tuple[str, str]]:
    """Yield the id and version of each changed contract that is neither proposed nor draft."""
    for file, text in after.items():
        if not file.endswith(".odcs.yaml") or before.get(file) == text:
            continue
        if _line(text, "status") not in _UNRELEASED:
            yield _line(text, "id"), _line(text, "version")


def _line(text: str, key: str) -> str:
    found = re.search(rf"^{key}: (\S+)$", text, re.MULTILINE)
    return found[1] if found else ""
