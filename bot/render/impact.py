"""The words on who is reached by a review that all formats for people share.

Nothing here is escaped: each format does that at its last step.
"""

from __future__ import annotations

from bot.core.lineage.graph import NodeKind
from bot.core.lineage.reach import Reached, Side

HEAD = ("consumer", "reads", "by which way", "owner", "confidence")
_MOST_NAMES = 3


def who(one: Reached) -> str:
    """Return the name of who is reached, in backticks, and what it is, if no contract."""
    return f"`{one.name}`" if one.kind is NodeKind.CONTRACT else f"`{one.name}`, {one.kind}"


def reads(one: Reached) -> str:
    """Return what of the change concerns it: what it reads, or what it feeds."""
    told = _listed([*dict.fromkeys(start.name for start in one.starts)])
    return told if one.side is Side.READS else f"feeds {told}"


def way(one: Reached) -> str:
    """Return the nearest way: `directly`, or what lies between the change and the consumer."""
    path = one.path
    if path.left_out:
        names = [f"`{name}`" for name in (*path.first[1 : _MOST_NAMES + 1], path.last[-2])]
        names.insert(_MOST_NAMES, "…")
    else:
        names = [f"`{name}`" for name in path.names[1:-1]]
    told = " → ".join(names) or "directly"
    more = one.ways - 1
    return f"{told}, and {more:,} more" if more else told


def owner(one: Reached) -> str:
    """Return who answers for it."""
    owners = one.owners
    people = ", ".join(f"`{name}`" for name in owners.usernames)
    people = people or (f"`{owners.contact}`" if owners.contact else "")
    if owners.team and people:
        return f"`{owners.team}` ({people})"
    return f"`{owners.team}`" if owners.team else people or "nobody named"


def _listed(names: list[str]) -> str:
    told = ", ".join(f"`{name}`" for name in names[:_MOST_NAMES])
    more = len(names) - _MOST_NAMES
    return f"{told} and {more:,} more" if more > 0 else told
