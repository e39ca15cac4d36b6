"""DC209 field-id-changed."""

from __future__ import annotations

from collections.abc import Iterator

from bot.core.diff.changes import Change, Changed
from bot.core.finding import Effect, Hit, Plane
from bot.core.rule import Example, OnChange, Pair, Rule


def _judge(change: Change, _pair: Pair) -> Iterator[Hit]:
    match change:
        case Changed(old=str() as old, new=new):
            what = "was removed" if new is None else f"is now `{new}`"
            yield Hit(message=f"the id `{old}` {what}")
        case _:
            return


_BEFORE = """\
schema:
- name: orders
  properties:
  - {name: id, logicalType: string}
  - {id: amount_id, name: amount, logicalType: number}
"""

_AFTER = """\
schema:
- name: orders
  properties:
  - {name: id, logicalType: string}
  - {id: amount_key, name: amount, logicalType: number}
"""

_BARE = """\
schema:
- name: orders
  properties:
  - {name: id, logicalType: string}
  - {name: amount, logicalType: number}
"""


FIELD_ID_CHANGED = Rule(
    id="DC209",
    name="field-id-changed",
    plane=Plane.SOURCE,
    effect=Effect.LOOSENS,
    certain=False,
    summary="The stable id of a field was changed or removed.",
    why=(
        "Fully qualified references such as `schema/<id>/properties/<id>`, from this contract "
        "or another, no longer resolve."
    ),
    instead="Keep the id for as long as the element lives; ids are never reused.",
    examples=(
        Example(
            title="another id",
            old=_BEFORE,
            new=_AFTER,
            strikes=("orders.amount",),
        ),
        Example(
            title="an id where none was",
            old=_BARE,
            new=_BEFORE,
        ),
    ),
    judge=OnChange(("field.id",), _judge),
    mirror="id-added",
)
