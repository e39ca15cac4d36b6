"""DC822 domain-changed."""

from __future__ import annotations

from collections.abc import Iterator

from bot.core.diff.changes import Change, Changed
from bot.core.finding import Bump, Hit, Plane, Weight
from bot.core.rule import Example, OnChange, Pair, Rule


def _judge(change: Change, _pair: Pair) -> Iterator[Hit]:
    match change:
        case Changed(old=old, new=new):
            yield Hit(message=f"the domain changed from `{old or 'none'}` to `{new or 'none'}`")
        case _:
            return


_SALES = """\
domain: sales
"""

_SHOP = """\
domain: shop
"""


DOMAIN_CHANGED = Rule(
    id="DC822",
    name="domain-changed",
    plane=Plane.GOVERNANCE,
    weight=Weight.NOTE,
    bump=Bump.PATCH,
    summary="The contract belongs to another domain.",
    why="The policy and the owners of another domain hold from now on.",
    instead="Have the old domain and the new one agree.",
    examples=(
        Example(
            title="another domain",
            old=_SALES,
            new=_SHOP,
            strikes=("",),
        ),
        Example(
            title="nothing else changes",
            old=_SALES,
            new=_SALES,
        ),
    ),
    judge=OnChange(("contract.domain",), _judge),
    no_mirror="a change of words is its own opposite",
)
