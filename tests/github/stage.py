"""How a test sets the stage: people, branches, pull requests, reviews, without any call."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import timedelta
from pathlib import Path

from bot.adapters.clock import now
from tests.github.clock import Clock
from tests.github.deeds import issues, pulls, releases, reviews
from tests.github.limits import limits
from tests.github.snapshot import snapshot
from tests.github.state import (
    App,
    Asset,
    Comment,
    Issue,
    Label,
    Permission,
    Pull,
    Release,
    Repository,
    Review,
    Team,
    Token,
    TokenKind,
    User,
)
from tests.github.store import Entry, Who
from tests.github.world import GITHUB, WORKFLOW, Scopes, World

APP_SCOPES: Scopes = {**WORKFLOW, "members": "read", "metadata": "read"}


class Stage:
    """The deeds of people on GitHub, as plain calls. What GitHub refuses raises its Refusal."""

    def __init__(self, folder: Path, *, owner: str, name: str, private: bool) -> None:
        self.clock = Clock()
        self.world = World(folder, self.clock)
        self.organisation = self.world.add_user(owner, kind="Organization")
        self.repo = self.world.add_repository(self.organisation, name)
        self.repo.private = private

    def snapshot(self) -> dict[str, object]:
        """Return what a visitor sees of the repository, without numbers and times."""
        return snapshot(self.repo)

    # People.

    def user(self, login: str, permission: Permission | None = None, *, bot: bool = False) -> User:
        """Return the user of that name, made when new; with a permission, a collaborator."""
        user = self.world.users.get(login) or self.world.add_user(login, "Bot" if bot else "User")
        if permission is not None:
            self.repo.collaborators[login] = permission
        return user

    def team(
        self, slug: str, *members: str, permission: Permission | None = Permission.WRITE
    ) -> Team:
        """Make a team of the organisation; with a permission, one of the repository."""
        for login in members:
            self.user(login)
        if permission is not None:
            self.repo.teams[slug] = permission
        return self.world.add_team(self.organisation, slug, members)

    def delete_user(self, login: str) -> None:
        """Let a user leave GitHub; what they wrote stays, without a name."""
        self.world.users[login].deleted = True

    def token(
        self,
        kind: TokenKind = TokenKind.ACTIONS,
        *,
        login: str | None = None,
        scopes: Scopes | None = None,
    ) -> str:
        """Make a token and return its text. A person's needs the login."""
        world = self.world
        app: App | None = None
        granted: Scopes = {}
        match kind:
            case TokenKind.ACTIONS:
                user, app, granted = self.user("github-actions[bot]"), world.actions, WORKFLOW
            case TokenKind.FORK:
                user, app = self.user("github-actions[bot]"), world.actions
                granted = dict.fromkeys(WORKFLOW, "read")
            case TokenKind.APP:
                slug = login or "contract-steward"
                user, app, granted = self.user(f"{slug}[bot]", bot=True), self.app(slug), APP_SCOPES
            case TokenKind.PERSON:
                assert login is not None
                user = self.user(login)
        value = f"token-{len(world.tokens) + 1}"
        world.add_token(Token(value, kind, user, app, dict(granted if scopes is None else scopes)))
        return value

    def use_up(self, token: str, *, leaving: int = 0, resets_in: float = 3600) -> None:
        """Let a token have few calls left, until so many real seconds from now."""
        left = limits(self.world, self.world.tokens[token])
        left.remaining = leaving
        left.reset = int((now() + timedelta(seconds=resets_in)).timestamp())

    def app(self, slug: str) -> App:
        """Return the App of that name, made when new."""
        for known in self.world.apps:
            if known.slug == slug:
                return known
        made = App(self.world.next_id(), slug, self.organisation)
        self.world.apps.append(made)
        return made

    # Git.

    def commit(  # noqa: PLR0913 - what a commit consists of
        self,
        files: Mapping[str, Entry],
        *,
        branch: str = "main",
        message: str = "Change files",
        author: str | Who = "octocat",
        committer: str | Who | None = None,
        repo: Repository | None = None,
    ) -> str:
        """Commit on a branch and return the commit's id; None removes a file.

        A new branch starts at the tip of the default branch. An author that is a login is known
        to GitHub; a `Who` with a strange address is not.
        """
        repo = repo or self.repo
        store = repo.store
        tip = store.tip(branch) or store.tip(repo.default_branch)
        writer = self._who(author)
        made = store.commit(
            store.write_tree(tip, files), [tip] if tip else [], message,
            author=writer, committer=self._who(committer) if committer else writer,
            when=self.clock.tick(),
        )  # fmt: skip
        self.point(branch, made, repo=repo)
        return made

    def _who(self, author: str | Who) -> Who:
        return author if isinstance(author, Who) else self.world.who(self.user(author))

    def merge_commit(
        self,
        branch: str,
        other: str,
        *,
        author: str | Who = "octocat",
        repo: Repository | None = None,
    ) -> str:
        """Merge another branch into a branch, as a person does on a laptop."""
        repo = repo or self.repo
        ours, theirs = repo.store.tip(branch), repo.store.resolve(other)
        assert ours is not None
        assert theirs is not None
        made = repo.store.commit(
            repo.store.merge_trees(ours, theirs), [ours, theirs],
            f"Merge branch '{other}' into {branch}",
            author=self._who(author), committer=self._who(author), when=self.clock.tick(),
        )  # fmt: skip
        self.point(branch, made, repo=repo)
        return made

    def point(self, branch: str, sha: str, *, repo: Repository | None = None) -> None:
        """Make a branch or force it elsewhere; open pull requests follow."""
        repo = repo or self.repo
        repo.store.point(f"refs/heads/{branch}", sha)
        pulls.follow(self.world, repo)

    def delete_branch(self, branch: str, *, repo: Repository | None = None) -> None:
        repo = repo or self.repo
        repo.store.forget(f"refs/heads/{branch}")
        pulls.follow(self.world, repo)

    def tag(self, name: str, sha: str, message: str | None = None) -> None:
        """Make a tag: an annotated one where there is a message."""
        if message is not None:
            sha = self.repo.store.tag(name, sha, message, GITHUB, self.clock.tick())
        self.repo.store.point(f"refs/tags/{name}", sha)

    def protect(self, branch: str, *checks: str) -> None:
        """Let a branch change by pull requests only, and by those whose checks have passed."""
        self.repo.protected[branch] = checks

    def fork(self, owner: str, name: str | None = None) -> Repository:
        return self.world.add_repository(self.user(owner), name or self.repo.name, self.repo)

    def delete_fork(self, fork: Repository) -> None:
        """Let a fork be deleted; its pull requests stay."""
        self.world.repositories.remove(fork)
        for pull in self.repo.pulls():
            if pull.head_repo is fork:
                pull.head_repo = None

    # Pull requests.

    def open_pull(  # noqa: PLR0913 - what a pull request consists of
        self,
        head: str,
        *,
        author: str = "octocat",
        base: str = "main",
        title: str = "Change a contract",
        body: str | None = None,
        draft: bool = False,
        fork: Repository | None = None,
    ) -> Pull:
        """Open a pull request from a branch of the repository or of a fork."""
        return pulls.open_pull(
            self.world, self.repo, self.user(author), head_repo=fork or self.repo, head=head,
            base=base, title=title, body=body, draft=draft,
        )  # fmt: skip

    def merge(self, pull: Pull, method: pulls.MergeMethod = "merge", *, by: str = "octocat") -> str:
        """Merge a pull request; return the new tip of its base."""
        return pulls.merge(self.world, self.repo, pull, self.user(by), method)

    def close(self, issue: Issue) -> None:
        pulls.close(self.world, issue) if isinstance(issue, Pull) else issues.close_issue(
            self.world, issue
        )

    def reopen(self, pull: Pull) -> None:
        pulls.reopen(self.world, self.repo, pull)

    def retarget(self, pull: Pull, base: str) -> None:
        pulls.retarget(self.world, self.repo, pull, base)

    def review(
        self,
        pull: Pull,
        login: str,
        event: reviews.Event = "APPROVE",
        *,
        body: str = "",
        commit: str | None = None,
    ) -> Review:
        """Review a pull request, at its head or at an earlier commit."""
        return reviews.submit(
            self.world, self.repo, pull, self.user(login), event, body=body, commit=commit
        )

    def dismiss(self, pull: Pull, review: Review, message: str = "Outdated") -> None:
        reviews.dismiss(self.world, pull, review, message)

    def ask(self, pull: Pull, *logins: str, teams: Iterable[Team] = ()) -> None:
        users = [self.user(login) for login in logins]
        reviews.ask(
            self.world, self.repo, pull, self.user("octocat"), users=users, teams=list(teams)
        )

    def take_back(self, pull: Pull, login: str, *, by: str = "octocat") -> None:
        """Let somebody take back that a person was asked for a review."""
        asked = [user for user in pull.asked if user.login == login]
        reviews.take_back(self.world, pull, self.user(by), users=asked, teams=[])

    # Issues.

    def comment(self, issue: Issue, login: str, body: str) -> Comment:
        return issues.comment(self.world, issue, self.user(login), body)

    def delete_comment(self, issue: Issue, comment: Comment) -> None:
        issue.comments.remove(comment)
        issue.updated = self.clock.tick()

    def open_issue(self, title: str, *, author: str = "octocat", body: str | None = None) -> Issue:
        return issues.open_issue(self.world, self.repo, self.user(author), title, body)

    def label(self, name: str, description: str | None = None) -> Label:
        return issues.make_label(self.world, self.repo, name, description=description)

    def put_labels(self, issue: Issue, *names: str) -> None:
        issues.put_labels(self.world, self.repo, issue, list(names))

    def lock(self, issue: Issue) -> None:
        issues.lock(self.world, issue, locked=True)

    def release(self, tag: str, *, target: str | None = None, body: str | None = None) -> Release:
        author = self.user("octocat")
        return releases.make(self.world, self.repo, author, tag=tag, target=target, body=body)

    def asset(self, release: Release, name: str, content: bytes) -> Asset:
        """Put a file to a release."""
        return releases.upload(
            self.world, release, self.user("octocat"), name=name, content=content,
            content_type="application/octet-stream",
        )  # fmt: skip
