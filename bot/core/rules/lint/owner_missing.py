"""DC072 owner-missing."""

from __future__ import annotations

from collections.abc import Iterable

from bot.core.contract.model import Contract, Element, Team
from bot.core.finding import Hit, Plane, Weight
from bot.core.rule import Example, OnElement, Rule, Site

_OWNERS = frozenset(("owner", "dataowner", "owners", "changeapprovers"))


def _judge(element: Element, _site: Site) -> Iterable[Hit]:
    if not isinstance(element, Contract):
        return ()
    if element.team is not None and _is_there(element.team):
        return ()
    if any(custom.property.lower() in _OWNERS for custom in element.custom_properties):
        return ()
    message = "the contract has no team" if element.team is None else "everyone left the team"
    return (Hit(message=message, key="team"),)


def _is_there(team: Team) -> bool:
    return bool(team.name or team.id) or any(not member.date_out for member in team.members)


_NONE = """\
name: Orders
"""

_TEAM = """\
team: {name: sales-data}
"""


OWNER_MISSING = Rule(
    id="DC072",
    name="owner-missing",
    plane=Plane.GOVERNANCE,
    weight=Weight.WARNING,
    summary="The contract names nobody who answers for it.",
    why="Nobody can be asked, and nobody can approve the next change.",
    instead="Add a `team` with a name, or with a member of role Owner.",
    examples=(
        Example(
            title="no team",
            new=_NONE,
            strikes=("",),
        ),
        Example(
            title="a team",
            new=_TEAM,
        ),
    ),
    judge=OnElement((Contract,), _judge),
    no_mirror="a fault of a text has no opposite",
)
