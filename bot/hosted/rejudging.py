"""The use case of judging open pull requests again: what changed may have started no run.

A review on a fork's pull request runs with a token that may only read, a window ends by the clock,
and a base moves on.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Protocol

from bot.core.errors import ErrorCode, Fault, StewardError
from bot.core.records import dataclass, replace

STEP = 50
"""Where the calls do not suffice for all, the next day begins so many further on."""
RESERVE = 200
"""Calls of an hour that are left to the other runs of the repository."""


class Listing(Protocol):
    """The part of a host that tells what is open, and how much may still be asked of it."""

    def open_numbers(self) -> tuple[int, ...]:
        """Return the numbers of all open pull requests."""
        ...

    def calls_left(self) -> int | None:
        """Return how many calls are left for this hour; None where the host does not limit them."""
        ...


@dataclass(frozen=True, slots=True, kw_only=True)
class Again:
    """How many of the open pull requests were judged again; `cut` says why not all of them."""

    judged: int
    there: int
    cut: str = ""
    faults: tuple[Fault, ...] = ()


def judge_again(host: Listing, judge: Callable[[int], object], today: date) -> Again:
    """Judge every open pull request again, as far as the limit of calls goes.

    One that cannot be judged keeps no other from it.
    """
    try:
        numbers = host.open_numbers()
    except StewardError as error:
        return Again(judged=0, there=0, cut="they cannot be listed", faults=error.faults)
    begin = today.toordinal() * STEP % len(numbers) if numbers else 0
    done = Again(judged=0, there=len(numbers))
    for number in (*numbers[begin:], *numbers[:begin]):
        left = host.calls_left()
        if left is not None and left < RESERVE:
            return replace(done, cut=f"{left} calls are left for this hour")
        found = _fails(judge, number)
        done = replace(done, faults=(*done.faults, *found))
        if any(fault.code is ErrorCode.HOST_LIMITED for fault in found):
            return replace(done, cut="the limit of calls is used up")
        done = replace(done, judged=done.judged + 1)
    return done


def _fails(judge: Callable[[int], object], number: int) -> tuple[Fault, ...]:
    """Judge a pull request and return what went wrong, told of it."""
    try:
        judge(number)
    except StewardError as error:
        return tuple(
            replace(fault, message=f"pull request {number}: {fault.message}")
            for fault in error.faults
        )
    return ()
