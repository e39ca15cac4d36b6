"""DC801 classification-lowered."""

from __future__ import annotations

from collections.abc import Iterator

from bot.core.diff.changes import Change, Changed
from bot.core.finding import Bump, Hit, Plane, Weight
from bot.core.rule import Example, OnChange, Pair, Rule
from bot.core.sets.sensitivity import Shift, compare


def _judge(change: Change, pair: Pair) -> Iterator[Hit]:
    match change:
        case Changed(old=str() as old, new=None):
            yield Hit(message=f"`{change.place.path}` was {old} and is no longer classified")
        case Changed(old=str() as old, new=str() as new):
            if compare(old, new, pair.conventions.sensitivity) is Shift.LOWERED:
                yield Hit(message=f"`{change.place.path}` was {old} and is only {new}")
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


CLASSIFICATION_LOWERED = Rule(
    id="DC801",
    name="classification-lowered",
    plane=Plane.GOVERNANCE,
    weight=Weight.BREAKING,
    bump=Bump.MINOR,
    summary="A field is declared less sensitive than it was, or no longer classified.",
    why=(
        "Access rules, masking and retention follow the classification; lowering it opens the "
        "data to people who may not see them."
    ),
    instead=(
        "Keep the classification until whoever answers for data protection has agreed, and "
        "say why in the pull request."
    ),
    examples=(
        Example(
            title="confidential becomes public",
            old=_CONFIDENTIAL,
            new=_PUBLIC,
            strikes=("customers.email",),
        ),
        Example(
            title="public becomes confidential",
            old=_PUBLIC,
            new=_CONFIDENTIAL,
        ),
    ),
    judge=OnChange(("field.classification",), _judge),
    mirror="classification-raised",
)
