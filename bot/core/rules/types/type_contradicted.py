"""DC307 type-contradicted."""

from __future__ import annotations

from collections.abc import Iterator

from bot.core.contract.model import Field
from bot.core.diff.changes import Change, Changed
from bot.core.diff.formats import NUMBERS
from bot.core.finding import Effect, Hit, Plane
from bot.core.rule import Example, OnChange, Pair, Rule
from bot.core.types.physical import logical_of


def _judge(change: Change, pair: Pair) -> Iterator[Hit]:
    match change:
        case Changed(before=Field() as bare, old=None, new=str() as logical):
            dialect = pair.old_dialect
        case Changed(after=Field() as bare, old=str() as logical, new=None):
            dialect = pair.dialect
        case _:
            return
    natural = None if bare.physical_type is None else logical_of(bare.physical_type, dialect)
    if natural not in (None, logical) and not {logical, natural} <= NUMBERS:
        yield Hit(
            message=f"the values of `{change.place.path}` are {logical} on one side, and on the "
            f"other only {bare.physical_type}, which goes with {natural}"
        )


_BARE = """\
schema:
- name: orders
  properties:
  - {name: amount, physicalType: 'decimal(9,2)'}
"""

_TEXT = """\
schema:
- name: orders
  properties:
  - {name: amount, logicalType: string, physicalType: 'decimal(9,2)'}
"""

_NUMBER = """\
schema:
- name: orders
  properties:
  - {name: amount, logicalType: number, physicalType: 'decimal(9,2)'}
"""


TYPE_CONTRADICTED = Rule(
    id="DC307",
    name="type-contradicted",
    plane=Plane.WIRE,
    effect=Effect.UNDETERMINED,
    summary="A type came or went beside a physical type of another kind.",
    why=(
        "Where both stand, the logical type says how values are written; alone, the physical "
        "type does. Which of the two the data follow, the contract does not say."
    ),
    instead="Declare the logical type that goes with the physical one.",
    examples=(
        Example(
            title="decimals are said to be texts",
            old=_BARE,
            new=_TEXT,
            strikes=("orders.amount",),
        ),
        Example(
            title="decimals are said to be numbers",
            old=_BARE,
            new=_NUMBER,
        ),
    ),
    judge=OnChange(("field.logicalType",), _judge),
    no_mirror="declaring and withdrawing are one rule",
)
