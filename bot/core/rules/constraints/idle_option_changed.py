"""DC443 idle-option-changed."""

from __future__ import annotations

from collections.abc import Iterator

from bot.core.contract.model import Field
from bot.core.diff.changes import Change, Changed
from bot.core.finding import Bump, Effect, Hit, Plane
from bot.core.rule import Example, OnChange, Pair, Rule

_OPTION = "logicalTypeOptions."


def _judge(change: Change, _pair: Pair) -> Iterator[Hit]:
    match change:
        case Changed(
            before=Field(logical_type="boolean"),
            after=Field(logical_type="boolean"),
            attribute=attribute,
        ):
            option = attribute.removeprefix(_OPTION)
            yield Hit(
                message=f"`{option}` says nothing of the truth values of `{change.place.path}`"
            )
        case _:
            return


_BARE = """\
schema:
- name: orders
  properties:
  - {name: paid, logicalType: boolean}
"""

_FORMAT = """\
schema:
- name: orders
  properties:
  - {name: paid, logicalType: boolean, logicalTypeOptions: {format: 'HH:mm'}}
"""

_TIME = """\
schema:
- name: orders
  properties:
  - {name: paid, logicalType: time}
"""

_TIME_FORMAT = """\
schema:
- name: orders
  properties:
  - {name: paid, logicalType: time, logicalTypeOptions: {format: 'HH:mm'}}
"""


IDLE_OPTION_CHANGED = Rule(
    id="DC443",
    name="idle-option-changed",
    plane=Plane.WIRE,
    effect=Effect.NONE,
    bump=Bump.PATCH,
    summary="A format or pattern changed that truth values do not have.",
    why="The same values are admitted: there is no text that it could be asked of.",
    instead="Nothing to do; take the option out.",
    examples=(
        Example(
            title="a format of truth values",
            old=_BARE,
            new=_FORMAT,
            strikes=("orders.paid",),
        ),
        Example(
            title="a format of times",
            old=_TIME,
            new=_TIME_FORMAT,
        ),
    ),
    judge=OnChange(("field.logicalTypeOptions.format", "field.logicalTypeOptions.pattern"), _judge),
    no_mirror="what says nothing has no opposite",
)
