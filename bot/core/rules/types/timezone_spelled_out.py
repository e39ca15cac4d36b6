"""DC331 timezone-spelled-out."""

from __future__ import annotations

from collections.abc import Iterator

from bot.core.diff.changes import Change, Changed
from bot.core.finding import Bump, Effect, Hit, Plane
from bot.core.relation import Relation
from bot.core.rule import Example, OnChange, Pair, Rule
from bot.core.sets.timezones import compare_zones


def _judge(change: Change, _pair: Pair) -> Iterator[Hit]:
    match change:
        case Changed(old=old, new=new):
            before, after = (str(zone or "Etc/UTC") for zone in (old, new))
            if compare_zones(before, after) is Relation.SAME:
                yield Hit(message=f"the time zone of `{change.place.path}` is still the same")
        case _:
            return


_BARE = """\
schema:
- name: orders
  properties:
  - {name: amount, logicalType: timestamp}
"""

_UTC = """\
schema:
- name: orders
  properties:
  - {name: amount, logicalType: timestamp, logicalTypeOptions: {defaultTimezone: UTC}}
"""

_PARIS = """\
schema:
- name: orders
  properties:
  - {name: amount, logicalType: timestamp, logicalTypeOptions: {defaultTimezone: Europe/Paris}}
"""


TIMEZONE_SPELLED_OUT = Rule(
    id="DC331",
    name="timezone-spelled-out",
    plane=Plane.WIRE,
    effect=Effect.NONE,
    bump=Bump.PATCH,
    summary="The default time zone was written out, left out, or spelled in another way.",
    why="It is the same zone.",
    instead="Nothing to do.",
    examples=(
        Example(
            title="the default is written out",
            old=_BARE,
            new=_UTC,
            strikes=("orders.amount",),
        ),
        Example(
            title="another zone",
            old=_UTC,
            new=_PARIS,
        ),
    ),
    judge=OnChange(("field.logicalTypeOptions.defaultTimezone",), _judge),
    no_mirror="writing out and leaving out are one rule",
)
