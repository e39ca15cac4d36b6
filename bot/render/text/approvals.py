"""Says on a terminal who has to approve, who has, and whose approval is stale."""

from __future__ import annotations

from collections.abc import Iterator

from bot.core.approvals.answer import ApprovalTree, State
from bot.render.approvals import ApprovalRow, approval_rows, approval_title, uncounted
from bot.render.escape import line
from bot.render.text.page import GAP, Block, Line, Pairs, Row, Table, Tone

_MOST_ROWS = 60
_LONGEST = 160
_TONES = {
    State.APPROVED: Tone.GOOD,
    State.PENDING: Tone.DOUBTFUL,
    State.UNDECIDED: Tone.BAD,
    State.SKIPPED: Tone.QUIET,
}


def approval_blocks(tree: ApprovalTree) -> Iterator[Block]:
    """Yield the table of approvals, and below it whose reviews do not count."""
    rows = approval_rows(tree)
    if not rows and tree.objection is None and not tree.notes:
        return
    yield GAP
    yield Line(approval_title(tree), Tone.TITLE)
    if tree.objection is not None:
        yield Line(line(f"`{tree.objection.login}` asked for changes.", _LONGEST), indent=2)
    if rows:
        yield GAP
        yield _table(rows[:_MOST_ROWS], judged=tree.judged)
    if len(rows) > _MOST_ROWS:
        more = f"and {len(rows) - _MOST_ROWS:,} more; --format json has all"
        yield Line(more, Tone.QUIET, 2)
    for note in tree.notes[:_MOST_ROWS]:
        yield Line(line(f"{note.where}: {note.message}; {note.hint}", 300), Tone.DOUBTFUL, 2, 2)
    told = list(uncounted(tree))[:_MOST_ROWS]
    if told:
        yield GAP
        yield Line("Reviews that do not count", Tone.TITLE, 2)
        yield Pairs(tuple((line(login, 40), line(why, _LONGEST)) for login, why in told), 4)


def _table(rows: tuple[ApprovalRow, ...], *, judged: bool) -> Table:
    if not judged:
        return Table(
            ("needed", "why", "who can approve"),
            tuple(Row(_cells(one.needed, one.why, one.who)) for one in rows),
        )
    return Table(
        ("state", "needed", "why", "who can approve", "given", "stale"),
        tuple(
            Row(
                (str(one.state), *_cells(one.needed, one.why, one.who, one.given, one.stale)),
                _TONES[one.state],
            )
            for one in rows
        ),
    )


def _cells(*texts: str) -> tuple[str, ...]:
    return tuple(line(text, _LONGEST) for text in texts)
