"""DC810 last-owner-removed."""

from __future__ import annotations

from collections.abc import Iterator

from bot.core.diff.changes import Change
from bot.core.finding import Bump, Hit, Plane, Weight
from bot.core.owners import took_last_owner
from bot.core.rule import Example, OnChange, Pair, Rule


def _judge(change: Change, pair: Pair) -> Iterator[Hit]:
    if took_last_owner(change, pair):
        yield Hit(message="the last owner of the contract is gone")


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


LAST_OWNER_REMOVED = Rule(
    id="DC810",
    name="last-owner-removed",
    plane=Plane.GOVERNANCE,
    weight=Weight.BREAKING,
    bump=Bump.MINOR,
    summary="The contract has no owner any more.",
    why="Nobody can be asked, and nobody can approve the next change.",
    instead=(
        "Name the new owner in the same change: a member with role Owner, or `replacedByUsername`."
    ),
    examples=(
        Example(
            title="the only owner leaves",
            old=_ADA_OWNS,
            new=_BOB_ALONE,
            strikes=("team.members.ada",),
        ),
        Example(
            title="another takes over",
            old=_ADA_OWNS,
            new=_BOB_OWNS,
        ),
    ),
    judge=OnChange(
        (
            "team member removed",
            "team removed",
            "team member.role",
            "team member.dateOut",
        ),
        _judge,
    ),
    no_mirror="an owner is welcome: team-member-changed tells it",
)
