"""DC111 copy-removed."""

from __future__ import annotations

from collections.abc import Iterator

from bot.core.diff.changes import Change, Removed
from bot.core.diff.twins import said_twice
from bot.core.finding import Bump, Effect, Hit, Plane
from bot.core.rule import Example, OnChange, Pair, Rule


def _judge(change: Change, _pair: Pair) -> Iterator[Hit]:
    if isinstance(change, Removed) and said_twice(change.element, change.place.owner_before):
        place = change.place
        yield Hit(message=f"the {place.kind} `{place.path}` was there twice, word for word")


_TWICE = """\
schema:
- name: orders
  properties:
  - {name: amount, logicalType: number}
  - {name: amount, logicalType: string}
"""

_ONCE = """\
schema:
- name: orders
  properties:
  - {name: amount, logicalType: number}
"""

_COPIED = """\
schema:
- name: orders
  properties:
  - {name: amount, logicalType: number}
  - {name: amount, logicalType: number}
"""


COPY_REMOVED = Rule(
    id="DC111",
    name="copy-removed",
    plane=Plane.WIRE,
    effect=Effect.NONE,
    bump=Bump.PATCH,
    summary="Of two fields or objects that said the very same one was removed.",
    why="Nothing that it promised is gone: the other one still says it.",
    instead="Nothing to do: a name stands once at one level.",
    examples=(
        Example(
            title="both said the same",
            old=_COPIED,
            new=_ONCE,
            strikes=("orders.amount",),
        ),
        Example(title="they differed", old=_TWICE, new=_ONCE),
    ),
    judge=OnChange(("field twin removed", "object twin removed"), _judge),
    no_mirror="a name that comes twice is an error of the text: field-name-repeated",
)
