"""DC802 classification-raised."""

from __future__ import annotations

from collections.abc import Iterator

from bot.core.diff.changes import Change, Changed
from bot.core.finding import Bump, Effect, Hit, Plane
from bot.core.rule import Example, OnChange, Pair, Rule
from bot.core.sets.sensitivity import Shift, compare


def _judge(change: Change, pair: Pair) -> Iterator[Hit]:
    match change:
        case Changed(old=str() as old, new=str() as new):
            if compare(old, new, pair.conventions.sensitivity) is Shift.RAISED:
                yield Hit(message=f"`{change.place.path}` was {old} and is {new} now")
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


CLASSIFICATION_RAISED = Rule(
    id="DC802",
    name="classification-raised",
    plane=Plane.GOVERNANCE,
    effect=Effect.LOOSENS,
    certain=False,
    bump=Bump.MINOR,
    summary="A field is declared more sensitive than it was.",
    why="Consumers may lose access or meet masked values; legal duties grow.",
    instead="Tell the consumers of the field before the controls change.",
    examples=(
        Example(
            title="public becomes confidential",
            old=_PUBLIC,
            new=_CONFIDENTIAL,
            strikes=("customers.email",),
        ),
        Example(
            title="confidential becomes public",
            old=_CONFIDENTIAL,
            new=_PUBLIC,
        ),
    ),
    judge=OnChange(("field.classification",), _judge),
    mirror="classification-lowered",
)
