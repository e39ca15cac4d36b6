"""The words on approvals that all formats for people share. Names stand in backticks."""

from __future__ import annotations

from collections.abc import Iterator

from bot.core.approvals.answer import Answer, ApprovalTree, State
from bot.core.approvals.contributors import SHORT
from bot.core.approvals.steps import remedy
from bot.core.records import dataclass

MOST_NAMES = 8
_OUTSIDER = "is not one of them"


@dataclass(frozen=True, slots=True, kw_only=True)
class ApprovalRow:
    """A requirement as one line of a table."""

    needed: str
    why: str
    who: str
    given: str
    stale: str
    state: State


def approval_title(tree: ApprovalTree) -> str:
    """Return the head over the table of approvals."""
    if not tree.judged:
        return "Who will be asked to approve"
    return f"Approvals: {tree.state}"


def approval_rows(tree: ApprovalTree) -> tuple[ApprovalRow, ...]:
    """Return a line for each requirement, in the order of the tree."""
    return tuple(_row(answer, judged=tree.judged) for answer in tree.leaves())


def missing_approvals(tree: ApprovalTree | None) -> int:
    """Return how many approvals are missing; 0 where nobody knows, or none is."""
    if tree is None or not tree.judged or tree.state is not State.PENDING:
        return 0
    pending = (answer for answer in tree.leaves() if answer.state is State.PENDING)
    return sum(max(0, answer.need.count - len(answer.given)) for answer in pending)


def unclear_approvals(tree: ApprovalTree | None) -> bool:
    """Tell whether approvals cannot be judged."""
    return tree is not None and tree.judged and tree.state is State.UNDECIDED


def uncounted(tree: ApprovalTree) -> Iterator[tuple[str, str]]:
    """Yield each reviewer who does not count for something, with the reasons.

    Who counts somewhere is not told for what is none of their business.
    """
    busy: set[str] = set()
    for answer in tree.leaves():
        busy |= {found.login.lower() for found in (*answer.given, *answer.unsure)}
        busy |= {found.login.lower() for found in answer.stale}
    told: dict[str, tuple[str, dict[str, None]]] = {}
    for answer in tree.leaves():
        for found in answer.passed_over:
            key = found.login.lower()
            if found.why != _OUTSIDER:
                told.setdefault(key, (found.login, {}))[1][found.why] = None
            elif key not in busy:
                told.setdefault(key, (found.login, {}))[1]["cannot give any of these"] = None
    for login, whys in told.values():
        plain = [why for why in whys if why != "cannot give any of these"] or list(whys)
        yield login, "; ".join(plain)


def _row(answer: Answer, *, judged: bool) -> ApprovalRow:
    need = answer.need
    given = _given(answer) if judged else ""
    return ApprovalRow(
        needed=f"{need.count} approvals: {need.title}" if need.count > 1 else need.title,
        why="; ".join(need.reasons),
        who=_who(answer),
        given=given,
        stale="; ".join(
            f"`{one.login}` on `{one.commit[:SHORT]}`: {one.why}"
            for one in answer.stale[:MOST_NAMES]
        ),
        state=answer.state,
    )


def _given(answer: Answer) -> str:
    parts = [f"{len(answer.given)} of {answer.need.count}"] if answer.need.count else []
    if answer.given:
        parts.append(_listed([approval.login for approval in answer.given]))
    if answer.unsure:
        parts.append(f"unclear: {_listed([approval.login for approval in answer.unsure])}")
    parts += [
        f"{'has' if condition.met else 'lacks'} `{condition.name}`"
        for condition in answer.conditions
    ]
    if answer.trouble:
        parts.append(answer.trouble)
    return "; ".join(parts) or "nothing to approve"


def _who(answer: Answer) -> str:
    who = answer.need.who
    names = [*answer.people, *(f"@{team}" for team in who.teams)]
    nobody = [] if answer.need.count == 0 else [f"nobody: {remedy(answer)}"]
    parts = [_listed(names)] if names else nobody
    if answer.unknown_teams:
        parts.append(f"members unknown of {_listed([f'@{team}' for team in answer.unknown_teams])}")
    return "; ".join(parts)


def _listed(names: list[str]) -> str:
    shown = [f"`{name}`" for name in names[:MOST_NAMES]]
    if len(names) > MOST_NAMES:
        shown.append(f"{len(names) - MOST_NAMES} more")
    return ", ".join(shown)
