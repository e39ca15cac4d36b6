"""DC824 limitation-added."""

from __future__ import annotations

from collections.abc import Iterator

from bot.core.contract.model import Description
from bot.core.diff.changes import Added, Change, Changed
from bot.core.finding import Bump, Hit, Plane, Weight
from bot.core.rule import Example, OnChange, Pair, Rule


def _judge(change: Change, _pair: Pair) -> Iterator[Hit]:
    match change:
        case Changed(new=str()):
            yield Hit(message="the limitations on use were added to or changed")
        case Added(element=Description(limitations=str())):
            yield Hit(message="limitations on use were added")
        case _:
            return


_BARE = """\
name: Orders
"""

_USAGE = """\
description:
  usage: Dashboards only.
"""

_ANY_USAGE = """\
description:
  usage: Any.
"""

_LIMITS = """\
description:
  usage: Any.
  limitations: Not for advertising.
"""


LIMITATION_ADDED = Rule(
    id="DC824",
    name="limitation-added",
    plane=Plane.GOVERNANCE,
    weight=Weight.WARNING,
    bump=Bump.MINOR,
    summary="Limits on the use of the data were added or changed.",
    why="A present use may be forbidden from now on; only people can tell.",
    instead="Ask the consumers whose use is affected, and give them time.",
    examples=(
        Example(
            title="not for advertising",
            old=_ANY_USAGE,
            new=_LIMITS,
            strikes=("description",),
        ),
        Example(
            title="the limits are lifted",
            old=_LIMITS,
            new=_ANY_USAGE,
        ),
    ),
    judge=OnChange(
        (
            "description.limitations",
            "description added",
        ),
        _judge,
    ),
    mirror="limitation-lifted",
)
