"""DC817 role-access-narrowed."""

from __future__ import annotations

from collections.abc import Iterator

from bot.core.diff.changes import Change, Changed
from bot.core.finding import Bump, Effect, Hit, Plane
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
            if before is not None and after is not None and after < before:
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


ROLE_ACCESS_NARROWED = Rule(
    id="DC817",
    name="role-access-narrowed",
    plane=Plane.GOVERNANCE,
    effect=Effect.LOOSENS,
    bump=Bump.MINOR,
    summary="A role gives less access than it did.",
    why="Jobs that write, or people who read, with this role are refused.",
    instead="Give those who need it another role first.",
    examples=(
        Example(
            title="write becomes read",
            old=_WRITER,
            new=_READER,
            strikes=("roles.reader",),
        ),
        Example(
            title="read becomes write",
            old=_READER,
            new=_WRITER,
        ),
    ),
    judge=OnChange(("role.access",), _judge),
    mirror="role-access-widened",
)
