"""What happens between an author and reviewers: asked, reviewed, dismissed."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Literal

from tests.github.answers import Refusal, unprocessable
from tests.github.deeds.pulls import LONGEST_BODY, fork_point
from tests.github.state import Asked, Pull, Repository, Review, ReviewComment, Team, User
from tests.github.store import patches
from tests.github.world import World

Event = Literal["APPROVE", "REQUEST_CHANGES", "COMMENT", "PENDING"]
STATES: Mapping[Event, Literal["APPROVED", "CHANGES_REQUESTED", "COMMENTED", "PENDING"]] = {
    "APPROVE": "APPROVED",
    "REQUEST_CHANGES": "CHANGES_REQUESTED",
    "COMMENT": "COMMENTED",
    "PENDING": "PENDING",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Remark:
    """A comment on a line, as it is sent; without a line it is on the file."""

    path: str
    body: str
    line: int | None = None
    start_line: int | None = None
    side: str = "RIGHT"
    reply_to: int | None = None


def submit(  # noqa: PLR0913 - what a review consists of
    world: World,
    repo: Repository,
    pull: Pull,
    user: User,
    event: Event,
    *,
    body: str = "",
    commit: str | None = None,
    remarks: Iterable[Remark] = (),
) -> Review:
    """Review. Raises the 422 of reviewing oneself, of empty words, of a line not in the diff."""
    if user is pull.author and event in {"APPROVE", "REQUEST_CHANGES"}:
        what = "approve your own" if event == "APPROVE" else "request changes on your own"
        raise Refusal(422, "Unprocessable Entity", [f"Can not {what} pull request"])
    remarks = tuple(remarks)
    if event in {"REQUEST_CHANGES", "COMMENT"} and not body and not remarks:
        raise Refusal(422, "Unprocessable Entity", ["Review comments is invalid"])
    if len(body) > LONGEST_BODY:
        raise Refusal(
            422, "Unprocessable Entity", ["Body is too long (maximum is 65536 characters)"]
        )
    for remark in remarks:
        if part := fault_of(repo, pull, remark, commit):
            raise Refusal(422, "Unprocessable Entity", [FAULTS[part]])
    now = world.clock.tick()
    review = Review(
        id=world.next_id(), author=user, state=STATES[event], body=body,
        commit=commit or pull.head_sha, submitted=None if event == "PENDING" else now,
    )  # fmt: skip
    pull.reviews.append(review)
    for remark in remarks:
        remark_on(world, repo, pull, remark, review)
    if event != "PENDING":
        pull.asked = [asked for asked in pull.asked if asked is not user]
        pull.asked_teams = [t for t in pull.asked_teams if user.login not in t.members]
    pull.updated = now
    return review


FAULTS = {
    "path": "Path could not be resolved",
    "line": "Line could not be resolved",
    "body": "Body is too long (maximum is 65536 characters)",
}
"""What GitHub says of a comment inside a review, by the part that will not do."""


def fault_of(repo: Repository, pull: Pull, remark: Remark, commit: str | None) -> str | None:
    """Return the part of a comment that will not do: its path, its line, its body."""
    shown = shown_lines(repo, pull, remark.path, remark.side, commit)
    lines = {line for line in (remark.line, remark.start_line) if line is not None}
    if shown is None:
        return "path"
    if lines - shown:
        return "line"
    return "body" if len(remark.body) > LONGEST_BODY else None


def shown_lines(
    repo: Repository, pull: Pull, path: str, side: str, commit: str | None = None
) -> set[int] | None:
    """Return the numbers of the lines on one side of a file's difference; None without one."""
    for patch in patches(repo.store.diff(fork_point(repo, pull), commit or pull.head_sha)):
        if path not in {patch.delta.old_file.path, patch.delta.new_file.path}:
            continue
        lines = (line for hunk in patch.hunks for line in hunk.lines)
        numbers = (line.new_lineno if side == "RIGHT" else line.old_lineno for line in lines)
        return {number for number in numbers if number > 0}
    return None


def remark_on(
    world: World, repo: Repository, pull: Pull, remark: Remark, review: Review
) -> ReviewComment:
    """Put a checked remark on the difference."""
    now = world.clock.now
    hunk = ""
    for patch in patches(repo.store.diff(fork_point(repo, pull), review.commit)):
        if patch.delta.new_file.path == remark.path and patch.hunks:
            hunk = patch.hunks[0].header.rstrip("\n")
    made = ReviewComment(
        id=world.next_id(), author=review.author, body=remark.body, path=remark.path,
        line=remark.line,
        start_line=remark.start_line, side=remark.side, commit=review.commit, hunk=hunk,
        created=now, updated=now, review=review.id, reply_to=remark.reply_to,
    )  # fmt: skip
    pull.review_comments.append(made)
    return made


def dismiss(world: World, pull: Pull, review: Review, message: str) -> None:
    """Take a review back. Raises a 422 where it was none that counts."""
    if review.state not in {"APPROVED", "CHANGES_REQUESTED"}:
        raise Refusal(422, "Unprocessable Entity", ["Can not dismiss a review in this state"])
    if not message:
        raise unprocessable("PullRequestReview", "message is missing")
    review.state = "DISMISSED"
    pull.updated = world.clock.tick()


def ask(  # noqa: PLR0913 - what a request consists of
    world: World, repo: Repository, pull: Pull, by: User, *, users: list[User], teams: list[Team]
) -> None:
    """Ask for reviews: all, or none and a 422 where one of them cannot be asked."""
    if pull.author in users:
        raise Refusal(422, "Review cannot be requested from pull request author.")
    strangers = [user for user in users if not world.is_collaborator(repo, user)]
    if strangers or any(team.slug not in repo.teams for team in teams):
        raise Refusal(
            422,
            "Reviews may only be requested from collaborators. One or more of the users or teams"
            f" you specified is not a collaborator of the {repo.full_name} repository.",
        )
    for user in users:
        if user not in pull.asked:
            pull.asked.append(user)
            _note(world, pull, by, user, "review_requested")
    for team in teams:
        if team not in pull.asked_teams:
            pull.asked_teams.append(team)
            _note(world, pull, by, team, "review_requested")
    pull.updated = world.clock.tick()


def take_back(world: World, pull: Pull, by: User, *, users: list[User], teams: list[Team]) -> None:
    """Take requests for reviews back; whoever was not asked is passed over."""
    for user in [user for user in pull.asked if user in users]:
        pull.asked.remove(user)
        _note(world, pull, by, user, "review_request_removed")
    for team in [team for team in pull.asked_teams if team in teams]:
        pull.asked_teams.remove(team)
        _note(world, pull, by, team, "review_request_removed")
    pull.updated = world.clock.tick()


def _note(
    world: World,
    pull: Pull,
    by: User,
    whom: User | Team,
    event: Literal["review_requested", "review_request_removed"],
) -> None:
    made = Asked(id=world.next_id(), event=event, actor=by, whom=whom, created=world.clock.now)
    pull.events.append(made)
