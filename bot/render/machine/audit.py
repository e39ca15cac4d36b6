"""What is kept of a release for those who ask years later: a line of JSON in its tag's message.

git for-each-ref refs/tags --format='%(contents:trailers:key=Contract-Steward-Audit,valueonly)'
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from hashlib import sha256

from bot import __version__
from bot.core.approvals.answer import Answer, ApprovalTree
from bot.core.approvals.pull_request import PullRequest
from bot.core.finding import Finding
from bot.core.records import dataclass
from bot.core.release.notes import Notes
from bot.core.release.plan import Planned
from bot.core.review import Passed, Review
from bot.core.text import visible
from bot.render.machine.records import Record, value
from bot.render.words import headline

TRAILER = "Contract-Steward-Audit"
FORMAT = 1
"""Grows when something that was there changes or goes."""
_MOST_FINDINGS = 200
_LONGEST_TEXT = 300


@dataclass(frozen=True, slots=True, kw_only=True)
class Account:
    """The pull request that brought a version, and how it was judged when it was merged."""

    pull_request: PullRequest
    review: Review


def tag_message(planned: Planned, notes: Notes, data: bytes, account: Account | None) -> str:
    """Return the message of a release's tag: a title, the verdict, and the audit as a trailer.

    The trailer is one line of JSON in ASCII, so that nothing in it begins another one.
    """
    contract = planned.contract
    lines = [visible(f"{contract.id} {contract.version}")[:200], ""]
    if account is not None:
        pull = account.pull_request
        lines += [f"Pull request {pull.number}. {visible(headline(account.review))}", ""]
    record = audit_record(planned, notes, data, account)
    text = json.dumps(record, ensure_ascii=True, allow_nan=False, separators=(",", ":"))
    return "\n".join((*lines, f"{TRAILER}: {text}", ""))


def read_audit(message: str) -> Mapping[str, object] | None:
    """Return the audit that a tag's message holds; None where it holds none that can be read."""
    for line in reversed(message.splitlines()):
        name, colon, text = line.partition(": ")
        if colon and name == TRAILER:
            try:
                found = json.loads(text)
            except (ValueError, RecursionError):
                return None
            return found if isinstance(found, dict) else None
    return None


def audit_record(planned: Planned, notes: Notes, data: bytes, account: Account | None) -> Record:
    """Return what was released, how it was judged, and who approved what content."""
    contract = planned.contract
    review = account.review if account else None
    findings = _of_review(review, contract.id) if review else [one.finding for one in notes.entries]
    return {
        "format": FORMAT,
        "steward": __version__,
        "contract": contract.id,
        "version": contract.version,
        "previous": notes.previous.version if notes.previous else None,
        "file": contract.file,
        "blob": planned.state.blob,
        "sha256": sha256(data).hexdigest(),
        "commit": planned.state.commit,
        "required_bump": notes.required.word,
        "pull_request": _pull_request(account.pull_request) if account else None,
        "verdict": _verdict(review) if review else None,
        "findings": [_finding(found) for found in findings[:_MOST_FINDINGS]],
        "findings_left_out": max(len(findings) - _MOST_FINDINGS, 0),
        "approvals": _approvals(review.approvals) if review else None,
    }


def _of_review(review: Review, contract_id: str) -> Sequence[Finding]:
    entries = (entry for entry in review.contracts if entry.id == contract_id)
    return [finding for entry in entries for finding in entry.all_findings()]


def _pull_request(pull: PullRequest) -> Record:
    return {"number": pull.number, "author": pull.author, "head": pull.head}


def _verdict(review: Review) -> Record:
    steps = () if isinstance(review.verdict, Passed) else review.verdict.steps
    return {
        "word": review.verdict.word.lower(),
        "steps": [_short(step) for step in steps[:_MOST_FINDINGS]],
    }


def _finding(finding: Finding) -> Record:
    waiver = finding.waiver
    return {
        "rule": finding.rule,
        "weight": finding.weight.word,
        "path": _short(finding.path),
        "message": _short(finding.message),
        "fingerprint": finding.fingerprint,
        "waiver": None
        if waiver is None
        else {"reason": _short(waiver.reason), "owner": waiver.owner, "until": str(waiver.expires)},
    }


def _approvals(tree: ApprovalTree | None) -> Record | None:
    if tree is None:
        return None
    return {
        "state": str(tree.state) if tree.judged else None,
        "requirements": [_requirement(answer) for answer in tree.leaves()],
    }


def _requirement(answer: Answer) -> Record:
    need = answer.need
    return {
        "key": need.key,
        "role": str(need.role),
        "title": _short(need.title),
        "count": need.count,
        "state": str(answer.state),
        "reasons": [_short(reason) for reason in need.reasons[:20]],
        "content": {
            path: {"base": blobs.base, "head": blobs.head}
            for path, blobs in list(need.content.items())[:_MOST_FINDINGS]
        },
        "given": [
            {"login": one.login, "review": one.review, "commit": one.commit} for one in answer.given
        ],
    }


def _short(text: str) -> str:
    return str(value(text[:_LONGEST_TEXT]))
