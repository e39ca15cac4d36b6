"""DC332 default-timezone-changed."""

from __future__ import annotations

from collections.abc import Iterator

from bot.core.contract.model import Field
from bot.core.diff.changes import Change, Changed
from bot.core.diff.formats import follows_from_type
from bot.core.finding import Effect, Hit, Plane
from bot.core.relation import Relation
from bot.core.rule import Example, OnChange, Pair, Rule
from bot.core.sets.timezones import compare_zones


def _judge(change: Change, _pair: Pair) -> Iterator[Hit]:
    match change:
        case Changed(before=Field() as before, after=Field() as after) if follows_from_type(
            before, after
        ):
            return
        case Changed(old=old, new=new):
            old, new = (str(zone or "Etc/UTC") for zone in (old, new))
            if compare_zones(old, new) is not Relation.SAME:
                yield Hit(message=f"values without an offset were told in {old}, now in {new}")
        case _:
            return


_UTC = """\
schema:
- name: orders
  properties:
  - {name: amount, logicalType: timestamp, logicalTypeOptions: {defaultTimezone: Etc/UTC}}
"""

_PARIS = """\
schema:
- name: orders
  properties:
  - {name: amount, logicalType: timestamp, logicalTypeOptions: {defaultTimezone: Europe/Paris}}
"""

_BARE = """\
schema:
- name: orders
  properties:
  - {name: amount, logicalType: timestamp}
"""


DEFAULT_TIMEZONE_CHANGED = Rule(
    id="DC332",
    name="default-timezone-changed",
    plane=Plane.SEMANTIC,
    effect=Effect.BOTH,
    summary="Values without an offset are told in another time zone.",
    why="Every value shifts by hours, and nothing fails.",
    instead="Add a field in the other zone beside the old one, or write offsets.",
    examples=(
        Example(
            title="UTC becomes Paris",
            old=_UTC,
            new=_PARIS,
            strikes=("orders.amount",),
        ),
        Example(
            title="the default is written out",
            old=_BARE,
            new=_UTC,
        ),
    ),
    judge=OnChange(("field.logicalTypeOptions.defaultTimezone",), _judge),
    no_mirror="a change of zone is its own opposite",
)
