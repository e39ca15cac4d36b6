"""Pull requests: read, opened, changed, merged; their commits and files."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from typing import cast

from tests.github.answers import Answer, Refusal, invalid, not_found
from tests.github.ask import Ask
from tests.github.deeds import pulls as deeds
from tests.github.routing import REPO, route
from tests.github.shapes import commits as commit_shapes
from tests.github.shapes import pulls as shapes
from tests.github.state import Issue, Pull, Repository
from tests.github.world import GITHUB

MOST_FILES = 3000
MOST_COMMITS = 250
PULL = f"{REPO}/pulls/{{pull_number}}"


@route("GET", f"{REPO}/pulls", "pull_requests")
def pulls(ask: Ask) -> Answer:
    found: Iterable[Pull] = ask.repo.pulls()
    state = ask.call.query.get("state", "open")
    if state != "all":
        found = [pull for pull in found if pull.state == state]
    if head := ask.call.query.get("head"):
        found = [pull for pull in found if f"{pull.head_owner.login}:{pull.head_ref}" == head]
    if base := ask.call.query.get("base"):
        found = [pull for pull in found if pull.base_ref == base]
    sort = ask.call.query.get("sort", "created")
    newest_first = ask.call.query.get("direction", "desc" if sort == "created" else "asc") == "desc"
    order = sorted(found, key=ORDERS.get(sort, _by_age), reverse=newest_first)
    return ask.page(shapes.simple(ask.world, ask.repo, pull) for pull in order)


def _by_age(pull: Issue) -> tuple[datetime, int]:
    return pull.created, pull.number


def _by_change(pull: Issue) -> tuple[datetime, int]:
    return pull.updated, pull.number


ORDERS = {"created": _by_age, "updated": _by_change}


@route("POST", f"{REPO}/pulls", "pull_requests")
def open_pull(ask: Ask) -> Answer:
    head_repo, head = _head(ask, ask.needed("head"))
    pull = deeds.open_pull(
        ask.world, ask.repo, ask.user, head_repo=head_repo, head=head, base=ask.needed("base"),
        title=ask.needed("title"), body=ask.text("body"), draft=ask.flag("draft"),
    )  # fmt: skip
    return Answer(201, shapes.full(ask.world, ask.repo, pull))


def _head(ask: Ask, named: str) -> tuple[Repository, str]:
    owner, colon, branch = named.partition(":")
    if not colon or owner == ask.repo.owner.login:
        return ask.repo, branch or owner
    for other in ask.world.repositories:
        if other.owner.login == owner and other.parent is ask.repo:
            return other, branch
    raise invalid("PullRequest", "head", "invalid")


@route("GET", PULL, "pull_requests")
def pull(ask: Ask) -> Answer:
    return Answer(200, shapes.full(ask.world, ask.repo, ask.pull))


@route("PATCH", PULL, "pull_requests")
def change_pull(ask: Ask) -> Answer:
    pull = ask.pull
    deeds.check_text("PullRequest", ask.text("title"), ask.text("body"))
    if base := ask.text("base"):
        deeds.retarget(ask.world, ask.repo, pull, base)
    pull.title = ask.text("title") or pull.title
    if "body" in ask.json:
        pull.body = ask.text("body")
    state = ask.text("state")
    if state == "closed" and pull.state == "open":
        deeds.close(ask.world, pull)
    elif state == "open" and pull.state == "closed":
        deeds.reopen(ask.world, ask.repo, pull)
    pull.updated = ask.world.clock.tick()
    return Answer(200, shapes.full(ask.world, ask.repo, pull))


@route("GET", f"{PULL}/commits", "pull_requests")
def commits(ask: Ask) -> Answer:
    listed = deeds.commits(ask.repo, ask.pull)
    return ask.page(
        commit_shapes.commit(ask.world, ask.repo, commit) for commit in listed[:MOST_COMMITS]
    )


@route("GET", f"{PULL}/files", "pull_requests")
def files(ask: Ask) -> Answer:
    pull = ask.pull
    diff = ask.repo.store.diff(deeds.fork_point(ask.repo, pull), pull.head_sha)
    # Patches are made for the page that is asked for only: a list may hold thousands.
    listed, headers = ask.cut(list(range(min(len(diff), MOST_FILES))))
    shown = (diff[number] for number in listed)
    return Answer(
        200,
        [
            commit_shapes.file(ask.world, ask.repo, patch, pull.head_sha)
            for patch in shown
            if patch is not None
        ],
        headers,
    )


@route("GET", f"{PULL}/merge", "contents")
def is_merged(ask: Ask) -> Answer:
    if ask.pull.merged is None:
        raise not_found()
    return Answer(204)


@route("PUT", f"{PULL}/merge", "contents")
def merge(ask: Ask) -> Answer:
    method = ask.text("merge_method") or "merge"
    if method not in {"merge", "squash", "rebase"}:
        raise invalid("PullRequest", "merge_method", "invalid")
    made = deeds.merge(
        ask.world, ask.repo, ask.pull, ask.user, cast("deeds.MergeMethod", method),
        sha=ask.text("sha"), title=ask.text("commit_title"), message=ask.text("commit_message"),
    )  # fmt: skip
    text = "Pull Request successfully merged"
    return Answer(200, {"sha": made, "merged": True, "message": text})


@route("PUT", f"{PULL}/update-branch", "pull_requests")
def update_branch(ask: Ask) -> Answer:
    """Merge the base into the head, as the button does."""
    pull = ask.pull
    base = ask.repo.store.tip(pull.base_ref)
    if pull.head_repo is None or base is None or not deeds.mergeable(ask.repo, pull):
        raise Refusal(422, "merge conflict between base and head")
    who, now = ask.world.who(ask.user), ask.world.clock.tick()
    made = pull.head_repo.store.commit(
        ask.repo.store.merge_trees(pull.head_sha, base), [pull.head_sha, base],
        f"Merge branch '{pull.base_ref}' into {pull.head_ref}",
        author=who, committer=GITHUB, when=now,
    )  # fmt: skip
    pull.head_repo.store.point(f"refs/heads/{pull.head_ref}", made)
    deeds.follow(ask.world, pull.head_repo)
    url = shapes.simple(ask.world, ask.repo, pull)["url"]
    return Answer(202, {"message": "Updating pull request branch.", "url": url})
