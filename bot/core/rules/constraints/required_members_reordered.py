"""DC442 required-members-reordered."""

from __future__ import annotations

from collections.abc import Iterator

from bot.core.diff.changes import Change, Changed
from bot.core.finding import Bump, Effect, Hit, Plane
from bot.core.rule import Example, OnChange, Pair, Rule


def _judge(change: Change, _pair: Pair) -> Iterator[Hit]:
    match change:
        case Changed(old=tuple() as old, new=tuple() as new) if set(old) == set(new):
            yield Hit(message=f"the required members of `{change.place.path}` are the same")
        case _:
            return


_AB = """\
schema:
- name: orders
  properties:
  - name: address
    logicalType: object
    logicalTypeOptions: {required: [city, zip]}
    properties:
    - {name: city, logicalType: string}
"""

_BA = """\
schema:
- name: orders
  properties:
  - name: address
    logicalType: object
    logicalTypeOptions: {required: [zip, city]}
    properties:
    - {name: city, logicalType: string}
"""

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


REQUIRED_MEMBERS_REORDERED = Rule(
    id="DC442",
    name="required-members-reordered",
    plane=Plane.WIRE,
    effect=Effect.NONE,
    bump=Bump.PATCH,
    summary="The list of required members stands in another order.",
    why="Order has no meaning there.",
    instead="Nothing to do.",
    examples=(
        Example(
            title="another order",
            old=_AB,
            new=_BA,
            strikes=("orders.address",),
        ),
        Example(
            title="`city` must be there",
            old=_OPEN,
            new=_CITY,
        ),
    ),
    judge=OnChange(("field.logicalTypeOptions.required",), _judge),
    no_mirror="another order is its own opposite",
)
