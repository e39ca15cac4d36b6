"""What started a run of GitHub Actions, as one value. Nothing else reads an event's payload.

A payload tells who pushed what, but not what holds now: only numbers, refs and commits are taken
from it, each checked for its form, and everything else is asked of GitHub again.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Mapping
from pathlib import Path

from bot.adapters.files import read_file
from bot.core.errors import ErrorCode, StewardError, failure
from bot.core.records import dataclass

LARGEST = 10 * 1024 * 1024
"""GitHub's own webhooks hold no more (GitHub Docs, "Webhook events and payloads")."""
_COMMIT = re.compile(r"[0-9a-f]{40}(?:[0-9a-f]{24})?")
_REPOSITORY = re.compile(r"[A-Za-z0-9][A-Za-z0-9-]{0,99}/[A-Za-z0-9._-]{1,100}")
_QUEUE = re.compile(
    r"refs/heads/gh-readonly-queue/(?P<base>.+)/pr-(?P<number>[0-9]{1,10})-[0-9a-f]+", re.ASCII
)
_NOT_IN_REFS = re.compile(r"[\x00-\x20\x7f~^:?*\[\\]|\.\.|@\{|//|\.lock(?:/|$)|(?:^|/)\.|^-|[/.]$")
_PULL_REQUESTS = frozenset(("pull_request", "pull_request_target", "pull_request_review"))


@dataclass(frozen=True, slots=True)
class OnPullRequest:
    """A pull request is to be looked at."""

    number: int


@dataclass(frozen=True, slots=True, kw_only=True)
class OnRun:
    """A run for some head has ended; what it says of its pull request is only a hint."""

    owner: str
    branch: str
    head: str


@dataclass(frozen=True, slots=True, kw_only=True)
class OnQueue:
    """A merge queue asks for checks on a commit of its own, for one pull request."""

    number: int
    branch: str
    base: str
    head: str


@dataclass(frozen=True, slots=True)
class OnPush:
    """The default branch has a new tip."""

    commit: str


@dataclass(frozen=True, slots=True)
class OnClock:
    """It is time to look after everything."""


@dataclass(frozen=True, slots=True)
class OnNothing:
    """Nothing has to be done, and why."""

    why: str


Occasion = OnPullRequest | OnRun | OnQueue | OnPush | OnClock | OnNothing


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """A run: its occasion, the repository, where GitHub is, and which run it is.

    `api` is the base of the REST API, `server` that of pages and of Git; they differ on GitHub
    Enterprise Server too. `default_branch` is empty where the payload does not name it. `run` grows
    with each run and each attempt.
    """

    name: str
    occasion: Occasion
    repository: str
    api: str
    server: str
    run: tuple[int, int]
    default_branch: str = ""


def read_event(environment: Mapping[str, str]) -> Event:
    """Return the event that the variables of GitHub Actions tell of. Raises E605 where none does.

    Source: GitHub Docs, "Variables reference", "Events that trigger workflows".
    """
    name = _needed(environment, "GITHUB_EVENT_NAME")
    repository = _needed(environment, "GITHUB_REPOSITORY")
    if not _REPOSITORY.fullmatch(repository):
        raise _no_event(f"GITHUB_REPOSITORY is `{repository[:100]}`, and not OWNER/NAME")
    payload = _payload(_needed(environment, "GITHUB_EVENT_PATH"))
    return Event(
        name=name,
        occasion=_occasion(name, payload),
        repository=repository,
        api=_address(environment, "GITHUB_API_URL", "https://api.github.com"),
        server=_address(environment, "GITHUB_SERVER_URL", "https://github.com"),
        run=(
            _number(environment.get("GITHUB_RUN_ID")) or 0,
            _number(environment.get("GITHUB_RUN_ATTEMPT")) or 1,
        ),
        default_branch=_branch(_object(payload.get("repository")).get("default_branch")),
    )


def _occasion(name: str, payload: Mapping[str, object]) -> Occasion:
    found = _READERS.get(name)
    if found is None:
        return OnNothing(f"the event `{name[:60]}` is none that the steward answers")
    return found(payload)


def _on_pull_request(payload: Mapping[str, object]) -> Occasion:
    found = _object(payload.get("pull_request"))
    number = _number(found.get("number")) or _number(payload.get("number"))
    if number is None:
        raise _no_event("the event tells no number of a pull request")
    if found.get("state") == "closed" or payload.get("action") == "closed":
        # What is merged is released by the push; what is closed unmerged has a merge commit, too.
        return OnNothing(f"the pull request {number} is closed")
    return OnPullRequest(number)


def _on_queue(payload: Mapping[str, object]) -> Occasion:
    found = _object(payload.get("merge_group"))
    if payload.get("action") == "destroyed":
        return OnNothing("the merge queue gave this commit up")
    queued = _QUEUE.fullmatch(str(found.get("head_ref", "")))
    base, head = _commit(found.get("base_sha")), _commit(found.get("head_sha"))
    if queued is None or not base or not head:
        raise _no_event("the event of the merge queue does not tell its pull request and commits")
    return OnQueue(
        number=int(queued["number"]), branch=_branch(queued["base"]), base=base, head=head
    )


def _on_push(payload: Mapping[str, object]) -> Occasion:
    default = _branch(_object(payload.get("repository")).get("default_branch"))
    commit = _commit(payload.get("after"))
    if payload.get("ref") != f"refs/heads/{default}" or not default:
        return OnNothing("the push was to another branch than the default one")
    if payload.get("deleted") is True or not commit or set(commit) == {"0"}:
        return OnNothing("the push left no commit")
    return OnPush(commit)


def _on_run(payload: Mapping[str, object]) -> Occasion:
    run = _object(payload.get("workflow_run"))
    if run.get("event") not in _PULL_REQUESTS:
        return OnNothing("the run was for no pull request")
    owner = _object(_object(run.get("head_repository")).get("owner")).get("login")
    branch, head = run.get("head_branch"), _commit(run.get("head_sha"))
    if not owner or not branch or not head:
        return OnNothing("the run does not tell its head: the fork may be gone")
    return OnRun(owner=str(owner), branch=str(branch), head=head)


def _on_dispatch(payload: Mapping[str, object]) -> Occasion:
    inputs = _object(payload.get("inputs"))
    text = inputs.get("pull-request") or inputs.get("pull_request")
    if not text:
        return OnClock()
    number = _number(text)
    if number is None:
        raise _no_event(f"`{str(text)[:60]}` is no number of a pull request")
    return OnPullRequest(number)


def _on_schedule(_: Mapping[str, object]) -> Occasion:
    return OnClock()


_READERS: Mapping[str, Callable[[Mapping[str, object]], Occasion]] = {
    **dict.fromkeys(_PULL_REQUESTS, _on_pull_request),
    "merge_group": _on_queue,
    "push": _on_push,
    "schedule": _on_schedule,
    "workflow_dispatch": _on_dispatch,
    "workflow_run": _on_run,
}
ANSWERED = frozenset(_READERS)
"""The events that ask for something, in GitHub's words."""


def _payload(path: str) -> Mapping[str, object]:
    try:
        found = json.loads(read_file(Path(path), limit=LARGEST).decode("utf-8"))
    except StewardError as error:
        raise _no_event(f"the event cannot be read: {error.faults[0].message}") from error
    except (ValueError, RecursionError) as error:
        raise _no_event("the event is no JSON") from error
    if not isinstance(found, dict):
        raise _no_event("the event is no JSON object")
    return found


def _needed(environment: Mapping[str, str], name: str) -> str:
    value = environment.get(name, "")
    if not value:
        raise _no_event(f"{name} is not set")
    return value


def _address(environment: Mapping[str, str], name: str, default: str) -> str:
    value = (environment.get(name) or default).rstrip("/")
    if not re.fullmatch(r"https?://[A-Za-z0-9.\-\[\]:]+(?:/[A-Za-z0-9._~/-]*)?", value):
        raise _no_event(f"{name} is no address of the web")
    return value


def _no_event(told: str) -> StewardError:
    return failure(
        ErrorCode.NO_EVENT,
        told,
        hint="`steward action` runs within GitHub Actions; elsewhere use `steward review`",
    )


def _object(value: object) -> Mapping[str, object]:
    return value if isinstance(value, dict) else {}


def _number(value: object) -> int | None:
    if isinstance(value, bool):
        return None
    if isinstance(value, str):
        return int(value) if re.fullmatch(r"[0-9]{1,18}", value.strip(), re.ASCII) else None
    return value if isinstance(value, int) and value >= 0 else None


def _commit(value: object) -> str:
    return value if isinstance(value, str) and _COMMIT.fullmatch(value) else ""


def _branch(value: object) -> str:
    """Return the name of a branch; empty where Git allows no such name (git-check-ref-format)."""
    good = isinstance(value, str) and value and not _NOT_IN_REFS.search(value)
    return str(value) if good else ""
