"""DC106 inner-type-declared."""

from __future__ import annotations

from collections.abc import Iterator

from bot.core.diff.changes import Change
from bot.core.finding import Bump, Effect, Hit, Plane
from bot.core.rule import Example, OnChange, Pair, Rule


def _judge(change: Change, _pair: Pair) -> Iterator[Hit]:
    yield Hit(message=f"`{change.place.path}` is declared now; before it could be anything")


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


INNER_TYPE_DECLARED = Rule(
    id="DC106",
    name="inner-type-declared",
    plane=Plane.WIRE,
    effect=Effect.TIGHTENS,
    certain=False,
    bump=Bump.PATCH,
    summary="An array or a map that said nothing of its contents now does.",
    why=("Rows written before may hold contents of another type; the old contract does not say."),
    instead="Check what the data hold, then declare it.",
    examples=(
        Example(
            title="the items are declared to be texts",
            old=_BARE,
            new=_OF_TEXTS,
            strikes=("orders.tags[]",),
        ),
        Example(
            title="nothing changed",
            old=_OF_TEXTS,
            new=_OF_TEXTS,
        ),
    ),
    judge=OnChange(("inner type added",), _judge),
    mirror="inner-type-withdrawn",
)
