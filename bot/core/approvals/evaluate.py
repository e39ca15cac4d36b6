"""Judges what is needed by the reviews that were given, into a tree that explains itself."""

from __future__ import annotations

from collections.abc import Mapping

from bot.core.approvals.answer import (
    Answer,
    Answers,
    ApprovalTree,
    Condition,
    Given,
    Left,
    Node,
    Objection,
    PassedOver,
    State,
    leaves,
    together,
)
from bot.core.approvals.assignment import Sides, best
from bot.core.approvals.contributors import contributors
from bot.core.approvals.need import Need, Needs, Requirement, Skipped
from bot.core.approvals.people import Membership, given, known_teams, membership, unknown_teams
from bot.core.approvals.policy import ApprovalPolicy
from bot.core.approvals.pull_request import PullRequest, ReviewState, is_bot, succeeded
from bot.core.approvals.standing import Judging, Standing, opinions, standing
from bot.core.records import dataclass


def will_be_asked(needed: Needs) -> ApprovalTree:
    """Return the tree without any review: it says what is needed, and judges nothing."""
    return ApprovalTree(root=_unjudged(needed), state=State.PENDING, judged=False)


def evaluate(needed: Needs, pull_request: PullRequest, policy: ApprovalPolicy) -> ApprovalTree:
    """Return how far everything that is needed is met by the reviews of a pull request.

    The order in which reviews are handed in does not matter; `Review.order` does, where one person
    approves and asks for changes.
    """
    judging = Judging(
        pull_request=pull_request,
        policy=policy,
        teams=known_teams(policy, pull_request.teams),
        contributors=contributors(pull_request, policy),
    )
    evaluation = _Evaluation(
        judging, {need.key: standing(need, judging) for need in _requirements(needed)}
    )
    root = evaluation.best(needed)
    objection = _objection(judging)
    unclear = any(answer.trouble for answer in leaves(root))
    return ApprovalTree(
        root=root,
        state=_state(root.state, objection),
        judged=True,
        troubles=judging.contributors.troubles if unclear else (),
        objection=objection,
    )


def wants_reviews(needed: Needs) -> bool:
    """Tell whether reviews, labels or statuses are needed at all, or nobody need fetch them."""
    return any(
        need.count or need.labels or need.statuses or need.trouble for need in _requirements(needed)
    )


def _state(state: State, objection: Objection | None) -> State:
    if state is State.UNDECIDED or (objection is not None and objection.unsure):
        return State.UNDECIDED
    return state if objection is None else State.PENDING


def _requirements(need: Need) -> list[Requirement]:
    match need:
        case Requirement():
            return [need]
        case Skipped():
            return []
        case Needs():
            return [found for part in need.parts for found in _requirements(part)]


@dataclass(frozen=True, slots=True)
class _Evaluation:
    judging: Judging
    standings: Mapping[str, Standing]

    def best(self, needed: Needs) -> Answers:
        """Return the answers where each person counts where it helps most."""
        if self.judging.policy.several_roles:
            return self._together(needed, None)
        sides: dict[str, set[str]] = {}
        for need in _requirements(needed):
            for login in self.standings[need.key].fresh:
                sides.setdefault(login, set()).add(need.side)
        people = {login: frozenset(found) for login, found in sides.items()}

        def worth(chosen: Sides) -> tuple[int, ...]:
            root = self._together(needed, chosen)
            return (_RANKS[root.state], _approved(root))

        return self._together(needed, best(people, worth))

    def _together(self, needed: Needs, sides: Sides | None) -> Answers:
        parts = tuple(self._node(part, sides) for part in needed.parts)
        return Answers(
            title=needed.title,
            every=needed.every,
            parts=parts,
            state=together([part.state for part in parts], every=needed.every),
        )

    def _node(self, need: Need, sides: Sides | None) -> Node:
        match need:
            case Requirement():
                return self._answer(need, sides)
            case Skipped():
                return Left(need)
            case Needs():
                return self._together(need, sides)

    def _answer(self, need: Requirement, sides: Sides | None) -> Answer:
        found = self.standings[need.key]
        counted: list[Given] = []
        elsewhere: list[PassedOver] = []
        for login, approval in found.fresh.items():
            if sides is None or sides.get(login) == need.side:
                counted.append(approval)
            else:
                elsewhere.append(_elsewhere(approval, sides.get(login, "")))
        unsure = tuple(
            approval
            for login, approval in found.unsure.items()
            if sides is None or sides.get(login, need.side) == need.side
        )
        trouble = need.trouble
        if trouble is None and need.count:
            trouble = next(iter(self.judging.contributors.troubles), None)
        conditions = _conditions(need, self.judging.pull_request)
        met = all(condition.met for condition in conditions)
        return Answer(
            need=need,
            state=_leaf_state(need, len(counted), len(unsure), met=met, trouble=trouble),
            given=tuple(counted),
            unsure=unsure,
            stale=tuple(found.stale),
            passed_over=(*found.passed_over, *elsewhere),
            conditions=conditions,
            unknown_teams=unknown_teams(need.who, self.judging.teams),
            barred=tuple(
                login
                for login in need.who.people
                if login.lower() in self.judging.contributors.barred
            ),
            trouble=trouble,
        )


_RANKS = {State.SKIPPED: 2, State.APPROVED: 2, State.UNDECIDED: 1, State.PENDING: 0}
"""A placing that lacks nothing but a team's members is worth more than one that lacks approvals."""


def _approved(node: Node) -> int:
    """Return how much is approved below a node; whole answers weigh more than single approvals."""
    match node:
        case Answer():
            counted = min(len(node.given), node.need.count)
            return counted + (1000 if node.state is State.APPROVED else 0)
        case Left():
            return 0
        case Answers():
            return sum(_approved(part) for part in node.parts)


def _leaf_state(
    need: Requirement, counted: int, unsure: int, *, met: bool, trouble: str | None
) -> State:
    if trouble is not None:
        return State.UNDECIDED
    if counted >= need.count:
        return State.APPROVED if met else State.PENDING
    return State.UNDECIDED if counted + unsure >= need.count else State.PENDING


def _elsewhere(approval: Given, side: str) -> PassedOver:
    name = side.partition(":")[2] or side
    return PassedOver(
        login=approval.login,
        review=approval.review,
        why=f"counts as {name}, and one person fills one role",
    )


def _conditions(need: Requirement, pull_request: PullRequest) -> tuple[Condition, ...]:
    labels = (Condition(f"label {name}", name in pull_request.labels) for name in need.labels)
    statuses = (
        Condition(f"status {name}", succeeded(pull_request, name)) for name in need.statuses
    )
    return (*labels, *statuses)


def _objection(judging: Judging) -> Objection | None:
    """Return who holds the change up: the newest of those who may and who asked for changes."""
    who = given(judging.policy.objectors, judging.policy)
    newest: tuple[int, Objection] | None = None
    for login, reviews in opinions(judging.pull_request):
        last = reviews[-1]
        is_member = membership(who, login, judging.teams)
        if last.state is not ReviewState.CHANGES_REQUESTED or is_bot(login, last.kind):
            continue
        if is_member is not Membership.NO and (newest is None or last.order > newest[0]):
            unsure = is_member is Membership.UNKNOWN
            newest = (last.order, Objection(login=last.login, review=last.id, unsure=unsure))
    return None if newest is None else newest[1]


def _unjudged(needed: Needs) -> Answers:
    parts: list[Node] = []
    for need in needed.parts:
        match need:
            case Requirement():
                parts.append(Answer(need=need, state=State.PENDING, trouble=need.trouble))
            case Skipped():
                parts.append(Left(need))
            case Needs():
                parts.append(_unjudged(need))
    states = [part.state for part in parts]
    return Answers(
        title=needed.title,
        every=needed.every,
        parts=tuple(parts),
        state=together(states, every=needed.every),
    )
