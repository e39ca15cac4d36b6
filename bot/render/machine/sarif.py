"""Reviews and lint reports as SARIF 2.1.0, within what GitHub's code scanning takes.

Source: OASIS SARIF 2.1.0 (sections in the code); GitHub, "SARIF support for code scanning".
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from types import MappingProxyType
from urllib.parse import quote

from bot import __version__
from bot.core.errors import Fault, Location
from bot.core.finding import Finding
from bot.core.policy.settings import SETTINGS_FILE
from bot.core.review import LintReport, Review
from bot.core.waiver import Waiver
from bot.render.escape import sarif_text
from bot.render.findings import weightiest_first
from bot.render.impact import owner
from bot.render.machine.levels import level
from bot.render.machine.records import Record, value, written
from bot.render.machine.sarif_rules import fault_rules, rule_descriptors

_MOST_RELATED = 10
MOST_RESULTS = 25_000
"""GitHub refuses a run with more; it shows the first 5,000 by level."""
_SCHEMA = (
    "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
)
_ROOT = "%SRCROOT%"
_Related = tuple[Record, Record]
"""A location, and the message that goes with it."""


def review_sarif(review: Review) -> str:
    """Return a review as SARIF, the weightiest results first."""
    return _log(review.findings(), review.faults, _reached(review))


def lint_sarif(report: LintReport) -> str:
    """Return a lint report as SARIF, the weightiest results first."""
    return _log(report.findings, report.faults)


def _reached(review: Review) -> Mapping[str, Sequence[_Related]]:
    """Return where those who are reached say what they read, by the fingerprint of the finding."""
    found: defaultdict[str, list[_Related]] = defaultdict(list)
    for one in review.impact:
        way = one.nearest
        told = sarif_text(f"reaches {one.name}, owned by {owner(one)}".replace("`", ""))
        place = _place(way.trail.edge.where, way.node.path)
        for fingerprint in one.findings:
            if len(found[fingerprint]) < _MOST_RELATED:
                found[fingerprint].append((place, {"text": told}))
    return found


def _log(
    findings: Iterable[Finding],
    faults: Sequence[Fault],
    reached: Mapping[str, Sequence[_Related]] = MappingProxyType({}),
) -> str:
    ordered = weightiest_first(findings)
    kept = ordered[: max(MOST_RESULTS - len(faults), 0)]
    rules = [*fault_rules(faults), *rule_descriptors(kept)]
    index = {str(rule["id"]): number for number, rule in enumerate(rules)}
    results = [_fault(fault) for fault in faults[:MOST_RESULTS]]
    results += [_result(finding, reached.get(finding.fingerprint, ())) for finding in kept]
    for result in results:
        result["ruleIndex"] = index[str(result["ruleId"])]
    _tell_apart(results)
    run: Record = {
        "tool": {
            "driver": {
                "name": "Contract Steward",
                "version": __version__,
                "semanticVersion": __version__,
                "rules": rules,
            }
        },
        "invocations": [_invocation(len(ordered) - len(kept))],
        "columnKind": "unicodeCodePoints",
        "results": results,
    }
    return written({"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]})


def _invocation(left_out: int) -> Record:
    told = f"{left_out} more results did not fit: a run holds {MOST_RESULTS}"
    notes = [{"level": "warning", "message": {"text": told}}] if left_out else []
    return {"executionSuccessful": True, "toolExecutionNotifications": notes}


def _result(finding: Finding, reached: Sequence[_Related]) -> Record:
    result: Record = {
        "ruleId": finding.rule,
        "level": level(finding.weight),
        "message": {"text": sarif_text(f"{finding.message}. {finding.hint}")},
        "locations": [_place(finding.head or finding.base, finding.path)],
        "partialFingerprints": {"contractSteward/v1": finding.fingerprint},
        "properties": {
            "contract": finding.contract,
            "weight": finding.weight.word,
            "plane": str(finding.plane),
            "before": value(finding.before),
            "after": value(finding.after),
        },
    }
    if finding.waiver is not None:
        result["suppressions"] = [_suppression(finding.waiver)]
    related = [*reached]
    if finding.base is not None and finding.head is not None:
        related.insert(0, (_place(finding.base), {"text": "before the change"}))
    if related:
        result["relatedLocations"] = [
            {**place, "id": number, "message": message}
            for number, (place, message) in enumerate(related, 1)
        ]
    return result


def _suppression(waiver: Waiver) -> Record:
    """Return a waiver as a suppression that is kept outside of the contract (3.35)."""
    return {
        "kind": "external",
        "status": "accepted",
        "justification": sarif_text(f"{waiver.reason} ({waiver.owner}, until {waiver.expires})"),
        "location": _place(waiver.where),
    }


def _fault(fault: Fault) -> Record:
    line = fault.where.line if fault.where else 0
    return {
        "ruleId": str(fault.code),
        "level": "error",
        "message": {"text": sarif_text(f"{fault.message}. {fault.hint}")},
        "locations": [_place(fault.where)],
        "partialFingerprints": {"contractSteward/v1": f"{fault.code}:{line}"},
    }


def _tell_apart(results: Iterable[Record]) -> None:
    """Give each fingerprint a number, as GitHub's own have: which of its equals it is."""
    seen: Counter[str] = Counter()
    for result in results:
        prints = result["partialFingerprints"]
        if isinstance(prints, dict):
            known = prints["contractSteward/v1"]
            seen[known] += 1
            prints["primaryLocationLineHash"] = f"{known}:{seen[known]}"


def _place(place: Location | None, path: str = "") -> Record:
    """Return a location; where there is none, that of the policy, since GitHub demands one."""
    place = place or Location(SETTINGS_FILE)
    record: Record = {
        "physicalLocation": {
            "artifactLocation": _artifact(place.file),
            "region": {"startLine": place.line, "startColumn": place.column},
        }
    }
    if path:
        record["logicalLocations"] = [{"fullyQualifiedName": path}]
    return record


def _artifact(file: str) -> Record:
    """Return a file as a URI reference (3.4.3): relative ones to the repository's root."""
    uri = quote(file, safe="/", errors="replace")
    if file.startswith("/"):
        return {"uri": f"file://{uri}"}
    return {"uri": uri, "uriBaseId": _ROOT}
