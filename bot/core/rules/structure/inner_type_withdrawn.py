"""DC107 inner-type-withdrawn."""

from __future__ import annotations

from collections.abc import Iterator

from bot.core.diff.changes import Change
from bot.core.finding import Effect, Hit, Plane
from bot.core.rule import Example, OnChange, Pair, Rule


def _judge(change: Change, _pair: Pair) -> Iterator[Hit]:
    yield Hit(message=f"`{change.place.path}` is no longer declared")


_BARE = """\
schema:
- name: orders
  properties:
  - {name: tags, logicalType: array}
"""

_OF_TEXTS = """\
schema:
- name: orders
  properties:
  - {name: tags, logicalType: array, items: {logicalType: string}}
"""


INNER_TYPE_WITHDRAWN = Rule(
    id="DC107",
    name="inner-type-withdrawn",
    plane=Plane.WIRE,
    effect=Effect.LOOSENS,
    certain=False,
    summary="An array or a map no longer says what it holds.",
    why="A reader that relied on the declared contents may meet anything.",
    instead="Keep the declaration; if the contents really change, publish a new field.",
    examples=(
        Example(
            title="the items may be anything",
            old=_OF_TEXTS,
            new=_BARE,
            strikes=("orders.tags[]",),
        ),
        Example(
            title="nothing changed",
            old=_BARE,
            new=_BARE,
        ),
    ),
    judge=OnChange(("inner type removed",), _judge),
    mirror="inner-type-declared",
)
