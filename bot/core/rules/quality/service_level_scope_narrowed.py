"""DC728 service-level-scope-narrowed."""

from __future__ import annotations

from collections.abc import Iterator

from bot.core.contract.model import ServiceLevel
from bot.core.diff.changes import Change, Changed
from bot.core.diff.service_level import scopes
from bot.core.finding import Effect, Hit, Plane
from bot.core.rule import Example, OnChange, Pair, Rule


def _judge(change: Change, pair: Pair) -> Iterator[Hit]:
    match change:
        case Changed(before=ServiceLevel() as before, after=ServiceLevel() as after):
            old, new = scopes(before, after, pair.old, pair.new)
            if new and (not old or old - new):
                yield Hit(
                    message=f"`{change.place.path}` no longer holds for "
                    f"{', '.join(sorted(old - new)) or 'everything'}"
                )
        case _:
            return


_ID_NAME = """\
slaProperties:
- {property: freshness, value: 1, unit: d, element: "orders.id, orders.name"}
"""

_ID = """\
slaProperties:
- {property: freshness, value: 1, unit: d, element: orders.id}
"""


_AMOUNT = """\
schema:
- name: orders
  properties: [{id: sum, name: amount, logicalType: number}]
slaProperties:
- {property: freshness, value: 1, unit: d, element: orders.amount}
"""

_TOTAL = """\
schema:
- name: orders
  properties: [{id: sum, name: total, logicalType: number}]
slaProperties:
- {property: freshness, value: 1, unit: d, element: orders.total}
"""


SERVICE_LEVEL_SCOPE_NARROWED = Rule(
    id="DC728",
    name="service-level-scope-narrowed",
    plane=Plane.SEMANTIC,
    effect=Effect.LOOSENS,
    summary="A service level no longer holds for an element that it held for.",
    why="Consumers of that element have nothing to go by.",
    instead="Keep the element in the scope, or announce the end.",
    examples=(
        Example(
            title="`orders.name` is left out",
            old=_ID_NAME,
            new=_ID,
            strikes=('slaProperties."freshness of orders.id"',),
        ),
        Example(
            title="the element has another name",
            old=_AMOUNT,
            new=_TOTAL,
        ),
        Example(
            title="it is included",
            old=_ID,
            new=_ID_NAME,
        ),
    ),
    judge=OnChange(("service level.element",), _judge),
    mirror="service-level-scope-widened",
)
