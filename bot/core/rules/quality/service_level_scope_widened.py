"""DC729 service-level-scope-widened."""

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
            narrowed = new and (not old or old - new)
            if old != new and not narrowed:
                yield Hit(
                    message=f"`{change.place.path}` also holds for "
                    f"{', '.join(sorted(new - old)) or 'everything'}"
                )
        case _:
            return


_ID = """\
slaProperties:
- {property: freshness, value: 1, unit: d, element: orders.id}
"""

_ID_NAME = """\
slaProperties:
- {property: freshness, value: 1, unit: d, element: "orders.id, orders.name"}
"""


SERVICE_LEVEL_SCOPE_WIDENED = Rule(
    id="DC729",
    name="service-level-scope-widened",
    plane=Plane.SEMANTIC,
    effect=Effect.NONE,
    summary="A service level holds for more elements than it did.",
    why="Consumers gain; the producer must keep it.",
    instead="Nothing to do for consumers.",
    examples=(
        Example(
            title="`orders.name` is included",
            old=_ID,
            new=_ID_NAME,
            strikes=('slaProperties."freshness of orders.id, orders.name"',),
        ),
        Example(
            title="it is left out",
            old=_ID_NAME,
            new=_ID,
        ),
    ),
    judge=OnChange(("service level.element",), _judge),
    mirror="service-level-scope-narrowed",
)
