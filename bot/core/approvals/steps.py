"""What to do now about approvals, in words; what cannot be judged comes first."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from bot.core.approvals.answer import Answer, Answers, ApprovalTree, Left, Node, State
from bot.core.approvals.need import Role

_MOST_NAMES = 8
_MOST_ROLES = 5


def undecided_steps(tree: ApprovalTree) -> tuple[str, ...]:
    """Return what to do so that the approvals can be judged."""
    if not tree.judged:
        return ()
    steps = [f"Approvals cannot be judged: {trouble}." for trouble in tree.troubles]
    if tree.objection is not None and tree.objection.unsure:
        steps.append(
            f"`{tree.objection.login}` asked for changes, and nobody knows whether they may hold"
            " the change up: list the members of the teams under `teams` in the policy."
        )
    for answer in _in_state(tree.root, State.UNDECIDED):
        if answer.need.trouble:
            steps.append(f"Approvals cannot be judged: {answer.need.trouble}.")
        elif answer.trouble is None:
            names = _names(tuple(approval.login for approval in answer.unsure))
            teams = _names(tuple(f"@{team}" for team in answer.unknown_teams))
            steps.append(
                f"{names} approved as {answer.need.title}, but nobody knows who is in {teams}: list"
                " the members under `teams` in the policy, or let the steward read them."
            )
    return tuple(dict.fromkeys(steps))


def pending_steps(tree: ApprovalTree) -> tuple[str, ...]:
    """Return what to do so that the approvals are complete, in the order of the tree.

    Who is asked in several roles is asked once.
    """
    if not tree.judged or tree.state is State.APPROVED:
        return ()
    pending = tuple(_in_state(tree.root, State.PENDING))
    together: dict[tuple[object, ...], list[Answer]] = {}
    for index, answer in enumerate(pending):
        alone = answer.stale or not _whom(answer)
        together.setdefault((index,) if alone else (_whom(answer),), []).append(answer)
    steps = [step for answers in together.values() for step in _asking(answers)]
    if tree.objection is not None and not tree.objection.unsure:
        steps.append(f"Settle the changes that `{tree.objection.login}` asked for.")
    return tuple(dict.fromkeys(steps))


def _in_state(node: Node, state: State) -> Iterator[Answer]:
    """Yield the answers that make a whole what it is: none below what is approved anyway."""
    match node:
        case Answer():
            if node.state is state:
                yield node
        case Answers():
            if node.state not in {State.APPROVED, State.SKIPPED}:
                for part in node.parts:
                    yield from _in_state(part, state)
        case Left():
            pass


def _asking(answers: Sequence[Answer]) -> Iterator[str]:
    """Yield what to do about answers that the same people can give."""
    first = answers[0]
    whom = _whom(first)
    if whom:
        yield f"Ask for {whom} as {_roles(answers)}{_again(first)}."
    elif _missing(first) > 0:
        yield f"Nobody can approve as {_roles(answers)}: {remedy(first)}."
    for answer in answers:
        for condition in answer.conditions:
            if not condition.met:
                yield f"Wait for {condition.name}, which {answer.need.title} requires."


def _missing(answer: Answer) -> int:
    return answer.need.count - len(answer.given)


def _whom(answer: Answer) -> str:
    """Return how many approvals are missing, and of whom; empty where nobody can give them."""
    missing = _missing(answer)
    given = {approval.login.lower() for approval in answer.given}
    names = [f"`{login}`" for login in answer.people if login.lower() not in given]
    names += [f"a member of `@{team}`" for team in answer.need.who.teams]
    if missing <= 0 or not names:
        return ""
    return f"{'the approval' if missing == 1 else f'{missing} approvals'} of {_told(names)}"


def _roles(answers: Sequence[Answer]) -> str:
    """Return the roles, and why the first is needed where that holds for all."""
    titles = tuple(dict.fromkeys(answer.need.title for answer in answers))
    shown = [*titles[:_MOST_ROLES]]
    if len(titles) > len(shown):
        shown.append(f"{len(titles) - len(shown)} more")
    told = " and ".join((", ".join(shown[:-1]), shown[-1])) if len(shown) > 1 else shown[0]
    reasons = {answer.need.reasons[:1] for answer in answers}
    because = next(iter(reasons)) if len(reasons) == 1 else ()
    return f"{told} ({because[0]})" if because else told


def _again(answer: Answer) -> str:
    told = [f"`{stale.login}` approved before {stale.why}" for stale in answer.stale]
    return f"; {', '.join(told[:_MOST_NAMES])}" if told else ""


def _told(names: list[str]) -> str:
    shown = names[:_MOST_NAMES]
    if len(names) > len(shown):
        shown.append(f"{len(names) - len(shown)} more")
    return " or ".join(shown)


def _names(names: tuple[str, ...]) -> str:
    return ", ".join(f"`{name}`" for name in names[:_MOST_NAMES])


def remedy(answer: Answer) -> str:
    """Return what to write where nobody can give an approval."""
    need = answer.need
    if answer.barred:
        names = _names(answer.barred)
        return f"{names} made the change; name somebody else as well"
    if need.who.nameless:
        names = ", ".join(f"`{name}`" for name in need.who.nameless[:_MOST_NAMES])
        return f"add the login of {names} to `identities` in the policy"
    match need.role:
        case Role.BOARD:
            return "name a `board` in the policy"
        case Role.RULE:
            return "name people or teams in the rule"
        case Role.OWNER | Role.APPROVER | Role.CONSUMER:
            return "name an owner with a `gitHandle` in its team, in the policy, or in CODEOWNERS"
