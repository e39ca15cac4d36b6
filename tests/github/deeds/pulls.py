"""What happens to a pull request: opened, pushed to, retargeted, merged, closed."""

from __future__ import annotations

from datetime import datetime
from typing import Literal

import pygit2

from tests.github.answers import Refusal, invalid, unprocessable
from tests.github.state import Pull, Repository, Review, User
from tests.github.store import Conflict, Who
from tests.github.world import GITHUB, World

MergeMethod = Literal["merge", "squash", "rebase"]
LONGEST_BODY = 65_536
LONGEST_TITLE = 256


def next_number(repo: Repository) -> int:
    return max(repo.issues, default=0) + 1


def check_text(resource: str, title: str | None, body: str | None) -> None:
    """Refuse a title or a body that is too long."""
    if title is not None and len(title) > LONGEST_TITLE:
        raise invalid(resource, "title", "custom", "title is too long (maximum is 256 characters)")
    if body is not None and len(body) > LONGEST_BODY:
        raise invalid(resource, "body", "custom", "body is too long (maximum is 65536 characters)")


def open_pull(  # noqa: PLR0913 - what a pull request consists of
    world: World,
    repo: Repository,
    author: User,
    *,
    head_repo: Repository,
    head: str,
    base: str,
    title: str,
    body: str | None = None,
    draft: bool = False,
) -> Pull:
    """Open a pull request. Raises the 422 of a missing branch, no commits, or one that exists."""
    check_text("PullRequest", title, body)
    base_sha, head_sha = repo.store.tip(base), head_repo.store.tip(head)
    if base_sha is None:
        raise invalid("PullRequest", "base", "invalid")
    if head_sha is None:
        raise invalid("PullRequest", "head", "invalid")
    label = f"{head_repo.owner.login}:{head}"
    for pull in repo.pulls():
        same = pull.head_repo is head_repo and pull.head_ref == head and pull.base_ref == base
        if pull.state == "open" and same:
            raise unprocessable("PullRequest", f"A pull request already exists for {label}.")
    if not repo.store.between(base_sha, head_sha):
        raise unprocessable("PullRequest", f"No commits between {base} and {label}")
    now = world.clock.tick()
    pull = Pull(
        id=world.next_id(), number=next_number(repo), title=title, body=body, author=author,
        created=now, updated=now, head_repo=head_repo, head_owner=head_repo.owner, head_ref=head,
        head_sha=head_sha, base_ref=base, base_sha=base_sha, draft=draft,
    )  # fmt: skip
    repo.issues[pull.number] = pull
    point(repo, pull)
    return pull


def point(repo: Repository, pull: Pull) -> None:
    """Let refs/pull/N/head, and where both sides fit together refs/pull/N/merge, follow."""
    repo.store.point(f"refs/pull/{pull.number}/head", pull.head_sha)
    merge = f"refs/pull/{pull.number}/merge"
    base = repo.store.tip(pull.base_ref)
    if pull.state == "open" and base is not None and mergeable(repo, pull):
        tree = repo.store.merge_trees(base, pull.head_sha)
        made = repo.store.commit(
            tree, [base, pull.head_sha], f"Merge {pull.head_sha} into {base}",
            author=GITHUB, committer=GITHUB, when=pull.updated,
        )  # fmt: skip
        repo.store.point(merge, made)
        pull.merge_sha = made


def mergeable(repo: Repository, pull: Pull) -> bool:
    """Tell whether the two sides merge without conflict."""
    base = repo.store.tip(pull.base_ref)
    if base is None or repo.store.merge_base(base, pull.head_sha) is None:
        return False
    try:
        repo.store.merge_trees(base, pull.head_sha)
    except Conflict:
        return False
    return True


def follow(world: World, changed: Repository) -> None:
    """Let open pull requests follow the branches of a repository that has just changed."""
    for repo in world.repositories:
        for pull in repo.pulls():
            if pull.state != "open":
                continue
            if pull.head_repo is changed:
                _follow_head(world, repo, pull)
            if repo is changed:
                point(repo, pull)


def _follow_head(world: World, repo: Repository, pull: Pull) -> None:
    assert pull.head_repo is not None
    tip = pull.head_repo.store.tip(pull.head_ref)
    base = repo.store.tip(pull.base_ref)
    if tip is None:
        close(world, pull)
    elif tip != pull.head_sha:
        pull.head_sha, pull.base_sha = tip, base or pull.base_sha
        pull.updated = world.clock.tick()
        point(repo, pull)


def close(world: World, pull: Pull) -> None:
    pull.state, pull.closed = "closed", world.clock.tick()
    pull.updated = pull.closed


def reopen(world: World, repo: Repository, pull: Pull) -> None:
    """Open a closed pull request again. Raises a 422 where its branch is gone or it is merged."""
    gone = pull.head_repo is None or pull.head_repo.store.tip(pull.head_ref) is None
    if pull.merged or gone:
        raise unprocessable("PullRequest", "state cannot be changed. The branch has been deleted.")
    pull.state, pull.closed, pull.updated = "open", None, world.clock.tick()
    _follow_head(world, repo, pull)


def retarget(world: World, repo: Repository, pull: Pull, base: str) -> None:
    """Let a pull request ask to be merged elsewhere. Raises a 422."""
    tip = repo.store.tip(base)
    if tip is None:
        raise invalid("PullRequest", "base", "invalid")
    pull.base_ref, pull.base_sha, pull.updated = base, tip, world.clock.tick()
    point(repo, pull)


def fork_point(repo: Repository, pull: Pull) -> str:
    """Return the commit from which the difference of a pull request is told."""
    return repo.store.merge_base(pull.base_sha, pull.head_sha) or pull.base_sha


def commits(repo: Repository, pull: Pull) -> list[pygit2.Commit]:
    return repo.store.between(fork_point(repo, pull), pull.head_sha)


def latest_reviews(pull: Pull) -> dict[str, Review]:
    """Return by login the review that counts: comments do not take an approval back."""
    return {r.author.login: r for r in pull.reviews if r.state not in {"COMMENTED", "PENDING"}}


def merge(  # noqa: PLR0913 - what a merge is told
    world: World,
    repo: Repository,
    pull: Pull,
    user: User,
    method: MergeMethod = "merge",
    *,
    sha: str | None = None,
    title: str | None = None,
    message: str | None = None,
) -> str:
    """Merge, and return the new tip of the base. Raises 405 or 409 where GitHub would."""
    base = repo.store.tip(pull.base_ref)
    if pull.state != "open" or pull.draft or base is None or not mergeable(repo, pull):
        raise Refusal(405, "Pull Request is not mergeable")
    if sha is not None and sha != pull.head_sha:
        raise Refusal(409, "Head branch was modified. Review and try the merge again.")
    for check in repo.protected.get(pull.base_ref, ()):
        if check not in passed(repo, pull.head_sha):
            raise Refusal(405, f'Required status check "{check}" is expected.')
    now, who = world.clock.tick(), world.who(user)
    words = _words(pull, method, title, message)
    if method == "rebase":
        made = _rebase(repo, pull, base, who, now)
    else:
        parents = [base, pull.head_sha] if method == "merge" else [base]
        tree = repo.store.merge_trees(base, pull.head_sha)
        made = repo.store.commit(tree, parents, words, author=who, committer=GITHUB, when=now)
    repo.store.point(f"refs/heads/{pull.base_ref}", made)
    pull.state, pull.closed, pull.merged, pull.updated = "closed", now, now, now
    pull.merged_by, pull.merge_sha = user, made
    follow(world, repo)
    return made


def passed(repo: Repository, sha: str) -> set[str]:
    """Return the names of the checks and statuses that have passed on a commit, the newest count.

    Of a check run, neutral and skipped pass as well.
    """
    runs = {run.name: run.conclusion for run in repo.checks if run.sha == sha}
    states = {status.context: status.state for status in repo.statuses if status.sha == sha}
    good = {"success", "neutral", "skipped"}
    return {name for name, end in {**states, **runs}.items() if end in good}


def _words(pull: Pull, method: MergeMethod, title: str | None, message: str | None) -> str:
    first = f"{pull.title} (#{pull.number})"
    rest = ""
    if method == "merge":
        first = f"Merge pull request #{pull.number} from {pull.head_owner.login}/{pull.head_ref}"
        rest = pull.title
    rest = message if message is not None else rest
    return "\n\n".join(part for part in (title or first, rest) if part)


def _rebase(repo: Repository, pull: Pull, base: str, who: Who, when: datetime) -> str:
    tip = base
    for commit in commits(repo, pull):
        if len(commit.parents) > 1:
            continue
        try:
            tree = repo.store.replay(commit, tip)
        except Conflict:
            raise Refusal(405, "This branch can't be rebased") from None
        author = Who(commit.author.name, commit.author.email)
        tip = repo.store.commit(
            tree, [tip], commit.message, author=author, committer=who, when=when
        )
    return tip
