"""DC509 examples-changed."""

from __future__ import annotations

from collections.abc import Iterator

from bot.core.diff.changes import Change
from bot.core.finding import Bump, Hit, Plane, Weight
from bot.core.rule import Example, OnChange, Pair, Rule


def _judge(change: Change, _pair: Pair) -> Iterator[Hit]:
    yield Hit(message=f"the examples of `{change.place.path}` changed")


_BARE = """\
schema:
- name: orders
  properties:
  - {name: status, logicalType: string}
"""

_WITH = """\
schema:
- name: orders
  properties:
  - {name: status, logicalType: string, examples: [NEW]}
"""

_DESCRIBED = """\
schema:
- name: orders
  properties:
  - {name: status, logicalType: string, description: Where the order stands.}
"""


EXAMPLES_CHANGED = Rule(
    id="DC509",
    name="examples-changed",
    plane=Plane.SEMANTIC,
    weight=Weight.NOTE,
    bump=Bump.PATCH,
    summary="The examples of a field changed.",
    why="Examples promise nothing; they must only be true.",
    instead="Nothing to do.",
    examples=(
        Example(
            title="an example is added",
            old=_BARE,
            new=_WITH,
            strikes=("orders.status",),
        ),
        Example(
            title="a description is added",
            old=_BARE,
            new=_DESCRIBED,
        ),
    ),
    judge=OnChange(("field.examples",), _judge),
    no_mirror="a change of examples is its own opposite",
)
