"""How the custom properties change in which a contract promises something for itself.

These are those that the steward reads: the compatibility mode, the window of a deprecation, and
the notice period.
"""

from __future__ import annotations

from bot.core.contract.model import Contract, CustomProperty
from bot.core.contract.node import Node
from bot.core.diff.changes import Added, Change, Changed, Removed
from bot.core.mode import Direction, Mode, read_mode
from bot.core.policy.wishes import MODE, WINDOW_DAYS, WINDOW_RELEASES, join, read_count
from bot.core.sets.durations import compare, read_duration

NOTICE = "noticePeriod"


def notice_order(change: Change) -> int | None:
    """Return -1 for a notice period that became shorter or went, 1 for a longer or a new one.

    A length that cannot be read counts as shorter: nobody can plan with it. 0 where it is as long
    as it was, None for every other change.
    """
    name, old, new = _told(change)
    if name != NOTICE:
        return None
    if isinstance(change, Changed):
        order = compare(read_duration(old), read_duration(new))
        return -1 if order is None else order
    return 1 if isinstance(change, Added) else -1


def promise_order(change: Change) -> int | None:
    """Return -1 where a contract promises less compatibility or a shorter window, 1 for more.

    A value that cannot be read promises nothing. 0 where the promise is what it was, None for
    every other change.
    """
    name, old, new = _told(change)
    if not isinstance(change.place.owner_before, Contract):
        return None
    if name == MODE:
        return _modes(_mode(old), _mode(new))
    if name in (WINDOW_DAYS, WINDOW_RELEASES):
        counts = [-1 if (count := read_count(name, side)) is None else count for side in (old, new)]
        return (counts[1] > counts[0]) - (counts[1] < counts[0])
    return None


def _told(change: Change) -> tuple[str, Node, Node]:
    """Return the name of a custom property whose value changed, and both values."""
    match change:
        case Changed(
            before=CustomProperty(property=name, value=old),
            after=CustomProperty(value=new),
            attribute="value",
        ):
            return name, old, new
        case Added(element=CustomProperty(property=name, value=value)):
            return name, None, value
        case Removed(element=CustomProperty(property=name, value=value)):
            return name, value, None
        case _:
            return "", None, None


def _mode(value: Node) -> Mode | None:
    return read_mode(value) if isinstance(value, str) else None


def _modes(old: Mode | None, new: Mode | None) -> int:
    """Return how two modes compare; one that asks for other data than the other is less."""
    before, after = old or _NO_MODE, new or _NO_MODE
    if before == after:
        return 0
    return 1 if join(before, after) == after else -1


_NO_MODE = Mode(Direction.NONE)
