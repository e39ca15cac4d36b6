"""DC204 field-case-changed."""

from __future__ import annotations

from collections.abc import Iterator

from bot.core.diff.changes import Change, Renamed
from bot.core.finding import Effect, Hit, Plane
from bot.core.rule import Example, OnChange, Pair, Rule


def _judge(change: Change, _pair: Pair) -> Iterator[Hit]:
    match change:
        case Renamed(old_name=old, new_name=new) if not change.keeps_data_name:
            if old.casefold() == new.casefold():
                told = "whether names are case-sensitive is not declared"
                yield Hit(message=f"`{old}` is now spelled `{new}`; {told}")
        case _:
            return


_LOWER = """\
schema:
- name: orders
  properties:
  - {name: id, logicalType: string}
  - {name: email, logicalType: string}
"""

_UPPER = """\
schema:
- name: orders
  properties:
  - {name: id, logicalType: string}
  - {name: EMAIL, logicalType: string}
"""


FIELD_CASE_CHANGED = Rule(
    id="DC204",
    name="field-case-changed",
    plane=Plane.WIRE,
    effect=Effect.UNDETERMINED,
    summary="The name of a field differs in upper and lower case only.",
    why=(
        "Most SQL engines fold unquoted names and see no difference; JSON, Avro and quoted "
        "SQL names do."
    ),
    instead="Keep the spelling, or set `physicalName` to the name that the data carry.",
    examples=(
        Example(
            title="`email` becomes `EMAIL`",
            old=_LOWER,
            new=_UPPER,
            strikes=("orders.email",),
        ),
        Example(
            title="the spelling stays",
            old=_LOWER,
            new=_LOWER,
        ),
    ),
    judge=OnChange(("field renamed",), _judge),
    no_mirror="a change of case is its own opposite",
)
