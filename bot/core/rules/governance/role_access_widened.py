"""DC818 role-access-widened."""

from __future__ import annotations

from collections.abc import Iterator

from bot.core.diff.changes import Change, Changed
from bot.core.finding import Bump, Hit, Plane, Weight
from bot.core.rule import Example, OnChange, Pair, Rule

_RANKS = {
    "none": 0,
    "": 0,
    "read": 1,
    "select": 1,
    "write": 2,
    "readwrite": 2,
    "admin": 3,
    "owner": 3,
}


def _judge(change: Change, _pair: Pair) -> Iterator[Hit]:
    match change:
        case Changed(old=old, new=new):
            before, after = _rank(old), _rank(new)
            if before is None or after is None or after >= before:
                yield Hit(
                    message=f"`{change.place.path}` gave {old or 'no'} access, now {new or 'none'}"
                )
        case _:
            return


def _rank(access: object) -> int | None:
    word = str(access or "").lower().replace("-", "").replace("/", "").replace(" ", "")
    return _RANKS.get(word)


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


ROLE_ACCESS_WIDENED = Rule(
    id="DC818",
    name="role-access-widened",
    plane=Plane.GOVERNANCE,
    weight=Weight.WARNING,
    bump=Bump.MINOR,
    summary="A role gives more access than it did, or access that cannot be compared.",
    why="More people may change or reach the data than agreed.",
    instead="Have the owner agree; nothing breaks.",
    examples=(
        Example(
            title="read becomes write",
            old=_READER,
            new=_WRITER,
            strikes=("roles.reader",),
        ),
        Example(
            title="write becomes read",
            old=_WRITER,
            new=_READER,
        ),
    ),
    judge=OnChange(("role.access",), _judge),
    mirror="role-access-narrowed",
)
