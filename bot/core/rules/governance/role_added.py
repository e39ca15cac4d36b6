"""DC816 role-added."""

from __future__ import annotations

from collections.abc import Iterator

from bot.core.diff.changes import Change
from bot.core.finding import Bump, Hit, Plane, Weight
from bot.core.rule import Example, OnChange, Pair, Rule


def _judge(change: Change, _pair: Pair) -> Iterator[Hit]:
    yield Hit(message=f"role `{change.place.path}` was added")


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


ROLE_ADDED = Rule(
    id="DC816",
    name="role-added",
    plane=Plane.GOVERNANCE,
    weight=Weight.WARNING,
    bump=Bump.MINOR,
    summary="A role that gives access was added.",
    why="More people may reach the data.",
    instead="Have the owner agree; nothing breaks.",
    examples=(
        Example(
            title="`reader` is new",
            old=_NONE,
            new=_READER,
            strikes=("roles.reader",),
        ),
        Example(
            title="it goes",
            old=_READER,
            new=_NONE,
        ),
    ),
    judge=OnChange(("role added",), _judge),
    mirror="role-removed",
)
