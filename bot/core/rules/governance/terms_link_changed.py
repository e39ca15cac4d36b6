"""DC832 terms-link-changed."""

from __future__ import annotations

from collections.abc import Iterator

from bot.core.contract.model import AuthoritativeDefinition
from bot.core.diff.changes import Added, Change, Changed, Removed
from bot.core.finding import Bump, Hit, Plane, Weight
from bot.core.rule import Example, OnChange, Pair, Rule

_TYPES = frozenset(("license", "licence", "terms", "termsofuse", "privacystatement", "privacy"))


def _judge(change: Change, _pair: Pair) -> Iterator[Hit]:
    match change:
        case Added(element=AuthoritativeDefinition(type=kind, url=url)):
            told = f"a link was added: {kind} {url}"
        case Removed(element=AuthoritativeDefinition(type=kind, url=url)):
            told = f"a link was removed: {kind} {url}"
        case Changed(after=AuthoritativeDefinition(type=kind), old=old, new=new):
            told = f"a link of type {kind} changed from {old} to {new}"
        case _:
            return
    if _plain(kind) in _TYPES:
        yield Hit(message=told)


def _plain(kind: str) -> str:
    return kind.lower().replace("-", "").replace("_", "").replace(" ", "")


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
