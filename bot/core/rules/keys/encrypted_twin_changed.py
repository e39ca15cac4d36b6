"""DC630 encrypted-twin-changed."""

from __future__ import annotations

from collections.abc import Iterator

from bot.core.diff.changes import Change, Changed
from bot.core.finding import Effect, Hit, Plane
from bot.core.rule import Example, OnChange, Pair, Rule


def _judge(change: Change, _pair: Pair) -> Iterator[Hit]:
    match change:
        case Changed(old=str() as old, new=new):
            yield Hit(
                message=f"the encrypted twin was `{old}`, now {f'`{new}`' if new else 'none'}"
            )
        case _:
            return


_TWIN = """\
schema:
- name: orders
  properties:
  - {name: email, logicalType: string, encryptedName: email_enc}
"""

_OTHER = """\
schema:
- name: orders
  properties:
  - {name: email, logicalType: string, encryptedName: email_hash}
"""

_BARE = """\
schema:
- name: orders
  properties:
  - {name: email, logicalType: string}
"""


ENCRYPTED_TWIN_CHANGED = Rule(
    id="DC630",
    name="encrypted-twin-changed",
    plane=Plane.WIRE,
    effect=Effect.BOTH,
    summary="The encrypted twin of a column has another name, or is gone.",
    why="Readers of the twin fail.",
    instead="Keep the old twin beside the new one until they have moved.",
    examples=(
        Example(
            title="another name",
            old=_TWIN,
            new=_OTHER,
            strikes=("orders.email",),
        ),
        Example(
            title="a twin appears",
            old=_BARE,
            new=_TWIN,
        ),
    ),
    judge=OnChange(("field.encryptedName",), _judge),
    mirror="encrypted-twin-added",
)
