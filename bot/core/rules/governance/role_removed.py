"""DC815 role-removed."""

from __future__ import annotations

from collections.abc import Iterator

from bot.core.diff.changes import Change, Removed, Renamed
from bot.core.finding import Bump, Effect, Hit, Plane
from bot.core.rule import Example, OnChange, Pair, Rule


def _judge(change: Change, _pair: Pair) -> Iterator[Hit]:
    match change:
        case Removed():
            yield Hit(message=f"role `{change.place.path}` was removed")
        case Renamed(old_name=old, new_name=new):
            yield Hit(message=f"role `{old}` is now called `{new}`")
        case _:
            return


_READER = """\
roles:
- {role: reader, access: read}
"""

_WRITER = """\
roles:
- {role: reader, access: write}
"""

_NONE = """\
name: Customers
"""

_ASKS_ADA = """\
roles:
- {role: reader, access: read, firstLevelApprovers: Ada}
"""


ROLE_REMOVED = Rule(
    id="DC815",
    name="role-removed",
    plane=Plane.GOVERNANCE,
    effect=Effect.LOOSENS,
    bump=Bump.MINOR,
    summary="A role that gives access was removed or renamed.",
    why="Whoever holds it can no longer read the data.",
    instead="Move its holders to another role first.",
    examples=(
        Example(
            title="`reader` goes",
            old=_READER,
            new=_NONE,
            strikes=("roles.reader",),
        ),
        Example(
            title="a role is added",
            old=_NONE,
            new=_READER,
        ),
    ),
    judge=OnChange(
        (
            "role removed",
            "role renamed",
        ),
        _judge,
    ),
    mirror="role-added",
)
