"""The use case of releasing on a host: what is due is tagged, told and published, each once."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from pathlib import PurePosixPath
from urllib.parse import quote

from bot.app.releasing import Due
from bot.core.approvals.answer import ApprovalTree
from bot.core.errors import ErrorCode, Fault, StewardError
from bot.core.records import dataclass
from bot.core.release.tag_names import tag_name
from bot.hosting import Asset, Host, Release
from bot.render.escape import code_span, prose
from bot.render.machine.audit import Account, tag_message
from bot.render.release import release_notes, release_title

_NOT_IN_NAMES = re.compile(r"[^A-Za-z0-9._-]+")


@dataclass(frozen=True, slots=True, kw_only=True)
class Announced:
    """The tags that are released now and were not before, and what could not be."""

    released: tuple[str, ...]
    faults: tuple[Fault, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Surroundings:
    """Where releases are told of, and what is there: `home` is the address of the repository.

    `tags` are those there were before. `account` returns how the change of a commit was judged, as
    far as anybody knows. `as_json` returns a contract file as JSON.
    """

    home: str
    tags: frozenset[str]
    account: Callable[[str], Account | None]
    as_json: Callable[[bytes, str], bytes]


def announce(due: Sequence[Due], host: Host, around: Surroundings) -> Announced:
    """Release what is due, oldest first. What was released before is left as it is.

    A tag that somebody moved is a fault, and keeps nothing else from being released. Raises
    StewardError where the host cannot be reached or refuses: the next run goes on from there.
    """
    made: list[str] = []
    faults: list[Fault] = []
    known = around.tags | {found.planned.tag for found in due}
    for index, found in enumerate(due):
        release = _release(found, around, known, latest=index == len(due) - 1)
        try:
            if host.release(release):
                made.append(release.tag)
        except StewardError as error:
            if error.faults[0].code is not ErrorCode.CANNOT_RELEASE:
                raise
            faults += error.faults
    return Announced(released=tuple(made), faults=tuple(faults))


def _release(due: Due, around: Surroundings, known: frozenset[str], *, latest: bool) -> Release:
    planned, notes = due.planned, due.notes
    account = around.account(planned.state.commit)
    footer = (*_approved(account), *_compared(due, around.home, known))
    return Release(
        tag=planned.tag,
        commit=planned.state.commit,
        message=tag_message(planned, notes, due.data, account),
        title=release_title(notes),
        notes=release_notes(notes, commit=planned.state.commit, data=due.data, footer=footer),
        preliminary=planned.preliminary,
        latest=latest and not planned.preliminary,
        assets=_assets(due, around),
    )


def _assets(due: Due, around: Surroundings) -> tuple[Asset, ...]:
    path = PurePosixPath(due.planned.contract.file)
    name = _NOT_IN_NAMES.sub("-", path.name).strip(".-") or "contract.yaml"
    stem = name.removesuffix(".yaml").removesuffix(".yml")
    return (
        Asset(name=name, data=due.data, media_type="application/yaml"),
        Asset(
            name=f"{stem}.json",
            data=around.as_json(due.data, due.planned.contract.file),
            media_type="application/json",
        ),
    )


def _approved(account: Account | None) -> Iterator[str]:
    """Yield who brought the change and who approved it, as far as anybody knows."""
    if account is None:
        yield "No pull request is known that brought it, so nobody is known to have approved it."
        return
    pull = account.pull_request
    author = code_span(pull.author, width=60) if pull.author else "an account that is gone"
    yield f"Pull request #{pull.number} by {author}. {_approvals(account.review.approvals)}"


def _approvals(tree: ApprovalTree | None) -> str:
    if tree is None:
        return "There was no policy that asks for approvals."
    found: dict[str, list[str]] = {}
    for answer in tree.leaves():
        for approval in answer.given:
            found.setdefault(approval.login, []).append(answer.need.title)
    if not found:
        return "No approval was required." if not tree.leaves() else "Nobody approved it."
    told = [
        f"{code_span(login, width=60)} ({prose(', '.join(titles), width=200)})"
        for login, titles in sorted(found.items())
    ]
    return f"Approved by {', '.join(told)}."


def _compared(due: Due, home: str, known: frozenset[str]) -> Iterator[str]:
    previous = due.notes.previous
    if previous is None:
        return
    before = tag_name(previous.id, previous.version)
    if before in known:
        span = f"{quote(before, safe='')}...{quote(due.planned.tag, safe='')}"
        yield f"[Compare with the version before]({home}/compare/{span})"
