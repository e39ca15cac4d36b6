"""DC831 definition-link-changed."""

from __future__ import annotations

from collections.abc import Iterator

from bot.core.contract.model import AuthoritativeDefinition
from bot.core.diff.changes import Added, Change, Changed, Removed
from bot.core.finding import Bump, Hit, Plane, Weight
from bot.core.rule import Example, OnChange, Pair, Rule

_TYPES = frozenset(("businessdefinition", "glossary", "ontology", "taxonomy"))


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
