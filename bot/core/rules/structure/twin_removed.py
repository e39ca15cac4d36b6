"""DC110 twin-removed."""

from __future__ import annotations

from collections.abc import Iterator

from bot.core.diff.changes import Change, Removed
from bot.core.diff.twins import said_twice
from bot.core.finding import Effect, Hit, Plane
from bot.core.rule import Example, OnChange, Pair, Rule


def _judge(change: Change, _pair: Pair) -> Iterator[Hit]:
    if isinstance(change, Removed) and not said_twice(change.element, change.place.owner_before):
        place = change.place
        yield Hit(message=f"the {place.kind} `{place.path}` was there twice, and one of them went")


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


TWIN_REMOVED = Rule(
    id="DC110",
    name="twin-removed",
    plane=Plane.WIRE,
    effect=Effect.UNDETERMINED,
    summary="Of two fields or objects with one name one was removed.",
    why=(
        "The name is still there, so that no query fails for it. Which of the two described the"
        " data nobody can tell, and what the one promised that went may have been relied on."
    ),
    instead="Say in the pull request which of the two described the data, and keep that one.",
    examples=(
        Example(
            title="`amount` stood there twice",
            old=_TWICE,
            new=_ONCE,
            strikes=("orders.amount",),
        ),
        Example(title="both said the same", old=_COPIED, new=_ONCE),
    ),
    judge=OnChange(("field twin removed", "object twin removed"), _judge),
    no_mirror="a name that comes twice is an error of the text: field-name-repeated",
)
