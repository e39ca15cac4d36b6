"""Whom to ask for a review: a pure answer; asking them is somebody else's."""

from __future__ import annotations

from collections.abc import Iterator

from bot.core.approvals.answer import Answer, Answers, ApprovalTree, Left, Node, State
from bot.core.approvals.contributors import contributors
from bot.core.approvals.people import known_teams
from bot.core.approvals.policy import ApprovalPolicy, Requesting
from bot.core.approvals.pull_request import PullRequest, Teams, is_bot
from bot.core.records import dataclass


@dataclass(frozen=True, slots=True)
class Reviewer:
    """A login, or the `org/team` of a team, to ask for a review."""

    name: str
    is_team: bool = False


def to_request(
    tree: ApprovalTree, pull_request: PullRequest, policy: ApprovalPolicy
) -> tuple[Reviewer, ...]:
    """Return whom to ask, each once, people before teams, in the order of their names.

    Nobody for a draft, nor for what is approved, skipped or unclear. Never the author or another
    who may not approve, an app, a team or person that GitHub would refuse (one such name fails
    the whole request), who inherits access as an owner of the organisation, who is asked already,
    or who has reviewed the head already.
    """
    if pull_request.draft or policy.request is Requesting.NOBODY:
        return ()
    teams = known_teams(policy, pull_request.teams)
    asking = _Asking(
        pull_request=pull_request,
        policy=policy,
        teams=teams,
        barred=frozenset(contributors(pull_request, policy).barred),
        reviewed=_reviewed(pull_request),
    )
    found: dict[tuple[bool, str], Reviewer] = {}
    for answer in _pending(tree.root):
        for reviewer in asking.of(answer):
            found.setdefault((reviewer.is_team, reviewer.name.lower()), reviewer)
    return tuple(found[key] for key in sorted(found))


@dataclass(frozen=True, slots=True, kw_only=True)
class _Asking:
    pull_request: PullRequest
    policy: ApprovalPolicy
    teams: Teams
    barred: frozenset[str]
    reviewed: frozenset[str]

    def of(self, answer: Answer) -> Iterator[Reviewer]:
        """Yield whom to ask for one requirement."""
        who = answer.need.who
        mode = self.policy.request
        given = {approval.login.lower() for approval in answer.given}
        people = list(who.people) if mode is not Requesting.TEAMS else []
        if mode is Requesting.PEOPLE:
            for team in who.teams:
                people += sorted(self.teams.members.get(team.lower(), ()))
        for login in people:
            if login.lower() not in given and self._may_ask(login):
                yield Reviewer(login)
        if mode is not Requesting.PEOPLE:
            for team in who.teams:
                if self._may_ask_team(team):
                    yield Reviewer(team, is_team=True)

    def _may_ask(self, login: str) -> bool:
        key = login.lower()
        access = self.pull_request.collaborators
        reachable = access is None or (key in access.people and key not in access.inherited)
        author = (self.pull_request.author or "").lower()
        busy = key in self.reviewed or self._asked(key)
        return reachable and not busy and key not in {*self.barred, author} and not is_bot(login)

    def _may_ask_team(self, team: str) -> bool:
        key = team.lower()
        access = self.pull_request.collaborators
        reachable = "/" in key and (access is None or key in access.teams)
        return reachable and key not in self.teams.missing and not self._asked(key)

    def _asked(self, key: str) -> bool:
        return key in {name.lower() for name in self.pull_request.requested}


def _reviewed(pull_request: PullRequest) -> frozenset[str]:
    """Return who has reviewed the head: they know of it, until it changes."""
    return frozenset(
        review.login.lower()
        for review in pull_request.reviews
        if review.commit == pull_request.head
    )


def _pending(node: Node) -> Iterator[Answer]:
    if node.state is not State.PENDING:
        return
    match node:
        case Answer():
            if len(node.given) < node.need.count:
                yield node
        case Answers():
            for part in node.parts:
                yield from _pending(part)
        case Left():
            pass
