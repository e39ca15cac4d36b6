"""The inputs of the action, and what they and the event together ask for."""

from __future__ import annotations

from pathlib import Path

from bot.adapters.github.event import (
    Event,
    Occasion,
    OnClock,
    OnNothing,
    OnPullRequest,
    OnPush,
    OnQueue,
    OnRun,
)
from bot.core.errors import ErrorCode, failure
from bot.core.records import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Inputs:
    """The inputs of the action, as they were given."""

    task: str
    token: str
    app_token: str
    login: str
    number: str
    fail_on: str
    sarif: Path | None
    webhook: str
    comment: bool
    request: bool
    dry_run: bool


def asked_for(inputs: Inputs, event: Event) -> Occasion:
    """Return what to do: the input `task` has the last word. Raises E403 where that cannot be."""
    found = _named(inputs.number.strip()) or event.occasion
    match inputs.task, found:
        case "auto", _:
            return found
        case "review", OnPullRequest() | OnQueue() | OnRun() | OnNothing():
            return found
        case "review", _:
            raise failure(
                ErrorCode.BAD_USAGE,
                f"the event `{event.name}` tells of no pull request to review",
                hint="give the input `pull-request` its number",
            )
        case "sweep", _:
            return OnClock()
        case _:
            return found if isinstance(found, OnPush) else OnPush("")


def _named(number: str) -> OnPullRequest | None:
    if number and not number.isdecimal():
        raise failure(
            ErrorCode.BAD_USAGE,
            f"`{number}` is no number of a pull request",
            hint="give `pull-request` a number",
        )
    return OnPullRequest(int(number)) if number else None
