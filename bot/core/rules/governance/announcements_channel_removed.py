"""DC838 announcements-channel-removed."""

from __future__ import annotations

from collections.abc import Iterator

from bot.core.contract.model import SupportChannel
from bot.core.diff.changes import Change, Removed
from bot.core.finding import Bump, Effect, Hit, Plane
from bot.core.rule import Example, OnChange, Pair, Rule


def _judge(change: Change, pair: Pair) -> Iterator[Hit]:
    match change:
        case Removed(element=SupportChannel(scope=scope)):
            announcing = any(entry.scope == "announcements" for entry in pair.new.support)
            if not pair.new.support or (scope == "announcements" and not announcing):
                yield Hit(message=f"`{change.place.path}` was removed and nothing takes its place")
        case _:
            return


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


ANNOUNCEMENTS_CHANNEL_REMOVED = Rule(
    id="DC838",
    name="announcements-channel-removed",
    plane=Plane.GOVERNANCE,
    effect=Effect.LOOSENS,
    certain=False,
    bump=Bump.MINOR,
    summary="The last support channel, or the last one for announcements, was removed.",
    why="Consumers cannot be told what will change.",
    instead="Name another channel in the same change.",
    examples=(
        Example(
            title="the news channel goes",
            old=_HELP,
            new=_NO_NEWS,
            strikes=("support.news",),
        ),
        Example(
            title="a link is added",
            old=_HELP,
            new=_MOVED,
        ),
    ),
    judge=OnChange(("support channel removed",), _judge),
    mirror="support-changed",
)
