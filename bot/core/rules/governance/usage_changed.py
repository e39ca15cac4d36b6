"""DC823 usage-changed."""

from __future__ import annotations

from collections.abc import Iterator

from bot.core.diff.changes import Change
from bot.core.finding import Bump, Hit, Plane, Weight
from bot.core.rule import Example, OnChange, Pair, Rule


def _judge(_change: Change, _pair: Pair) -> Iterator[Hit]:
    yield Hit(message="the recommended usage changed")


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


USAGE_CHANGED = Rule(
    id="DC823",
    name="usage-changed",
    plane=Plane.GOVERNANCE,
    weight=Weight.WARNING,
    bump=Bump.PATCH,
    summary="The recommended usage changed.",
    why="A use that was welcome may no longer be.",
    instead="Ask the consumers whose use is affected.",
    examples=(
        Example(
            title="dashboards only",
            old=_ANY_USAGE,
            new=_USAGE,
            strikes=("description",),
        ),
        Example(
            title="a limitation is added",
            old=_ANY_USAGE,
            new=_LIMITS,
        ),
    ),
    judge=OnChange(("description.usage",), _judge),
    no_mirror="a change of words is its own opposite",
)
