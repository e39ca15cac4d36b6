"""DC846 synonym-removed."""

from __future__ import annotations

from collections.abc import Iterator

from bot.core.diff.changes import Change
from bot.core.finding import Bump, Hit, Plane, Weight
from bot.core.rule import Example, OnChange, Pair, Rule


def _judge(change: Change, _pair: Pair) -> Iterator[Hit]:
    yield Hit(message=f"`{change.place.path}` was removed")


_WITH = """\
schema:
- name: orders
  synonyms:
  - {synonym: sales}
"""

_BARE = """\
schema:
- name: orders
"""


SYNONYM_REMOVED = Rule(
    id="DC846",
    name="synonym-removed",
    plane=Plane.SEMANTIC,
    weight=Weight.WARNING,
    bump=Bump.PATCH,
    summary="Another name of an object or field was removed.",
    why="People and models that look for the data under it no longer find them.",
    instead="Keep synonyms; they cost nothing.",
    examples=(
        Example(
            title="`sales` goes",
            old=_WITH,
            new=_BARE,
            strikes=("orders.synonyms.sales",),
        ),
        Example(
            title="a synonym is added",
            old=_BARE,
            new=_WITH,
        ),
    ),
    judge=OnChange(("synonym removed",), _judge),
    no_mirror="an added synonym is documentation-changed",
)
