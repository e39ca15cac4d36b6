"""DC831 definition-link-changed."""

from __future__ import annotations

from collections.abc import Iterator

from bot.core.diff.changes import Change
from bot.core.finding import Bump, Hit, Plane, Weight
from bot.core.links import LinkKind, link_moved
from bot.core.rule import Example, OnChange, Pair, Rule


def _judge(change: Change, _pair: Pair) -> Iterator[Hit]:
    moved = link_moved(change)
    if moved and moved[0] is LinkKind.DEFINITION:
        yield Hit(message=moved[1])


_GROSS = """\
schema:
- name: customers
  properties:
  - {name: email, logicalType: string, authoritativeDefinitions: [{type: businessDefinition, url: "https://example.com/gross"}]}
"""

_NET = """\
schema:
- name: customers
  properties:
  - {name: email, logicalType: string, authoritativeDefinitions: [{type: businessDefinition, url: "https://example.com/net"}]}
"""

_GUIDE = """\
schema:
- name: customers
  properties:
  - {name: email, logicalType: string, authoritativeDefinitions: [{type: tutorial, url: "https://example.com/a"}]}
"""

_OTHER_GUIDE = """\
schema:
- name: customers
  properties:
  - {name: email, logicalType: string, authoritativeDefinitions: [{type: tutorial, url: "https://example.com/b"}]}
"""


DEFINITION_LINK_CHANGED = Rule(
    id="DC831",
    name="definition-link-changed",
    plane=Plane.SEMANTIC,
    weight=Weight.UNSURE,
    bump=Bump.MINOR,
    summary="The link to the business definition, glossary or ontology changed.",
    why="The same values may mean another thing from now on.",
    instead=(
        "Say in the pull request whether the meaning changed; if it did, publish a new field."
    ),
    examples=(
        Example(
            title="another definition",
            old=_GROSS,
            new=_NET,
            strikes=("customers.email.authoritativeDefinitions.businessDefinition",),
        ),
        Example(
            title="a tutorial moves",
            old=_GUIDE,
            new=_OTHER_GUIDE,
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
