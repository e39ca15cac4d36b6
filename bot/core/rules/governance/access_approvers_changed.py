"""DC819 access-approvers-changed."""

from __future__ import annotations

from collections.abc import Iterator

from bot.core.diff.changes import Change, Changed
from bot.core.finding import Bump, Hit, Plane, Weight
from bot.core.rule import Example, OnChange, Pair, Rule


def _judge(change: Change, _pair: Pair) -> Iterator[Hit]:
    match change:
        case Changed(attribute=attribute, old=old, new=new):
            yield Hit(
                message=f"{attribute} of `{change.place.path}`: {old or 'nobody'}, now "
                f"{new or 'nobody'}"
            )
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


ACCESS_APPROVERS_CHANGED = Rule(
    id="DC819",
    name="access-approvers-changed",
    plane=Plane.GOVERNANCE,
    weight=Weight.WARNING,
    bump=Bump.MINOR,
    summary="Other people approve access with this role.",
    why="Whoever watched over access no longer does.",
    instead="Have the approvers concerned agree in the pull request.",
    examples=(
        Example(
            title="Ada approves from now on",
            old=_READER,
            new=_ASKS_ADA,
            strikes=("roles.reader",),
        ),
        Example(
            title="the access changes",
            old=_READER,
            new=_WRITER,
        ),
    ),
    judge=OnChange(
        (
            "role.firstLevelApprovers",
            "role.secondLevelApprovers",
        ),
        _judge,
    ),
    no_mirror="a change of words is its own opposite",
)
