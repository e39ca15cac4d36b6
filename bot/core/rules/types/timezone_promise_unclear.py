"""DC333 timezone-promise-unclear."""

from __future__ import annotations

from collections.abc import Iterator

from bot.core.contract.model import Field
from bot.core.diff.changes import Change, Changed
from bot.core.diff.formats import follows_from_type
from bot.core.finding import Bump, Effect, Hit, Plane
from bot.core.rule import Example, OnChange, Pair, Rule


def _judge(change: Change, _pair: Pair) -> Iterator[Hit]:
    match change:
        case Changed(before=Field() as before, after=Field() as after) if follows_from_type(
            before, after
        ):
            return
        case Changed(old=old, new=new) if not old and not new:
            told = "are said to carry no offset now" if old is None else "may carry an offset now"
            yield Hit(message=f"the values of `{change.place.path}` {told}")
        case _:
            return


_OPEN = """\
schema:
- name: orders
  properties:
  - {name: amount, logicalType: timestamp}
"""

_WALL = """\
schema:
- name: orders
  properties:
  - {name: amount, logicalType: timestamp, logicalTypeOptions: {timezone: false}}
"""

_OFFSET = """\
schema:
- name: orders
  properties:
  - {name: amount, logicalType: timestamp, logicalTypeOptions: {timezone: true}}
"""


TIMEZONE_PROMISE_UNCLEAR = Rule(
    id="DC333",
    name="timezone-promise-unclear",
    plane=Plane.WIRE,
    effect=Effect.UNDETERMINED,
    bump=Bump.PATCH,
    summary="Values are said to carry no offset, where before nothing was said, or the reverse.",
    why=(
        "The standard names no default for `timezone`: whether the data carry offsets where it "
        "is left out is not known."
    ),
    instead="Look at the data, then say what they hold.",
    examples=(
        Example(
            title="no offset, where nothing was said",
            old=_OPEN,
            new=_WALL,
            strikes=("orders.amount",),
        ),
        Example(
            title="an offset from now on",
            old=_WALL,
            new=_OFFSET,
        ),
    ),
    judge=OnChange(("field.logicalTypeOptions.timezone",), _judge),
    no_mirror="saying and unsaying are one rule",
)
