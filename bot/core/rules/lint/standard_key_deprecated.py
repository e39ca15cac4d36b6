"""DC053 standard-key-deprecated."""

from __future__ import annotations

from collections.abc import Iterable

from bot.core.contract.model import Contract, Element, ServiceLevel, Team
from bot.core.errors import Location
from bot.core.finding import Hit, Plane, Weight
from bot.core.rule import Example, OnElement, Rule, Site

_TEAM_LISTED_UNTIL = "v3.0."


def _judge(element: Element, site: Site) -> Iterable[Hit]:
    if not isinstance(element, Contract):
        return ()
    hits = []
    if element.data_product is not None:
        hits.append(_hit("dataProduct", site.place(element, "dataProduct")))
    if element.team is not None and _is_list(element.team) and _is_new(element):
        hits.append(_hit("team as a list", site.place(element, "team")))
    for level in element.service_levels:
        if _is_inherited(level, element):
            hits.append(_hit("slaDefaultElement", site.place(level, "element")))
            break
    return hits


def _hit(key: str, where: Location) -> Hit:
    return Hit(message=f"{key} is deprecated in the standard", where=where, after=key)


def _is_new(contract: Contract) -> bool:
    """Tell whether the contract's own version of the standard has another form for it."""
    return not contract.declared.startswith(("v2.", _TEAM_LISTED_UNTIL))


def _is_list(team: Team) -> bool:
    """Tell whether the file has the members alone: the migration put them where the list was."""
    place = team.node.marks.get("members")
    return place is not None and place[0] == place[1]


def _is_inherited(level: ServiceLevel, contract: Contract) -> bool:
    """Tell whether the element stands outside the level, as the root's `slaDefaultElement`."""
    if "element" not in level.node.marks:
        return False
    line, column = level.node.marks["element"][0]
    return column == contract.node.mark[1] and line != level.node.mark[0]


_OLD = """\
dataProduct: sales
"""

_NEW = """\
domain: sales
"""


STANDARD_KEY_DEPRECATED = Rule(
    id="DC053",
    name="standard-key-deprecated",
    plane=Plane.LIFECYCLE,
    weight=Weight.NOTE,
    summary=("The contract uses a key that the next major version of the standard will not have."),
    why=(
        "It will have to be rewritten when the standard is upgraded, and newer tools may "
        "ignore it today."
    ),
    instead=(
        "Say `dataProduct` in an ODPS document, `slaDefaultElement` as `element` of each "
        "service level, and put the members of `team` under `team.members`."
    ),
    examples=(
        Example(
            title="a data product in the contract",
            new=_OLD,
            strikes=("",),
        ),
        Example(
            title="only what the standard keeps",
            new=_NEW,
        ),
    ),
    judge=OnElement((Contract,), _judge),
    no_mirror="a fault of a text has no opposite",
)
