"""Histories of one contract for tests: days and states, as the default branch would tell them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import UTC, date, datetime

from bot.core.contract.model import Contract
from bot.core.deprecation.clock import Edge, Past, State
from bot.core.deprecation.evidence import Evidence
from bot.core.deprecation.proof import Lived, gather
from bot.core.deprecation.standing import standing
from bot.core.history.snapshot import Commit
from bot.core.policy.window import DEFAULT_WINDOW
from bot.core.records import dataclass, replace
from bot.core.release.content import content_hash
from bot.core.rule import Example, Release, whole
from tests.reading import contract


@dataclass(frozen=True, slots=True)
class Moment:
    """What the default branch said from a day on; None where the contract was not there."""

    day: str
    contract: Contract | None


def commit(number: int, day: str) -> Commit:
    when = datetime.combine(date.fromisoformat(day), datetime.min.time(), UTC)
    return Commit(
        id=f"{number:040x}",
        time=when,
        author_time=when,
        summary=f"commit {number}",
        author="Ada",
        parents=(f"{number - 1:040x}",) if number else (),
    )


def lived(moments: Sequence[Moment], *, shallow: bool = False) -> Lived:
    """Return what the moments tell, the last one being the newest."""
    line = [commit(number, moment.day) for number, moment in enumerate(moments)]
    stood = [standing(each.contract) if each.contract else None for each in moments]
    past: list[Past] = [State(*each) for each in zip(line, stood, strict=True)]
    if shallow:
        past[0] = Edge(line[0], stood[0])
    return Lived(past=lambda: iter(past[::-1]), line=lambda: iter(line[::-1]))


def told(example: Example, old: Contract | None, new: Contract | None) -> Evidence:
    """Return what the history of a rule's example proves."""
    moments = [Moment(each.day, contract(whole(each.text))) for each in example.history]
    if not moments:
        return Evidence(readers=example.readers or None)
    today = date.fromisoformat(example.today) if example.today else date.max
    known = gather(old, new, lived(moments, shallow=example.shallow), DEFAULT_WINDOW, today)
    return replace(known, readers=example.readers or None)


def published(example: Example) -> dict[str, str] | None:
    """Return the released versions of an example: those tagged, else the last of each number."""
    if not example.history:
        return None
    found = [(each.tagged, contract(whole(each.text))) for each in example.history]
    tagged = [state for is_tagged, state in found if is_tagged]
    states: Iterable[Contract] = tagged or (state for _, state in found)
    return {state.version: content_hash(state) for state in states}


def release(example: Example, given: Release) -> Release:
    """Return the release of an example with all that its history tells."""
    return replace(
        given, published=published(example), evidence=told(example, given.old, given.new)
    )
