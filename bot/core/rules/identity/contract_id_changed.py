"""DC201 contract-id-changed."""

from __future__ import annotations

from collections.abc import Iterator

from bot.core.diff.changes import Change, Changed
from bot.core.finding import Effect, Hit, Plane
from bot.core.rule import Example, OnChange, Pair, Rule


def _judge(change: Change, _pair: Pair) -> Iterator[Hit]:
    match change:
        case Changed(old=old, new=new):
            yield Hit(message=f"the contract's id changed from `{old}` to `{new}`")
        case _:
            return


_ORDERS = """\
id: sales-orders
"""

_SHOP_ORDERS = """\
id: shop-orders
"""


CONTRACT_ID_CHANGED = Rule(
    id="DC201",
    name="contract-id-changed",
    plane=Plane.SOURCE,
    effect=Effect.BOTH,
    summary="The contract has another id.",
    why=(
        "Data products, relationships and waivers name a contract by its id; all of them now "
        "point nowhere."
    ),
    instead=(
        "Keep the id. A contract that is really another one gets a file of its own, and the "
        "old one is deprecated."
    ),
    examples=(
        Example(
            title="the id changes",
            old=_ORDERS,
            new=_SHOP_ORDERS,
            strikes=("",),
        ),
        Example(
            title="the id stays",
            old=_ORDERS,
            new=_ORDERS,
        ),
    ),
    judge=OnChange(("contract.id",), _judge),
    no_mirror="a change of id is its own opposite",
)
