"""DC841 price-raised."""

from __future__ import annotations

from collections.abc import Iterator

from bot.core.contract.model import Price
from bot.core.diff.changes import Added, Change, Changed
from bot.core.finding import Bump, Effect, Hit, Plane
from bot.core.plain import said
from bot.core.rule import Example, OnChange, Pair, Rule


def _judge(change: Change, _pair: Pair) -> Iterator[Hit]:
    match change:
        case Changed(before=Price() as before, after=Price() as after, attribute="price"):
            if _dearer(before, after):
                old, new = _told(before), _told(after)
                message = f"the price changed from {old} to {new}"
                yield Hit(message=message, before=old, after=new)
        case Added(element=Price() as price):
            yield Hit(message=f"the data cost {_told(price)} from now on")
        case _:
            return


def _dearer(before: Price, after: Price) -> bool:
    """Tell whether the price rose; another currency or unit counts as a rise: nobody knows."""
    same_kind = (before.price_currency, before.price_unit) == (
        after.price_currency,
        after.price_unit,
    )
    return not same_kind or (after.price_amount or 0) > (before.price_amount or 0)


def _told(price: Price) -> str:
    parts = (price.price_amount, price.price_currency, price.price_unit)
    return " ".join(said(part) for part in parts if part is not None)


_TEN = """\
price: {priceAmount: 10, priceCurrency: EUR, priceUnit: month}
"""

_TWENTY = """\
price: {priceAmount: 20, priceCurrency: EUR, priceUnit: month}
"""

_DOLLARS = """\
price: {priceAmount: 10, priceCurrency: USD, priceUnit: month}
"""

_FREE = """\
name: Orders
"""


PRICE_RAISED = Rule(
    id="DC841",
    name="price-raised",
    plane=Plane.GOVERNANCE,
    effect=Effect.LOOSENS,
    bump=Bump.MINOR,
    summary="The data cost more than they did, or are charged in another way.",
    why="Consumers must pay, or leave.",
    instead="Agree with the consumers before it takes effect.",
    examples=(
        Example(
            title="10 become 20",
            old=_TEN,
            new=_TWENTY,
            strikes=("price",),
        ),
        Example(
            title="20 become 10",
            old=_TWENTY,
            new=_TEN,
        ),
    ),
    judge=OnChange(
        (
            "price.price",
            "price added",
        ),
        _judge,
    ),
    mirror="price-lowered",
)
