"""DC441 required-member-removed."""

from __future__ import annotations

from collections.abc import Iterator

from bot.core.contract.model import step
from bot.core.diff.changes import Change, Changed
from bot.core.finding import Effect, Hit, Plane
from bot.core.rule import Example, OnChange, Pair, Rule


def _judge(change: Change, _pair: Pair) -> Iterator[Hit]:
    match change:
        case Changed(old=tuple() as old, new=tuple() as new):
            for name in sorted(set(old) - set(new)):
                path = f"{change.place.path}.{step(name)}"
                yield Hit(message=f"`{path}` may be missing", path=path)
        case _:
            return


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

_OPEN = """\
schema:
- name: orders
  properties:
  - name: address
    logicalType: object
    properties:
    - {name: city, logicalType: string}
"""


REQUIRED_MEMBER_REMOVED = Rule(
    id="DC441",
    name="required-member-removed",
    plane=Plane.WIRE,
    effect=Effect.LOOSENS,
    summary="A member of an object may be missing.",
    why="A consumer that reads it meets rows without it.",
    instead="Keep it required, or publish the looser object under a new name.",
    examples=(
        Example(
            title="`city` may be missing",
            old=_CITY,
            new=_OPEN,
            strikes=("orders.address.city",),
        ),
        Example(
            title="the other way round",
            old=_OPEN,
            new=_CITY,
        ),
    ),
    judge=OnChange(("field.logicalTypeOptions.required",), _judge),
    mirror="required-member-added",
)
