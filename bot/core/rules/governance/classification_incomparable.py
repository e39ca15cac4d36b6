"""DC803 classification-incomparable."""

from __future__ import annotations

from collections.abc import Iterator

from bot.core.diff.changes import Change, Changed
from bot.core.finding import Bump, Hit, Plane, Weight
from bot.core.rule import Example, OnChange, Pair, Rule
from bot.core.sets.sensitivity import Shift, compare


def _judge(change: Change, pair: Pair) -> Iterator[Hit]:
    match change:
        case Changed(old=str() as old, new=str() as new):
            if compare(old, new, pair.conventions.sensitivity) is Shift.UNKNOWN:
                yield Hit(
                    message=f"`{change.place.path}` was {old} and is {new}; which is more "
                    "sensitive is not known"
                )
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


CLASSIFICATION_INCOMPARABLE = Rule(
    id="DC803",
    name="classification-incomparable",
    plane=Plane.GOVERNANCE,
    weight=Weight.WARNING,
    bump=Bump.MINOR,
    summary="The classification changed between words that no ladder orders.",
    why="Nobody can say whether the data are better or worse protected.",
    instead=(
        "Use the words of the policy, least sensitive first in `conventions.classifications`."
    ),
    examples=(
        Example(
            title="a word that is on no ladder",
            old=_PUBLIC,
            new=_ODD,
            strikes=("customers.email",),
        ),
        Example(
            title="public becomes confidential",
            old=_PUBLIC,
            new=_CONFIDENTIAL,
        ),
    ),
    judge=OnChange(("field.classification",), _judge),
    no_mirror="what cannot be ordered has no opposite",
)
