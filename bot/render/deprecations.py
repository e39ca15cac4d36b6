"""Says what is deprecated and when each of it may go: as text, Markdown, or JSON."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from bot.core.deprecation.calendar import Notice
from bot.core.text import shortened
from bot.render.escape import code_span
from bot.render.machine.records import FORMAT, written
from bot.render.markdown.parts import row, table
from bot.render.terminal import Terminal
from bot.render.text.page import GAP, Block, Line, Row, Table, Tone
from bot.render.text.printing import printed
from bot.render.words import counted

_HEAD = ("may go on", "element", "deprecated since", "by commit", "read by", "announced", "instead")
_ON_SCREEN = 5
"""So many columns fit on a terminal; the others are for wider pages."""
_COMMIT = 10
_LONGEST = 120
_MOST_READERS = 3
_NOTHING = "—"


def render_deprecations(
    notices: Sequence[Notice], form: str, terminal: Terminal, today: date
) -> str:
    """Return the notices in one of the formats: text, markdown, json."""
    match form:
        case "json":
            told = [notice.plain() for notice in notices]
            return written({"schema": FORMAT, "today": str(today), "deprecations": told})
        case "markdown":
            return _markdown(notices, today)
        case _:
            return printed(_page(notices, today), terminal)


def _page(notices: Sequence[Notice], today: date) -> Iterator[Block]:
    if notices:
        rows = tuple(Row(_cells(each, today)[:_ON_SCREEN], _tone(each, today)) for each in notices)
        yield Table(_HEAD[:_ON_SCREEN], rows)
        yield GAP
    yield Line(_summary(notices, today), Tone.QUIET)


def _markdown(notices: Sequence[Notice], today: date) -> str:
    parts = ["# Deprecations", _summary(notices, today).capitalize() + "."]
    if notices:
        rows = (row(code_span(text, cell=True) for text in _cells(each, today)) for each in notices)
        parts.append(table(_HEAD, rows))
    return "\n\n".join(parts) + "\n"


def _cells(notice: Notice, today: date) -> tuple[str, ...]:
    clock, told = notice.clock, notice.clock.told
    since = f"{clock.day}" if clock.settled else f"{clock.day} or before"
    announced = [told.removal or ""]
    announced += [f"version {told.removal_version}"] if told.removal_version else []
    cells = (
        _first_day(notice, today),
        notice.address,
        since,
        clock.since.id[:_COMMIT],
        _readers(notice),
        ", ".join(filter(None, announced)) or _NOTHING,
        told.replaced_by or _NOTHING,
    )
    return tuple(shortened(text, _LONGEST) for text in cells)


def _first_day(notice: Notice, today: date) -> str:
    if notice.may_go(today):
        return "now"
    told = str(notice.first_day)
    if not notice.clock.settled and notice.first_day == notice.clock.first_day:
        told += " or before"
    missing = notice.clock.releases_missing
    return f"{told}, after {counted(missing, 'release', 'releases')}" if missing else told


def _readers(notice: Notice) -> str:
    if notice.readers is None:
        return _NOTHING
    readers = notice.readers
    named = ", ".join(readers[:_MOST_READERS])
    more = len(readers) - _MOST_READERS
    return f"{named} and {more} more" if more > 0 else named or "nobody"


def _tone(notice: Notice, today: date) -> Tone:
    return Tone.GOOD if notice.may_go(today) else Tone.PLAIN


def _summary(notices: Sequence[Notice], today: date) -> str:
    if not notices:
        return "nothing is deprecated"
    ready = sum(notice.may_go(today) for notice in notices)
    contracts = len({(notice.file, notice.contract) for notice in notices})
    return (
        f"{counted(len(notices), 'deprecation', 'deprecations')} in"
        f" {counted(contracts, 'contract', 'contracts')}; {ready:,} may go on {today}"
    )
