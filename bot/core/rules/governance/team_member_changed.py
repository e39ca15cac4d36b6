"""DC812 team-member-changed."""

from __future__ import annotations

from collections.abc import Iterator

from bot.core.diff.changes import Added, Change, Changed, Kind, Removed
from bot.core.finding import Bump, Hit, Plane, Weight
from bot.core.owners import took_last_owner
from bot.core.rule import Example, OnChange, Pair, Rule


def _judge(change: Change, pair: Pair) -> Iterator[Hit]:
    if took_last_owner(change, pair):
        return
    match change:
        case Changed(attribute="name" | "id", old=str()) if change.place.kind is Kind.TEAM:
            return
        case Added():
            yield Hit(message=f"`{change.place.path}` was added")
        case Removed():
            yield Hit(message=f"`{change.place.path}` was removed")
        case Changed(attribute=attribute):
            yield Hit(message=f"the {attribute} of `{change.place.path}` changed")
        case _:
            yield Hit(message=f"`{change.place.path}` has another name")


_ADA_OWNS = """\
team:
  name: sales
  members:
  - {username: ada, role: Owner}
  - {username: bob, role: Engineer}
"""

_BOB_ALONE = """\
team:
  name: sales
  members:
  - {username: bob, role: Engineer}
"""

_BOB_OWNS = """\
team:
  name: sales
  members:
  - {username: bob, role: Owner}
"""

_NO_TEAM = """\
name: Customers
"""


TEAM_MEMBER_CHANGED = Rule(
    id="DC812",
    name="team-member-changed",
    plane=Plane.GOVERNANCE,
    weight=Weight.NOTE,
    bump=Bump.PATCH,
    summary="The people of the team changed.",
    why="Whoever may be asked, and may approve, is somebody else.",
    instead="Nothing to do while an owner stays.",
    examples=(
        Example(
            title="another owner comes",
            old=_ADA_OWNS,
            new=_BOB_OWNS,
            strikes=(
                "team.members.ada",
                "team.members.bob",
            ),
        ),
        Example(
            title="the last owner goes, which has a rule of its own",
            old=_ADA_OWNS,
            new=_BOB_ALONE,
        ),
    ),
    judge=OnChange(
        (
            "team added",
            "team member added",
            "team member removed",
            "team member renamed",
            "team member.id",
            "team member.name",
            "team member.description",
            "team member.role",
            "team member.dateIn",
            "team member.dateOut",
            "team member.replacedByUsername",
            "team.description",
            "team.name",
            "team.id",
        ),
        _judge,
    ),
    no_mirror="a change of words is its own opposite",
)
