"""Says in a pull request who has to approve, who has, and whose approval is stale.

Names are code, so that nobody is mentioned: who is asked is asked once, by GitHub itself.
"""

from __future__ import annotations

from collections.abc import Iterator

from bot.core.approvals.answer import ApprovalTree, State
from bot.core.errors import Fault
from bot.render.approvals import ApprovalRow, approval_rows, approval_title, uncounted
from bot.render.escape import code_span, prose
from bot.render.markdown.budget import Part, Rank
from bot.render.markdown.parts import details, row, table

_MOST_ROWS = 20
_LONGEST = 300
_LONGEST_NAME = 120


def approval_parts(tree: ApprovalTree) -> Iterator[Part]:
    """Yield the table of approvals, and below it, folded, whose reviews do not count."""
    rows = approval_rows(tree)
    if not rows and tree.objection is None and not tree.notes:
        return
    texts = [f"#### {approval_title(tree)}"]
    if tree.objection is not None:
        texts.append(f"{code_span(tree.objection.login, width=_LONGEST_NAME)} asked for changes.")
    if rows:
        texts.append(_table(rows[:_MOST_ROWS], judged=tree.judged))
    if len(rows) > _MOST_ROWS:
        texts.append(f"and {len(rows) - _MOST_ROWS:,} more; `--format json` has all")
    if tree.notes:
        texts.append("\n".join(map(_note, tree.notes[:_MOST_ROWS])))
    yield Part("\n\n".join(texts))
    told = list(uncounted(tree))
    if told:
        lines = [
            f"* {code_span(login, width=_LONGEST_NAME)}: {prose(why, width=_LONGEST)}"
            for login, why in told[:_MOST_ROWS]
        ]
        lines += [f"\nand {len(told) - _MOST_ROWS:,} more"] if len(told) > _MOST_ROWS else []
        yield Part(details("Reviews that do not count", "\n".join(lines)), Rank.DETAIL)


def _note(note: Fault) -> str:
    place = f"{code_span(str(note.where), width=_LONGEST_NAME)}: " if note.where else ""
    return f"* {place}{prose(note.message, width=_LONGEST)}; {prose(note.hint, width=_LONGEST)}"


def _table(rows: tuple[ApprovalRow, ...], *, judged: bool) -> str:
    head = ("needed", "why", "who can approve")
    if not judged:
        return table(head, (row(_asked(one)) for one in rows))
    return table((*head, "given", "stale"), (row((*_asked(one), *_answered(one))) for one in rows))


def _asked(one: ApprovalRow) -> tuple[str, ...]:
    return tuple(_cell(text) for text in (one.needed, one.why, one.who))


def _answered(one: ApprovalRow) -> tuple[str, str]:
    word = one.state if one.state is State.APPROVED else f"**{one.state}**"
    return (f"{word}: {_cell(one.given)}", _cell(one.stale))


def _cell(text: str) -> str:
    return prose(text, cell=True, width=_LONGEST) if text else "—"
