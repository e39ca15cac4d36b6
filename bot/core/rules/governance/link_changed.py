"""DC833 link-changed."""

from __future__ import annotations

from collections.abc import Iterator

from bot.core.diff.changes import Change
from bot.core.finding import Bump, Hit, Plane, Weight
from bot.core.links import LinkKind, link_moved
from bot.core.rule import Example, OnChange, Pair, Rule


def _judge(change: Change, _pair: Pair) -> Iterator[Hit]:
    moved = link_moved(change)
    if moved is None or moved[0] is LinkKind.OTHER:
        yield Hit(message=f"the link at `{change.place.path}` changed")


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


LINK_CHANGED = Rule(
    id="DC833",
    name="link-changed",
    plane=Plane.GOVERNANCE,
    weight=Weight.NOTE,
    bump=Bump.PATCH,
    summary="A link of the documentation changed.",
    why="Nothing in the data changes.",
    instead="Nothing to do.",
    examples=(
        Example(
            title="a tutorial moves",
            old=_TUTORIAL,
            new=_OTHER_TUTORIAL,
            strikes=("authoritativeDefinitions.tutorial",),
        ),
        Example(
            title="the canonical place moves, which has a rule of its own",
            old=_HERE,
            new=_THERE,
        ),
    ),
    judge=OnChange(
        (
            "authoritative definition added",
            "authoritative definition removed",
            "authoritative definition.url",
            "authoritative definition.type",
            "authoritative definition.id",
            "authoritative definition.description",
        ),
        _judge,
    ),
    no_mirror="a change of words is its own opposite",
)
