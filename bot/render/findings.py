"""The words on findings that all formats for people share: values, places, witnesses.

Nothing here is escaped: each format does that at its last step.
"""

from __future__ import annotations

import json
from collections.abc import Iterable

from bot.core.errors import Location
from bot.core.finding import Finding, Witness
from bot.core.text import shortened
from bot.core.waiver import Waiver

NOTHING = "—"
"""Stands where there is no value."""
_LONGEST_IN_ROW = 32
_WAIVED = 1.5


def what(finding: Finding) -> str:
    """Return the rule's name, and the earlier release that it is told against."""
    return f"{finding.name} against {finding.release}" if finding.release else finding.name


def value_text(value: object) -> str:
    """Return a value of a contract as people write it, one that is missing as a dash."""
    match value:
        case None:
            return NOTHING
        case str():
            return value or '""'
        case _:
            return json.dumps(value, ensure_ascii=False, default=str)


def step_text(before: object, after: object) -> str:
    """Return what was and what is; a dash where the finding has no values."""
    if before is None and after is None:
        return NOTHING
    return f"{value_text(before)} → {value_text(after)}"


def place_of(finding: Finding) -> Location | None:
    """Return the place where people should look: the old one for what was removed."""
    removed = finding.after is None and finding.before is not None
    return finding.base if removed and finding.base else finding.head or finding.base


def place_text(finding: Finding, file: str = "") -> str:
    """Return the place as `file:line`, or in a table on one file as the line alone."""
    place = place_of(finding)
    if place is None:
        return NOTHING
    old = place == finding.base != finding.head
    if file and (old or place.file == file):
        return f"{place.line} (old)" if old else str(place.line)
    one_name = finding.head is None or finding.head.file == place.file
    return f"{place} (old)" if old and one_name else str(place)


def witness_rows(witness: Witness) -> tuple[tuple[str, str], tuple[str, str]]:
    """Return the two sides of a witness: who accepts the row, and why the other refuses it."""
    other = "new" if witness.valid_under == "old" else "old"
    row = json.dumps(_short(witness.row), ensure_ascii=False, default=str)
    return (f"{witness.valid_under} accepts", row), (f"{other} refuses", witness.violates)


def _short(value: object) -> object:
    """Return a value of a row with its long texts cut: they are made up, and read by people."""
    match value:
        case str():
            return shortened(value, _LONGEST_IN_ROW)
        case dict():
            return {key: _short(entry) for key, entry in value.items()}
        case list():
            return [_short(entry) for entry in value]
        case _:
            return value


def weightiest_first(findings: Iterable[Finding]) -> list[Finding]:
    """Return the findings in the order in which people should read them.

    What is waived comes after everything that asks for a look, and before the notes.
    """
    return sorted(
        findings,
        key=lambda finding: (-_rank(finding), finding.contract, finding.path, finding.rule),
    )


def _rank(finding: Finding) -> float:
    return finding.weight if finding.waiver is None else min(finding.weight, _WAIVED)


def weight_text(finding: Finding) -> str:
    """Return how much a finding weighs, or that it is waived."""
    return finding.weight.word if finding.waiver is None else "waived"


def waiver_text(waiver: Waiver) -> str:
    """Return who excuses a finding, until when, and why, with the place that says so."""
    return f"waived by `{waiver.owner}` until {waiver.expires} in `{waiver.where}`: {waiver.reason}"
