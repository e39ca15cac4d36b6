"""Comments on issues and pull requests."""

from __future__ import annotations

from tests.github.answers import Answer, Refusal, not_found
from tests.github.ask import Ask
from tests.github.deeds import issues as deeds
from tests.github.routing import REPO, route
from tests.github.shapes import pulls as shapes
from tests.github.state import Comment, Issue, Permission

ISSUE = f"{REPO}/issues/{{issue_number}}"
COMMENT = f"{REPO}/issues/comments/{{comment_id}}"


@route("GET", f"{ISSUE}/comments", "issues", "pull_requests")
def comments(ask: Ask) -> Answer:
    issue = ask.issue
    listed = issue.comments
    if since := ask.call.query.get("since"):
        listed = [c for c in listed if c.updated.strftime("%Y-%m-%dT%H:%M:%SZ") >= since]
    return ask.page(shapes.comment(ask.world, ask.repo, issue, found) for found in listed)


@route("POST", f"{ISSUE}/comments", "issues", "pull_requests")
def comment(ask: Ask) -> Answer:
    issue = ask.issue
    deeds.check_locked(issue, may_write=ask.may_write)
    made = deeds.comment(ask.world, issue, ask.user, ask.needed("body"), ask.app)
    shape = shapes.comment(ask.world, ask.repo, issue, made)
    return Answer(201, shape, {"Location": str(shape["url"])})


@route("GET", f"{REPO}/issues/comments", "issues", "pull_requests")
def all_comments(ask: Ask) -> Answer:
    return ask.page(
        shapes.comment(ask.world, ask.repo, issue, found)
        for issue in ask.repo.issues.values()
        for found in issue.comments
    )


@route("GET", COMMENT, "issues", "pull_requests")
def one_comment(ask: Ask) -> Answer:
    issue, found = _comment(ask)
    return Answer(200, shapes.comment(ask.world, ask.repo, issue, found))


@route("PATCH", COMMENT, "issues", "pull_requests")
def edit(ask: Ask) -> Answer:
    issue, found = _comment(ask)
    _check_own(ask, found)
    deeds.check_locked(issue, may_write=ask.may_write)
    deeds.edit_comment(ask.world, issue, found, ask.needed("body"))
    return Answer(200, shapes.comment(ask.world, ask.repo, issue, found))


@route("DELETE", COMMENT, "issues", "pull_requests")
def delete(ask: Ask) -> Answer:
    issue, found = _comment(ask)
    _check_own(ask, found)
    issue.comments.remove(found)
    issue.updated = ask.world.clock.tick()
    return Answer(204)


def _comment(ask: Ask) -> tuple[Issue, Comment]:
    number = ask.argument("comment_id")
    for issue in ask.repo.issues.values():
        for found in issue.comments:
            if found.id == number:
                return issue, found
    raise not_found()


def _check_own(ask: Ask, found: Comment) -> None:
    if (
        not ask.is_integration
        and ask.user is not found.author
        and ask.permission < Permission.WRITE
    ):
        raise Refusal(403, "Must have write access to change another's comment.")
