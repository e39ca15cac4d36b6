"""DC832 terms-link-changed."""

from __future__ import annotations

from collections.abc import Iterator

from bot.core.diff.changes import Change
from bot.core.finding import Bump, Hit, Plane, Weight
from bot.core.links import LinkKind, link_moved
from bot.core.rule import Example, OnChange, Pair, Rule


def _judge(change: Change, _pair: Pair) -> Iterator[Hit]:
    moved = link_moved(change)
    if moved and moved[0] is LinkKind.TERMS:
        yield Hit(message=moved[1])


_OLD = """\
description:
  authoritativeDefinitions:
  - {type: privacy-statement, url: "https://example.com/a"}
"""

_NEW = """\
description:
  authoritativeDefinitions:
  - {type: privacy-statement, url: "https://example.com/b"}
"""

_TUTORIAL = """\
authoritativeDefinitions:
- {type: tutorial, url: "https://example.com/a"}
"""

_OTHER_TUTORIAL = """\
authoritativeDefinitions:
- {type: tutorial, url: "https://example.com/b"}
"""


TERMS_LINK_CHANGED = Rule(
    id="DC832",
    name="terms-link-changed",
    plane=Plane.GOVERNANCE,
    weight=Weight.WARNING,
    bump=Bump.PATCH,
    summary="The link to the licence, terms or privacy statement changed.",
    why="What readers may do with the data may have changed.",
    instead="Have the legal side agree.",
    examples=(
        Example(
            title="another statement",
            old=_OLD,
            new=_NEW,
            strikes=("description.authoritativeDefinitions.privacy-statement",),
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
