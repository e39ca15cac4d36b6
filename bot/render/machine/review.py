"""A review as JSON, after `bot/schemas/review.schema.json`."""

from __future__ import annotations

from bot.core.finding import Finding
from bot.core.review import ContractReview, Passed, Review, Verdict
from bot.render.findings import weightiest_first
from bot.render.machine.approvals import approvals_record
from bot.render.machine.impact import impact_records
from bot.render.machine.records import (
    FORMAT,
    Record,
    fault_record,
    finding_record,
    value,
    written,
)
from bot.render.words import file_of


def review_json(review: Review) -> str:
    """Return a review as JSON text."""
    return written(review_record(review))


def review_record(review: Review) -> Record:
    """Return a review as a JSON object: the answer first, then findings, facts, contracts."""
    findings = weightiest_first(found for entry in review.contracts for found in entry.findings)
    return {
        "schema": FORMAT,
        "compatible": review.compatible,
        "required_bump": review.required.word,
        "verdict": _verdict(review.verdict),
        "base": review.base,
        "head": review.head,
        "findings": _findings(findings),
        "changes": [
            {
                "contract": entry.id,
                "subject": fact.subject,
                "path": fact.path,
                "before": value(fact.before),
                "after": value(fact.after),
            }
            for entry in review.contracts
            for fact in entry.facts
        ],
        "contracts": [_contract(entry) for entry in review.contracts],
        "impact": [one for entry in review.contracts for one in impact_records(entry)],
        "approvals": approvals_record(review.approvals),
        "registry": _findings(weightiest_first(review.registry)),
        "faults": [fault_record(fault) for fault in review.faults],
    }


def _verdict(verdict: Verdict) -> Record:
    steps = () if isinstance(verdict, Passed) else verdict.steps
    return {"word": verdict.word.lower(), "steps": list(steps)}


def _contract(entry: ContractReview) -> Record:
    named = entry.new or entry.old
    return {
        "id": entry.id,
        "name": named.name if named else None,
        "state": str(entry.state),
        "old_version": entry.old.version if entry.old else None,
        "new_version": entry.new.version if entry.new else None,
        "file": file_of(entry),
        "mode": str(entry.mode),
        "compatible": entry.compatible,
        "required_bump": entry.required.word,
        "suggested_version": entry.suggestion,
        "findings": _findings(weightiest_first(entry.all_findings())),
    }


def _findings(findings: list[Finding]) -> list[Record]:
    return [finding_record(finding) for finding in findings]
