"""DC825 limitation-lifted."""

from __future__ import annotations

from collections.abc import Iterator

from bot.core.contract.model import Description
from bot.core.diff.changes import Change, Changed, Removed
from bot.core.finding import Bump, Hit, Plane, Weight
from bot.core.rule import Example, OnChange, Pair, Rule


def _judge(change: Change, _pair: Pair) -> Iterator[Hit]:
    match change:
        case Changed(new=None):
            yield Hit(message="the limitations on use were lifted")
        case Removed(element=Description(limitations=str())):
            yield Hit(message="the limitations on use were lifted")
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


LIMITATION_LIFTED = Rule(
    id="DC825",
    name="limitation-lifted",
    plane=Plane.GOVERNANCE,
    weight=Weight.NOTE,
    bump=Bump.PATCH,
    summary="Limits on the use of the data were lifted.",
    why="Readers lose nothing; whoever set the limits may.",
    instead="Have the legal side agree.",
    examples=(
        Example(
            title="the limits are lifted",
            old=_LIMITS,
            new=_ANY_USAGE,
            strikes=("description",),
        ),
        Example(
            title="not for advertising",
            old=_ANY_USAGE,
            new=_LIMITS,
        ),
    ),
    judge=OnChange(
        (
            "description.limitations",
            "description removed",
        ),
        _judge,
    ),
    mirror="limitation-added",
)
