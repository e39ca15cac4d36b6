"""DC839 support-changed."""

from __future__ import annotations

from collections.abc import Iterator

from bot.core.diff.changes import Change
from bot.core.finding import Bump, Hit, Plane, Weight
from bot.core.rule import Example, OnChange, Pair, Rule


def _judge(change: Change, _pair: Pair) -> Iterator[Hit]:
    yield Hit(message=f"`{change.place.path}` changed")


_HELP = """\
support:
- {channel: help, scope: interactive}
- {channel: news, scope: announcements}
"""

_NO_NEWS = """\
support:
- {channel: help, scope: interactive}
"""

_MOVED = """\
support:
- {channel: help, scope: interactive, url: "https://example.com"}
- {channel: news, scope: announcements}
"""


SUPPORT_CHANGED = Rule(
    id="DC839",
    name="support-changed",
    plane=Plane.GOVERNANCE,
    weight=Weight.NOTE,
    bump=Bump.PATCH,
    summary="A support channel changed.",
    why="Questions go to another place.",
    instead="Tell it in the channel that is left.",
    examples=(
        Example(
            title="a link is added",
            old=_HELP,
            new=_MOVED,
            strikes=("support.help",),
        ),
        Example(
            title="nothing else changes",
            old=_HELP,
            new=_HELP,
        ),
    ),
    judge=OnChange(
        (
            "support channel added",
            "support channel removed",
            "support channel renamed",
            "support channel.id",
            "support channel.url",
            "support channel.description",
            "support channel.tool",
            "support channel.scope",
            "support channel.invitationUrl",
        ),
        _judge,
    ),
    no_mirror="a change of words is its own opposite",
)
