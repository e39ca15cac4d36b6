"""DC804 classification-declared."""

from __future__ import annotations

from collections.abc import Iterator

from bot.core.diff.changes import Change, Changed
from bot.core.finding import Bump, Hit, Plane, Weight
from bot.core.rule import Example, OnChange, Pair, Rule
from bot.core.sets.sensitivity import Shift, compare


def _judge(change: Change, pair: Pair) -> Iterator[Hit]:
    match change:
        case Changed(old=None, new=str() as new):
            yield Hit(message=f"`{change.place.path}` is classified as {new}")
        case Changed(old=str() as old, new=str() as new):
            if compare(old, new, pair.conventions.sensitivity) is Shift.SAME:
                yield Hit(message=f"`{change.place.path}` is still as sensitive: {old}, {new}")
        case _:
            return


_CONFIDENTIAL = """\
schema:
- name: customers
  properties:
  - {name: email, logicalType: string, classification: confidential}
"""

_PUBLIC = """\
schema:
- name: customers
  properties:
  - {name: email, logicalType: string, classification: public}
"""

_BARE = """\
schema:
- name: customers
  properties:
  - {name: email, logicalType: string}
"""

_ODD = """\
schema:
- name: customers
  properties:
  - {name: email, logicalType: string, classification: zone 7}
"""


CLASSIFICATION_DECLARED = Rule(
    id="DC804",
    name="classification-declared",
    plane=Plane.GOVERNANCE,
    weight=Weight.NOTE,
    bump=Bump.PATCH,
    summary="A field got its first classification, or its word was spelled in another way.",
    why="Nothing was promised before; now people know.",
    instead="Nothing to do.",
    examples=(
        Example(
            title="a first classification",
            old=_BARE,
            new=_CONFIDENTIAL,
            strikes=("customers.email",),
        ),
        Example(
            title="it is taken away",
            old=_CONFIDENTIAL,
            new=_BARE,
        ),
    ),
    judge=OnChange(("field.classification",), _judge),
    mirror="classification-lowered",
)
