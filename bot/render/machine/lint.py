"""A lint report as JSON, after `bot/schemas/lint.schema.json`."""

from __future__ import annotations

from bot.core.review import LintReport
from bot.render.machine.records import FORMAT, fault_record, finding_record, written


def lint_json(report: LintReport) -> str:
    """Return a lint report as JSON text, in the order of the files."""
    return written(
        {
            "schema": FORMAT,
            "clean": report.clean,
            "files": report.files,
            "findings": [finding_record(finding) for finding in report.findings],
            "faults": [fault_record(fault) for fault in report.faults],
        }
    )
