"""DC440 required-member-added."""

from __future__ import annotations

from collections.abc import Iterator

from bot.core.contract.model import step
from bot.core.diff.changes import Change, Changed
from bot.core.finding import Effect, Hit, Plane
from bot.core.rule import Example, OnChange, Pair, Rule


def _judge(change: Change, _pair: Pair) -> Iterator[Hit]:
    match change:
        case Changed(old=tuple() as old, new=tuple() as new):
            for name in sorted(set(new) - set(old)):
                path = f"{change.place.path}.{step(name)}"
                yield Hit(message=f"`{path}` must be there", path=path)
        case _:
            return


_OPEN = """\
schema:
- name: orders
  properties:
  - name: address
    logicalType: object
    properties:
    - {name: city, logicalType: string}
"""

_CITY = """\
schema:
- name: orders
  properties:
  - name: address
    logicalType: object
    logicalTypeOptions: {required: [city]}
    properties:
    - {name: city, logicalType: string}
"""


REQUIRED_MEMBER_ADDED = Rule(
    id="DC440",
    name="required-member-added",
    plane=Plane.WIRE,
    effect=Effect.TIGHTENS,
    summary="A member of an object must be there.",
    why="Rows written before may lack it.",
    instead="Fill it everywhere first, then require it in a new major.",
    examples=(
        Example(
            title="`city` must be there",
            old=_OPEN,
            new=_CITY,
            strikes=("orders.address.city",),
        ),
        Example(
            title="the other way round",
            old=_CITY,
            new=_OPEN,
        ),
    ),
    judge=OnChange(("field.logicalTypeOptions.required",), _judge),
    mirror="required-member-removed",
)
