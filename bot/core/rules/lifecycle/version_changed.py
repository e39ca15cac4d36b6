"""DC920 version-changed."""

from __future__ import annotations

from collections.abc import Iterator

from bot.core.diff.changes import Change, Changed
from bot.core.finding import Bump, Hit, Plane, Weight
from bot.core.rule import Example, OnChange, Pair, Rule
from bot.core.text import shortened


def _judge(change: Change, _pair: Pair) -> Iterator[Hit]:
    match change:
        case Changed(old=str() as old, new=str() as new):
            yield Hit(message=f"the version was `{shortened(old)}` and is `{shortened(new)}`")
        case _:
            return


_OLD = """\
version: 1.4.0
"""

_NEW = """\
version: 1.5.0
"""


VERSION_CHANGED = Rule(
    id="DC920",
    name="version-changed",
    plane=Plane.LIFECYCLE,
    weight=Weight.NOTE,
    bump=Bump.NONE,
    summary="The version of the contract changed.",
    why=("It is what a change of the contract has to do; whether it is enough, other rules say."),
    instead="Nothing to do.",
    examples=(
        Example(
            title="a minor version more",
            old=_OLD,
            new=_NEW,
            strikes=("",),
        ),
        Example(
            title="the same version",
            old=_OLD,
            new=_OLD,
        ),
    ),
    judge=OnChange(("contract.version",), _judge),
    no_mirror="a new version is its own opposite",
)
