"""DC910 element-deprecated."""

from __future__ import annotations

from collections.abc import Iterator

from bot.core.contract.model import Contract, Deprecation
from bot.core.contract.references import resolve
from bot.core.diff.changes import Change, Changed
from bot.core.finding import Bump, Hit, Plane, Weight
from bot.core.rule import Example, OnChange, Pair, Rule


def _judge(change: Change, pair: Pair) -> Iterator[Hit]:
    match change:
        case Changed(old=Deprecation(flagged=False), new=Deprecation(flagged=True) as told):
            until = f", to be removed on {told.removal}" if told.removal else ""
            instead = (
                f"; use `{_named(told.replaced_by, pair.new)}` instead" if told.replaced_by else ""
            )
            yield Hit(message=f"`{change.place.path}` is deprecated{until}{instead}")
        case _:
            return


def _named(wanted: str, contract: Contract) -> str:
    """Return the path of what takes the place of the element, as everybody writes it."""
    found = resolve(wanted, contract)
    return ".".join(found.path) if found.resolved and found.document is None else wanted


_LIVE = """\
schema:
- name: orders
  properties:
  - {name: net, logicalType: number}
  - name: amount
    logicalType: number
"""

_DEPRECATED = """\
schema:
- name: orders
  properties:
  - {name: net, logicalType: number}
  - name: amount
    logicalType: number
    deprecated: true
    customProperties:
    - property: deprecation
      value: {replacedBy: orders.net, removal: "2030-01-31"}
"""


ELEMENT_DEPRECATED = Rule(
    id="DC910",
    name="element-deprecated",
    plane=Plane.LIFECYCLE,
    weight=Weight.NOTE,
    bump=Bump.MINOR,
    summary="An object or a field became deprecated.",
    why=("Its readers have to move; the window in which it must stay begins when this is merged."),
    instead=("Name the replacement and the day of removal in the custom property `deprecation`."),
    examples=(
        Example(
            title="a field is deprecated",
            old=_LIVE,
            new=_DEPRECATED,
            strikes=("orders.amount",),
        ),
        Example(
            title="it is kept after all",
            old=_DEPRECATED,
            new=_LIVE,
        ),
    ),
    judge=OnChange(
        (
            "object.deprecated",
            "field.deprecated",
        ),
        _judge,
    ),
    mirror="element-undeprecated",
)
