"""DC213 medium-changed."""

from __future__ import annotations

from collections.abc import Iterator

from bot.core.diff.changes import Change, Changed
from bot.core.finding import Effect, Hit, Plane
from bot.core.rule import Example, OnChange, Pair, Rule

_RELATIONS = frozenset(("table", "view", "materialized view", "materializedview"))


def _judge(change: Change, _pair: Pair) -> Iterator[Hit]:
    match change:
        case Changed(old=str() as old, new=str() as new):
            kinds = {old.strip().lower(), new.strip().lower()}
            if len(kinds) > 1 and not kinds <= _RELATIONS:
                yield Hit(message=f"`{change.place.path}` was a {old} and is a {new}")
        case _:
            return


_TABLE = """\
schema:
- name: orders
  physicalType: table
  properties:
  - {name: id, logicalType: string}
"""

_TOPIC = """\
schema:
- name: orders
  physicalType: topic
  properties:
  - {name: id, logicalType: string}
"""

_VIEW = """\
schema:
- name: orders
  physicalType: view
  properties:
  - {name: id, logicalType: string}
"""


MEDIUM_CHANGED = Rule(
    id="DC213",
    name="medium-changed",
    plane=Plane.SOURCE,
    effect=Effect.BOTH,
    summary="An object moved to another kind of medium, such as from a table to a topic.",
    why=(
        "It is read in another way altogether: a query does not read a topic, a consumer "
        "group does not read a table."
    ),
    instead=("Offer the new one beside the old one as another object, and deprecate the old one."),
    examples=(
        Example(
            title="a table becomes a topic",
            old=_TABLE,
            new=_TOPIC,
            strikes=("orders",),
        ),
        Example(
            title="a table becomes a view",
            old=_TABLE,
            new=_VIEW,
        ),
    ),
    judge=OnChange(("object.physicalType",), _judge),
    no_mirror="a change of medium is its own opposite",
)
