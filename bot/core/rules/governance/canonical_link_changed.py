"""DC830 canonical-link-changed."""

from __future__ import annotations

from collections.abc import Iterator

from bot.core.diff.changes import Change
from bot.core.finding import Bump, Hit, Plane, Weight
from bot.core.links import LinkKind, link_moved
from bot.core.rule import Example, OnChange, Pair, Rule


def _judge(change: Change, _pair: Pair) -> Iterator[Hit]:
    moved = link_moved(change)
    if moved and moved[0] is LinkKind.CANONICAL:
        yield Hit(message=moved[1])


_HERE = """\
authoritativeDefinitions:
- {type: canonicalUrl, url: "https://git.example.com/a"}
"""

_THERE = """\
authoritativeDefinitions:
- {type: canonicalUrl, url: "https://git.example.com/b"}
"""

_TUTORIAL = """\
authoritativeDefinitions:
- {type: tutorial, url: "https://example.com/a"}
"""

_OTHER_TUTORIAL = """\
authoritativeDefinitions:
- {type: tutorial, url: "https://example.com/b"}
"""


CANONICAL_LINK_CHANGED = Rule(
    id="DC830",
    name="canonical-link-changed",
    plane=Plane.GOVERNANCE,
    weight=Weight.WARNING,
    bump=Bump.MINOR,
    summary="The link to the contract’s canonical place changed.",
    why="Whoever follows the link reads another source of truth.",
    instead="Leave a redirect at the old place.",
    examples=(
        Example(
            title="another place",
            old=_HERE,
            new=_THERE,
            strikes=("authoritativeDefinitions.canonicalUrl",),
        ),
        Example(
            title="a tutorial moves",
            old=_TUTORIAL,
            new=_OTHER_TUTORIAL,
        ),
    ),
    judge=OnChange(
        (
            "authoritative definition added",
            "authoritative definition removed",
            "authoritative definition.url",
            "authoritative definition.type",
        ),
        _judge,
    ),
    no_mirror="a change of words is its own opposite",
)
