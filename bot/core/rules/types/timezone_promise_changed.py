"""DC330 timezone-promise-changed."""

from __future__ import annotations

from collections.abc import Iterator

from bot.core.contract.model import Field
from bot.core.diff.changes import Change, Changed
from bot.core.diff.formats import follows_from_type
from bot.core.finding import Effect, Hit, Plane
from bot.core.rule import Example, OnChange, Pair, Rule


def _judge(change: Change, _pair: Pair) -> Iterator[Hit]:
    match change:
        case Changed(before=Field() as before, after=Field() as after) if follows_from_type(
            before, after
        ):
            return
        case Changed(old=old, new=new) if bool(old) is not bool(new):
            told = "carry an offset now" if new else "carry no offset any more"
            yield Hit(message=f"the values of `{change.place.path}` {told}")
        case _:
            return


_WALL = """\
schema:
- name: orders
  properties:
  - {name: amount, logicalType: timestamp}
"""

_OFFSET = """\
schema:
- name: orders
  properties:
  - {name: amount, logicalType: timestamp, logicalTypeOptions: {timezone: true}}
"""

_SAID = """\
schema:
- name: orders
  properties:
  - {name: amount, logicalType: timestamp, logicalTypeOptions: {timezone: false}}
"""


TIMEZONE_PROMISE_CHANGED = Rule(
    id="DC330",
    name="timezone-promise-changed",
    plane=Plane.WIRE,
    effect=Effect.BOTH,
    summary="Values carry an offset where they did not, or no longer do.",
    why=(
        "An instant and a time on the wall are different things; parsers fail and comparisons "
        "shift."
    ),
    instead="Add a field of the other kind beside the old one.",
    examples=(
        Example(
            title="an offset from now on",
            old=_WALL,
            new=_OFFSET,
            strikes=("orders.amount",),
        ),
        Example(
            title="no offset, where nothing was said",
            old=_WALL,
            new=_SAID,
        ),
    ),
    judge=OnChange(("field.logicalTypeOptions.timezone",), _judge),
    no_mirror="a change of kind is its own opposite",
)
