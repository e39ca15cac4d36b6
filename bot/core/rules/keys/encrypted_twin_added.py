"""DC631 encrypted-twin-added."""

from __future__ import annotations

from collections.abc import Iterator

from bot.core.diff.changes import Change, Changed
from bot.core.finding import Effect, Hit, Plane
from bot.core.rule import Example, OnChange, Pair, Rule


def _judge(change: Change, _pair: Pair) -> Iterator[Hit]:
    match change:
        case Changed(old=None, new=str() as new):
            yield Hit(message=f"`{change.place.path}` has the encrypted twin `{new}`")
        case _:
            return


_BARE = """\
schema:
- name: orders
  properties:
  - {name: email, logicalType: string}
"""

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


ENCRYPTED_TWIN_ADDED = Rule(
    id="DC631",
    name="encrypted-twin-added",
    plane=Plane.WIRE,
    effect=Effect.NONE,
    summary="A column got an encrypted twin.",
    why="Nothing breaks while the clear column stays.",
    instead="Nothing to do.",
    examples=(
        Example(
            title="a twin appears",
            old=_BARE,
            new=_TWIN,
            strikes=("orders.email",),
        ),
        Example(
            title="another name",
            old=_TWIN,
            new=_OTHER,
        ),
    ),
    judge=OnChange(("field.encryptedName",), _judge),
    mirror="encrypted-twin-changed",
)
