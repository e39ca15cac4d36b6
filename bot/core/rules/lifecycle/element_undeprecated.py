"""DC911 element-undeprecated."""

from __future__ import annotations

from collections.abc import Iterator

from bot.core.contract.model import Deprecation
from bot.core.diff.changes import Change, Changed
from bot.core.finding import Bump, Hit, Plane, Weight
from bot.core.rule import Example, OnChange, Pair, Rule


def _judge(change: Change, _pair: Pair) -> Iterator[Hit]:
    match change:
        case Changed(old=Deprecation(flagged=True), new=Deprecation(flagged=False)):
            yield Hit(message=f"`{change.place.path}` is no longer deprecated")
        case _:
            return


_LIVE = """\
schema:
- name: orders
  properties:
  - {name: net, logicalType: number}
  - name: amount
    logicalType: number
"""

_DEPRECATED = """\
schema:
- name: orders
  properties:
  - {name: net, logicalType: number}
  - name: amount
    logicalType: number
    deprecated: true
    customProperties:
    - property: deprecation
      value: {replacedBy: orders.net}
"""


ELEMENT_UNDEPRECATED = Rule(
    id="DC911",
    name="element-undeprecated",
    plane=Plane.LIFECYCLE,
    weight=Weight.NOTE,
    bump=Bump.MINOR,
    summary="An object or a field is no longer deprecated.",
    why="Readers who began to move need not; who moved already should know.",
    instead="Tell the consumers.",
    examples=(
        Example(
            title="it is kept after all",
            old=_DEPRECATED,
            new=_LIVE,
            strikes=("orders.amount",),
        ),
        Example(
            title="a field is deprecated",
            old=_LIVE,
            new=_DEPRECATED,
        ),
    ),
    judge=OnChange(
        (
            "object.deprecated",
            "field.deprecated",
        ),
        _judge,
    ),
    mirror="element-deprecated",
)
