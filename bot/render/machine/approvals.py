"""Approvals as JSON: the whole tree, with everything that explains it."""

from __future__ import annotations

from bot.core.approvals.answer import Answer, Answers, ApprovalTree, Given, Left, Node
from bot.render.machine.records import Record, fault_record


def approvals_record(tree: ApprovalTree | None) -> Record | None:
    """Return the approvals; nothing where the repository has no policy file."""
    if tree is None:
        return None
    objection = tree.objection
    return {
        "judged": tree.judged,
        "state": str(tree.state) if tree.judged else None,
        "troubles": list(tree.troubles),
        "objection": None
        if objection is None
        else {"login": objection.login, "review": objection.review, "unsure": objection.unsure},
        "notes": [fault_record(note) for note in tree.notes],
        "tree": _node(tree.root, judged=tree.judged),
    }


def _node(node: Node, *, judged: bool) -> Record:
    match node:
        case Answers():
            return {
                "kind": "all" if node.every else "any",
                "title": node.title,
                "state": str(node.state) if judged else None,
                "parts": [_node(part, judged=judged) for part in node.parts],
            }
        case Left():
            return {
                "kind": "skipped",
                "key": node.need.key,
                "title": node.need.title,
                "why": node.need.why,
            }
        case Answer():
            return _answer(node, judged=judged)


def _answer(answer: Answer, *, judged: bool) -> Record:
    need = answer.need
    return {
        "kind": "requirement",
        "key": need.key,
        "role": str(need.role),
        "title": need.title,
        "state": str(answer.state) if judged else None,
        "count": need.count,
        "reasons": list(need.reasons),
        "people": list(need.who.people),
        "teams": list(need.who.teams),
        "without_login": list(need.who.nameless),
        "barred": list(answer.barred),
        "unknown_teams": list(answer.unknown_teams),
        "files": list(need.content),
        "given": [_given(approval) for approval in answer.given],
        "unsure": [_given(approval) for approval in answer.unsure],
        "stale": [
            {
                "login": stale.login,
                "review": stale.review,
                "commit": stale.commit,
                "why": stale.why,
                "path": stale.path,
                "since": stale.since,
            }
            for stale in answer.stale
        ],
        "not_counted": [
            {"login": found.login, "review": found.review, "why": found.why}
            for found in answer.passed_over
        ],
        "conditions": [
            {"name": condition.name, "met": condition.met} for condition in answer.conditions
        ],
        "trouble": answer.trouble,
    }


def _given(approval: Given) -> Record:
    return {"login": approval.login, "review": approval.review, "commit": approval.commit}
