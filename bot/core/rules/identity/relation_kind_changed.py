"""DC214 relation-kind-changed."""

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
            if len(kinds) > 1 and kinds <= _RELATIONS:
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

_VIEW = """\
schema:
- name: orders
  physicalType: view
  properties:
  - {name: id, logicalType: string}
"""

_TABLE_UPPER = """\
schema:
- name: orders
  physicalType: TABLE
  properties:
  - {name: id, logicalType: string}
"""


RELATION_KIND_CHANGED = Rule(
    id="DC214",
    name="relation-kind-changed",
    plane=Plane.SOURCE,
    effect=Effect.LOOSENS,
    certain=False,
    summary="A table became a view, or a view a table.",
    why=("Queries still work; writes, indexes, freshness and cost may not be what they were."),
    instead=("Tell consumers what changes for them, or keep the old relation beside the new one."),
    examples=(
        Example(
            title="a table becomes a view",
            old=_TABLE,
            new=_VIEW,
            strikes=("orders",),
        ),
        Example(
            title="the word is spelled in another way",
            old=_TABLE,
            new=_TABLE_UPPER,
        ),
    ),
    judge=OnChange(("object.physicalType",), _judge),
    no_mirror="a change of kind is its own opposite",
)
