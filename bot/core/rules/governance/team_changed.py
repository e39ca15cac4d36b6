"""DC811 team-changed."""

from __future__ import annotations

from collections.abc import Iterator

from bot.core.diff.changes import Change, Changed, Removed
from bot.core.finding import Bump, Hit, Plane, Weight
from bot.core.rule import Example, OnChange, Pair, Rule


def _judge(change: Change, _pair: Pair) -> Iterator[Hit]:
    match change:
        case Changed(attribute=attribute, old=str() as old, new=new):
            yield Hit(
                message=f"the team's {attribute} changed from `{old}` to `{new or 'nothing'}`"
            )
        case Removed():
            yield Hit(message="the contract has no team any more")
        case _:
            return


_SALES = """\
team:
  name: sales
  members:
  - {username: ada, role: Owner}
"""

_SHOP = """\
team:
  name: shop
  members:
  - {username: ada, role: Owner}
"""


TEAM_CHANGED = Rule(
    id="DC811",
    name="team-changed",
    plane=Plane.GOVERNANCE,
    weight=Weight.WARNING,
    bump=Bump.MINOR,
    summary="The contract passed to another team, or has none any more.",
    why="Approvals, questions and duties go to other people.",
    instead="Have the old team and the new one agree in the pull request.",
    examples=(
        Example(
            title="another team",
            old=_SALES,
            new=_SHOP,
            strikes=("team",),
        ),
        Example(
            title="nothing else changes",
            old=_SALES,
            new=_SALES,
        ),
    ),
    judge=OnChange(
        (
            "team.name",
            "team.id",
            "team removed",
        ),
        _judge,
    ),
    no_mirror="a change of words is its own opposite",
)
