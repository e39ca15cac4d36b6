"""Reviews, comments on lines, and who is asked for a review."""

from __future__ import annotations

from typing import cast

from tests.github.answers import Answer, Refusal, invalid, not_found
from tests.github.ask import Ask
from tests.github.deeds import reviews as deeds
from tests.github.routes.comments import ISSUE
from tests.github.routes.pulls import PULL
from tests.github.routing import REPO, route
from tests.github.shapes import issue_events, people
from tests.github.shapes import pulls as shapes
from tests.github.state import Pull, Review, ReviewComment, Team, TokenKind

REVIEW = f"{PULL}/reviews/{{review_id}}"


@route("GET", f"{PULL}/reviews", "pull_requests")
def reviews(ask: Ask) -> Answer:
    asker = ask.token.user if ask.token else None
    shown = [r for r in ask.pull.reviews if r.state != "PENDING" or asker is r.author]
    return ask.page(shapes.review(ask.world, ask.repo, ask.pull, found) for found in shown)


@route("POST", f"{PULL}/reviews", "pull_requests")
def submit(ask: Ask) -> Answer:
    event = ask.text("event") or "PENDING"
    if event not in deeds.STATES:
        raise Refusal(422, "Unprocessable Entity", [f"Variable $event was provided {event}"])
    if event == "APPROVE" and ask.token and ask.token.kind is TokenKind.ACTIONS:
        raise Refusal(
            422,
            "Unprocessable Entity",
            ["GitHub Actions is not permitted to approve pull requests."],
        )
    comments = ask.json.get("comments") or []
    if not isinstance(comments, list):
        raise Refusal(422, "Invalid request.\n\nFor 'comments', this is not an array.")
    review = deeds.submit(
        ask.world, ask.repo, ask.pull, ask.user, cast("deeds.Event", event),
        body=ask.text("body") or "", commit=ask.text("commit_id"),
        remarks=[_remark(each) for each in comments],
    )  # fmt: skip
    return Answer(200, shapes.review(ask.world, ask.repo, ask.pull, review))


def _remark(sent: object) -> deeds.Remark:
    if not isinstance(sent, dict) or not sent.get("path") or not sent.get("body"):
        raise Refusal(422, "Invalid request.\n\nA comment needs a path and a body.")
    return deeds.Remark(
        path=str(sent["path"]),
        body=str(sent["body"]),
        line=sent.get("line"),
        start_line=sent.get("start_line"),
        side=str(sent.get("side") or "RIGHT"),
        reply_to=sent.get("in_reply_to"),
    )


@route("GET", REVIEW, "pull_requests")
def review(ask: Ask) -> Answer:
    return Answer(200, shapes.review(ask.world, ask.repo, ask.pull, _review(ask)))


@route("PUT", REVIEW, "pull_requests")
def change_review(ask: Ask) -> Answer:
    found = _review(ask)
    found.body = ask.needed("body")
    ask.world.clock.tick()
    return Answer(200, shapes.review(ask.world, ask.repo, ask.pull, found))


@route("GET", f"{REVIEW}/comments", "pull_requests")
def comments_of_review(ask: Ask) -> Answer:
    found = [c for c in ask.pull.review_comments if c.review == _review(ask).id]
    return ask.page(shapes.review_comment(ask.world, ask.repo, ask.pull, each) for each in found)


@route("PUT", f"{REVIEW}/dismissals", "pull_requests")
def dismiss(ask: Ask) -> Answer:
    found = _review(ask)
    deeds.dismiss(ask.world, ask.pull, found, ask.needed("message"))
    return Answer(200, shapes.review(ask.world, ask.repo, ask.pull, found))


def _review(ask: Ask) -> Review:
    return ask.among(ask.pull.reviews, "review_id")


@route("GET", f"{PULL}/comments", "pull_requests")
def comments(ask: Ask) -> Answer:
    found = ask.pull.review_comments
    return ask.page(shapes.review_comment(ask.world, ask.repo, ask.pull, each) for each in found)


@route("POST", f"{PULL}/comments", "pull_requests")
def remark(ask: Ask) -> Answer:
    sent, pull = _remark(ask.json), ask.pull
    if part := deeds.fault_of(ask.repo, pull, sent, ask.text("commit_id")):
        field = f"pull_request_review_thread.{part}"
        text = f"{field} must be part of the diff" if part == "line" else f"{field} is invalid"
        raise invalid("PullRequestReviewComment", field, "custom", text)
    review = deeds.submit(
        ask.world, ask.repo, pull, ask.user, "COMMENT",
        commit=ask.text("commit_id"), remarks=[sent],
    )  # fmt: skip
    made = next(c for c in pull.review_comments if c.review == review.id)
    return Answer(201, shapes.review_comment(ask.world, ask.repo, pull, made))


@route("GET", f"{REPO}/pulls/comments/{{comment_id}}", "pull_requests")
def comment(ask: Ask) -> Answer:
    pull, found = _comment(ask)
    return Answer(200, shapes.review_comment(ask.world, ask.repo, pull, found))


@route("PATCH", f"{REPO}/pulls/comments/{{comment_id}}", "pull_requests")
def change_comment(ask: Ask) -> Answer:
    pull, found = _comment(ask)
    found.body, found.updated = ask.needed("body"), ask.world.clock.tick()
    return Answer(200, shapes.review_comment(ask.world, ask.repo, pull, found))


@route("DELETE", f"{REPO}/pulls/comments/{{comment_id}}", "pull_requests")
def delete_comment(ask: Ask) -> Answer:
    pull, found = _comment(ask)
    pull.review_comments.remove(found)
    ask.world.clock.tick()
    return Answer(204)


def _comment(ask: Ask) -> tuple[Pull, ReviewComment]:
    number = ask.argument("comment_id")
    for pull in ask.repo.pulls():
        for found in pull.review_comments:
            if found.id == number:
                return pull, found
    raise not_found()


@route("GET", f"{PULL}/requested_reviewers", "pull_requests")
def requested(ask: Ask) -> Answer:
    users = [people.simple_user(ask.world, user) for user in ask.pull.asked]
    teams = [people.team(ask.world, team) for team in ask.pull.asked_teams]
    return Answer(200, {"users": users, "teams": teams})


@route("POST", f"{PULL}/requested_reviewers", "pull_requests")
def request(ask: Ask) -> Answer:
    users = [ask.world.user(login) for login in ask.words("reviewers")]
    deeds.ask(ask.world, ask.repo, ask.pull, ask.user, users=users, teams=_teams(ask))
    return Answer(201, shapes.simple(ask.world, ask.repo, ask.pull))


@route("DELETE", f"{PULL}/requested_reviewers", "pull_requests")
def unrequest(ask: Ask) -> Answer:
    users = [user for user in ask.pull.asked if user.login in ask.words("reviewers")]
    deeds.take_back(ask.world, ask.pull, ask.user, users=users, teams=_teams(ask))
    return Answer(200, shapes.simple(ask.world, ask.repo, ask.pull))


@route("GET", f"{ISSUE}/events", "issues", "pull_requests")
def events(ask: Ask) -> Answer:
    issue = ask.issue
    found = issue.events if isinstance(issue, Pull) else []
    return ask.page(issue_events.asked(ask.world, ask.repo, each) for each in found)


def _teams(ask: Ask) -> list[Team]:
    slugs = ask.words("team_reviewers")
    if slugs and ask.token and ask.token.kind in {TokenKind.ACTIONS, TokenKind.FORK}:
        node = people.node("T", 0)
        raise Refusal(422, f"Could not resolve to a node with the global id of '{node}'.")
    return [ask.world.team(ask.repo.owner.login, slug) for slug in slugs]
