"""DC106 inner-type-declared."""

from __future__ import annotations

from collections.abc import Iterator

from bot.core.contract.model import Field
from bot.core.diff.changes import Added, Change, Kind, Place
from bot.core.finding import Bump, Effect, Hit, Plane
from bot.core.rule import Example, OnChange, Pair, Rule


def _judge(change: Change, _pair: Pair) -> Iterator[Hit]:
    match change:
        case Added(place=Place(kind=Kind.INNER)):
            yield Hit(message=f"`{change.place.path}` is declared now; before it could be anything")
        case Added(
            element=element,
            place=Place(
                owner_before=Field(logical_type="object" | None, properties=()),
                owner_after=Field(properties=(first, *_)),
            ),
        ) if element is first:
            yield Hit(message=f"what holds `{change.place.path}` named no fields before")
        case _:
            return


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

_OPEN = """\
schema:
- name: orders
  properties:
  - {name: customer, logicalType: object}
"""

_NAMED = """\
schema:
- name: orders
  properties:
  - name: customer
    logicalType: object
    properties:
    - {name: country, logicalType: string}
    - {name: number, logicalType: string}
"""


INNER_TYPE_DECLARED = Rule(
    id="DC106",
    name="inner-type-declared",
    plane=Plane.WIRE,
    effect=Effect.TIGHTENS,
    certain=False,
    bump=Bump.PATCH,
    summary="An array, a map or an object that said nothing of its contents now does.",
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
            title="an object names its fields",
            old=_OPEN,
            new=_NAMED,
            strikes=("orders.customer.country",),
        ),
        Example(
            title="nothing changed",
            old=_OF_TEXTS,
            new=_OF_TEXTS,
        ),
    ),
    judge=OnChange(("inner type added", "field added"), _judge),
    mirror="inner-type-withdrawn",
)
