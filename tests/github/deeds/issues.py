"""What happens to an issue and to a pull request alike: comments, labels, issues themselves."""

from __future__ import annotations

import re

from tests.github.answers import Refusal, invalid
from tests.github.deeds.pulls import LONGEST_BODY, check_text, next_number
from tests.github.state import App, Comment, Issue, Label, Repository, User
from tests.github.world import World

MOST_COMMENTS = 2500
LONGEST_LABEL = 50
LONGEST_LABEL_DESCRIPTION = 100


def open_issue(
    world: World, repo: Repository, author: User, title: str, body: str | None = None
) -> Issue:
    """Open an issue. Raises the 422 of words that are too long or missing."""
    if not title.strip():
        raise invalid("Issue", "title", "missing_field")
    check_text("Issue", title, body)
    now = world.clock.tick()
    issue = Issue(
        id=world.next_id(), number=next_number(repo), title=title, body=body, author=author,
        created=now, updated=now,
    )  # fmt: skip
    repo.issues[issue.number] = issue
    return issue


def check_body(body: str) -> None:
    """Refuse a comment without words or with too many."""
    if not body.strip():
        raise invalid("IssueComment", "data", "unprocessable", "Body cannot be blank")
    if len(body) > LONGEST_BODY:
        text = "Body is too long (maximum is 65536 characters)"
        raise invalid("IssueComment", "data", "unprocessable", text)


def comment(world: World, issue: Issue, author: User, body: str, app: App | None = None) -> Comment:
    """Comment. Raises a 422 of the words, and a 403 once 2500 comments are there."""
    check_body(body)
    if len(issue.comments) >= MOST_COMMENTS:
        raise Refusal(403, "Commenting is disabled on issues with more than 2500 comments")
    now = world.clock.tick()
    made = Comment(world.next_id(), author, body, now, now, app)
    issue.comments.append(made)
    issue.updated = now
    return made


def edit_comment(world: World, issue: Issue, comment: Comment, body: str) -> None:
    """Change a comment's words. Raises a 422."""
    check_body(body)
    comment.body, comment.updated = body, world.clock.tick()
    issue.updated = comment.updated


def label_named(repo: Repository, name: str) -> Label | None:
    return next((label for label in repo.labels if label.name.lower() == name.lower()), None)


def check_label(name: str, description: str | None, color: str | None = None) -> None:
    """Refuse a label's name, description or colour that will not do."""
    if color is not None and re.fullmatch(r"[0-9A-Fa-f]{6}", color) is None:
        raise invalid("Label", "color", "invalid")
    if not name:
        raise invalid("Label", "name", "missing_field")
    if len(name) > LONGEST_LABEL:
        raise invalid("Label", "name", "custom", "name is too long (maximum is 50 characters)")
    if description is not None and len(description) > LONGEST_LABEL_DESCRIPTION:
        text = "description is too long (maximum is 100 characters)"
        raise invalid("Label", "description", "custom", text)


def make_label(
    world: World, repo: Repository, name: str, color: str = "ededed", description: str | None = None
) -> Label:
    """Make a label. Raises the 422 of a bad or a taken name."""
    check_label(name, description, color)
    if label_named(repo, name) is not None:
        raise invalid("Label", "name", "already_exists")
    label = Label(world.next_id(), name, color, description)
    repo.labels.append(label)
    world.clock.tick()
    return label


def put_labels(world: World, repo: Repository, issue: Issue, names: list[str]) -> None:
    """Put labels on an issue; one that the repository has not got is made, as GitHub does."""
    for name in names:
        check_label(name, None)
    for name in names:
        label = label_named(repo, name) or make_label(world, repo, name)
        if label not in issue.labels:
            issue.labels.append(label)
    issue.updated = world.clock.tick()


def take_label(world: World, issue: Issue, name: str) -> None:
    """Take a label off. Raises the 404 of one that is not there."""
    left = [label for label in issue.labels if label.name.lower() != name.lower()]
    if len(left) == len(issue.labels):
        raise Refusal(404, "Label does not exist")
    issue.labels, issue.updated = left, world.clock.tick()


def close_issue(world: World, issue: Issue, reason: str | None = "completed") -> None:
    issue.state, issue.reason, issue.closed = "closed", reason, world.clock.tick()
    issue.updated = issue.closed


def reopen_issue(world: World, issue: Issue) -> None:
    issue.state, issue.reason, issue.closed = "open", "reopened", None
    issue.updated = world.clock.tick()


def lock(world: World, issue: Issue, *, locked: bool) -> None:
    """Close the conversation to those who may not write, or open it again."""
    issue.locked, issue.updated = locked, world.clock.tick()


def check_locked(issue: Issue, *, may_write: bool) -> None:
    """Refuse a comment on a locked conversation to whoever may not write."""
    if issue.locked and not may_write:
        raise Refusal(403, "Unable to create comment because issue is locked.")
