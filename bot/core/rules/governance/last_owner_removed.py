"""DC810 last-owner-removed."""

from __future__ import annotations

from collections.abc import Iterator

from bot.core.contract.model import Contract, Team, TeamMember
from bot.core.diff.changes import Change, Changed, Removed
from bot.core.finding import Bump, Hit, Plane, Weight
from bot.core.rule import Example, OnChange, Pair, Rule


def _judge(change: Change, pair: Pair) -> Iterator[Hit]:
    if _was_owner(change) and _is_owned(pair.old) and not _is_owned(pair.new):
        yield Hit(message="the last owner of the contract is gone")


def _is_owned(contract: Contract) -> bool:
    return any(_owns(member) for member in (contract.team.members if contract.team else ()))


def _owns(member: TeamMember) -> bool:
    role = (member.role or "").lower()
    left = member.date_out is not None and member.replaced_by_username is None
    return "owner" in role and not left


def _was_owner(change: Change) -> bool:
    match change:
        case Removed(element=Team() as team):
            return any(_owns(member) for member in team.members)
        case Removed(element=TeamMember() as member) | Changed(before=TeamMember() as member):
            return _owns(member)
        case _:
            return False


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
