"""DC304 type-documented."""

from __future__ import annotations

from collections.abc import Iterator

from bot.core.contract.model import Field
from bot.core.diff.changes import Change, Changed
from bot.core.diff.formats import is_whole_column
from bot.core.finding import Bump, Effect, Hit, Plane
from bot.core.rule import Example, OnChange, Pair, Rule
from bot.core.types.physical import logical_of


def _judge(change: Change, pair: Pair) -> Iterator[Hit]:
    match change:
        case (
            Changed(
                before=Field() as before, after=Field() as after, old=None, new=str() as logical
            )
            | Changed(
                before=Field() as before, after=Field() as after, old=str() as logical, new=None
            )
        ):
            if _proved(before, logical, pair) and _proved(after, logical, pair):
                yield Hit(message=f"`{change.place.path}` is {logical}, as its physicalType says")
        case Changed(before=Field() as before, after=Field() as after, new=str() as new) if (
            is_whole_column(before, after, pair.old_dialect, pair.dialect)
        ):
            if not change.place.is_map_key:
                yield Hit(
                    message=f"`{change.place.path}` is {new}, and its column holds whole numbers "
                    "as before"
                )
        case Changed(old=str() as old, new=str() as new) if (
            old.strip().lower() == new.strip().lower()
        ):
            yield Hit(message=f"`{change.place.path}` is still {new}")
        case _:
            return


def _proved(before: Field, logical_type: str, pair: Pair) -> bool:
    """Tell whether the physical type, the same on both sides, says as much."""
    physical = before.physical_type
    return physical is not None and logical_of(physical, pair.dialect) == logical_type


_PHYSICAL = """\
servers:
- {server: prod, type: postgres, host: db, port: 5432, database: sales, schema: public}
schema:
- name: orders
  properties:
  - {name: amount, physicalType: bigint}
"""

_BOTH = """\
servers:
- {server: prod, type: postgres, host: db, port: 5432, database: sales, schema: public}
schema:
- name: orders
  properties:
  - {name: amount, physicalType: bigint, logicalType: integer}
"""

_UNTYPED = """\
schema:
- name: orders
  properties:
  - {name: amount, description: Amount}
"""

_INTEGER = """\
schema:
- name: orders
  properties:
  - {name: amount, logicalType: integer}
"""


TYPE_DOCUMENTED = Rule(
    id="DC304",
    name="type-documented",
    plane=Plane.WIRE,
    effect=Effect.NONE,
    bump=Bump.PATCH,
    summary=(
        "A logical type was written beside a physical type that says the same, left out beside "
        "it, or changed where the physical type decides."
    ),
    why="Nothing changes in what the field takes.",
    instead="Nothing to do.",
    examples=(
        Example(
            title="`integer` beside `bigint`",
            old=_PHYSICAL,
            new=_BOTH,
            strikes=("orders.amount",),
        ),
        Example(
            title="a type where none was",
            old=_UNTYPED,
            new=_INTEGER,
        ),
    ),
    judge=OnChange(("field.logicalType",), _judge),
    no_mirror="writing out and leaving out are one rule",
)
