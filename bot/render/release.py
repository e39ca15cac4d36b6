"""Says what versions brought: release notes, a changelog, and what is due."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from hashlib import sha256

from bot.core.errors import Fault
from bot.core.release.notes import Entry, Notes, Section
from bot.core.release.plan import Planned
from bot.core.rule import Protects, Rule
from bot.core.rules import CATALOGUE
from bot.core.text import visible
from bot.render.escape import code_span, prose
from bot.render.findings import value_text
from bot.render.machine.records import FORMAT, Record, fault_record, finding_record, written
from bot.render.markdown.budget import Part, Rank, bounded, fitted
from bot.render.words import counted

RELEASE_BUDGET = 120_000
"""GitHub takes 125,000 characters for a release; the rest is for what is added around the notes."""
_SECTION_BUDGET = 40_000
_LONGEST_TEXT = 600
_WAYS = {
    Protects.READERS: ("Readers", "Change what reads it before you take this version."),
    Protects.WRITERS: ("Writers", "Change what writes it before this version holds."),
    Protects.BOTH: ("Readers and writers", "Change what touches it before this version holds."),
    Protects.EVERYONE: ("Everyone", "See whether you rely on it before this version holds."),
}
"""Who is hurt by a break, and the way out: of those who read the notes, not of who made it."""
_KEEP_A_CHANGELOG = "[Keep a Changelog](https://keepachangelog.com/en/1.1.0/)"
_SEMVER = "[Semantic Versioning](https://semver.org/)"


def release_title(notes: Notes) -> str:
    """Return the title of a release: `orders 1.4.0`."""
    return visible(f"{notes.contract.id} {notes.contract.version}")[:200]


def release_notes(
    notes: Notes,
    *,
    commit: str,
    data: bytes,
    footer: Sequence[str] = (),
    limit: int = RELEASE_BUDGET,
) -> str:
    """Return the notes of a release as Markdown: breaking changes first, each with its way out.

    `data` is the contract file, whose checksum is told. `footer` is Markdown that is our own, such
    as who approved and where the versions are compared.
    """
    return fitted(tuple(_release(notes, commit, data, footer)), limit)


def _release(notes: Notes, commit: str, data: bytes, footer: Sequence[str]) -> Iterator[Part]:
    yield Part(_opening(notes), Rank.ALWAYS)
    for section, entries in notes.sections:
        lines, left = bounded(entries, _noted, _SECTION_BUDGET)
        yield Part("\n".join((f"### {section}", "", *lines, *_left(left))))
    for text in footer:
        yield Part(text, Rank.ALWAYS)
    yield Part(
        f"{code_span(notes.contract.file, width=200)} at {code_span(commit[:12])}, SHA-256"
        f" {code_span(sha256(data).hexdigest())}",
        Rank.ALWAYS,
    )


def _opening(notes: Notes) -> str:
    if notes.previous is None:
        return f"First release of {code_span(notes.contract.id, width=120)}."
    bump = (
        f"needed at least a {notes.required.word} bump" if notes.required else "no change of data"
    )
    breaking = len(notes.section(Section.BREAKING))
    told = counted(breaking, "breaking change", "breaking changes") if breaking else "Compatible"
    previous = code_span(notes.previous.version, width=60)
    return f"{told} since {previous}; {bump}."


def _noted(entry: Entry) -> str:
    finding = entry.finding
    lines = [f"* {prose(finding.message, width=_LONGEST_TEXT)}{_values(entry)}{_until(entry)}"]
    rule = _catalogue().get(finding.rule)
    if entry.section is Section.BREAKING and rule is not None:
        who, way = _WAYS[rule.protects]
        lines.append(f"  * {who}: {prose(rule.why, width=_LONGEST_TEXT)} {way}")
    return "\n".join(lines)


@cache
def _catalogue() -> Mapping[str, Rule]:
    return {rule.id: rule for rule in CATALOGUE}


def _values(entry: Entry) -> str:
    """Return the values before and after, where the message does not name them itself."""
    finding = entry.finding
    if finding.before is None or finding.after is None or entry.section is Section.DEPRECATED:
        return ""
    before, after = value_text(finding.before), value_text(finding.after)
    if after in finding.message:
        return ""
    return f" ({code_span(before, width=80)} → {code_span(after, width=80)})"


def _until(entry: Entry) -> str:
    return f"; may go on {entry.first_day} at the earliest" if entry.first_day else ""


def _left(number: int) -> list[str]:
    return [f"* and {counted(number, 'more', 'more')}"] if number else []


def changelog_markdown(all_notes: Sequence[Notes]) -> str:
    """Return the changelog of a contract as Markdown, newest version first.

    In the form of Keep a Changelog 1.1.0; what breaks stands in a part of its own, before the rest.
    """
    title = prose(all_notes[0].contract.id, width=120) if all_notes else "contract"
    lines = [
        f"# Changelog of {title}",
        "",
        f"In the form of {_KEEP_A_CHANGELOG}; versions follow {_SEMVER}.",
    ]
    for notes in all_notes:
        lines += ["", f"## [{_bare(notes.contract.version)}] - {notes.time:%Y-%m-%d}"]
        if notes.previous is None:
            lines += ["", "First version."]
        for section, entries in notes.sections:
            lines += ["", f"### {section}", "", *map(_noted, entries)]
    return "\n".join(lines) + "\n"


def _bare(version: str) -> str:
    return "".join(char for char in version if char.isalnum() or char in ".+-")[:80]


Due = tuple[Planned, Notes, bytes]
"""A version that is due, its notes, and the bytes of its file."""


def reconciled(due: Sequence[Due], faults: Sequence[Fault], contracts: int, form: str) -> str:
    """Return what is due to be released, oldest first, as text, markdown or json."""
    match form:
        case "json":
            return written(
                {
                    "format": FORMAT,
                    "contracts": contracts,
                    "releases": [due_record(*found) for found in due],
                    "faults": [fault_record(fault) for fault in faults],
                }
            )
        case "markdown":
            parts = [
                f"## {prose(release_title(told))}\n\n"
                + release_notes(told, commit=planned.state.commit, data=data)
                for planned, told, data in due
            ]
            return "\n".join(parts) or "Nothing is due to be released.\n"
        case _:
            return _text(due, faults, contracts)


def _text(due: Sequence[Due], faults: Sequence[Fault], contracts: int) -> str:
    if not contracts and not faults:
        return "nothing is due: no contract here is beyond a draft or a proposal\n"
    looked = counted(contracts, "contract file", "contract files")
    lines = [f"{counted(len(due), 'version is', 'versions are')} due, of {looked}"]
    width = max((len(planned.tag) for planned, _, _ in due), default=0)
    lines += [f"  {_due_line(planned, told, width)}" for planned, told, _ in due]
    lines += [str(fault) for fault in faults]
    return "\n".join(lines) + "\n"


def _due_line(planned: Planned, told: Notes, width: int) -> str:
    parts = [f"{len(entries)} {section.lower()}" for section, entries in told.sections]
    brought = ", ".join(parts) or "no change of data"
    state = planned.state
    what = brought if told.previous else "first release"
    return visible(f"{planned.tag:<{width}}  {state.time:%Y-%m-%d}  {state.commit[:10]}  {what}")


def due_record(planned: Planned, notes: Notes, data: bytes) -> Record:
    """Return a version that is due as JSON."""
    return {
        "tag": planned.tag,
        "contract": planned.contract.id,
        "version": planned.contract.version,
        "previous": notes.previous.version if notes.previous else None,
        "path": planned.contract.file,
        "commit": planned.state.commit,
        "time": planned.state.time.isoformat(),
        "preliminary": planned.preliminary,
        "required_bump": notes.required.word,
        "sha256": sha256(data).hexdigest(),
        "notes": [entry_record(entry) for entry in notes.entries],
    }


def notes_record(notes: Notes) -> Record:
    """Return the notes of a version as JSON."""
    return {
        "contract": notes.contract.id,
        "version": notes.contract.version,
        "previous": notes.previous.version if notes.previous else None,
        "time": notes.time.isoformat(),
        "required_bump": notes.required.word,
        "notes": [entry_record(entry) for entry in notes.entries],
    }


def entry_record(entry: Entry) -> Record:
    """Return one line of the notes as JSON."""
    first_day = entry.first_day.isoformat() if entry.first_day else None
    return {
        "section": str(entry.section).lower(),
        "first_removal_day": first_day,
        "finding": finding_record(entry.finding),
    }


def changelog_json(all_notes: Sequence[Notes]) -> str:
    """Return the changelog of a contract as JSON text, newest version first."""
    return written({"format": FORMAT, "versions": [notes_record(found) for found in all_notes]})
