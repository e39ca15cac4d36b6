"""What one SQL engine means by its type names: the form of the tables in `engines`."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from enum import Enum

from bot.core.records import dataclass
from bot.core.types.outline import Group, Parts
from bot.core.types.shapes import Shape, Slot

_SHORT = re.compile(r"-?[0-9]{1,15}")


class Brackets(Enum):
    """What `[3]` after a type means."""

    NOTHING = "the engine has no such types"
    ARRAYS = "an array of exactly three"
    LOOSE_ARRAYS = "an array; the engine reads the number and ignores it"
    QUOTES = "a quoted name"


@dataclass(frozen=True, slots=True)
class Arguments:
    """What stands around a type's name: its bracketed groups, and who reads a type inside them.

    `places` says before which word of the name each group stands. `named` reads a field: its
    name, folded as the engine folds names, and its type.
    """

    groups: tuple[Group, ...]
    places: tuple[int, ...]
    read: Callable[[Parts], Slot | None]
    named: Callable[[Parts, int], tuple[str, Slot] | None]

    @property
    def items(self) -> tuple[Parts, ...]:
        """The items of the only group; none where there is no group or more than one."""
        return self.groups[0].items if len(self.groups) == 1 else ()

    def numbers(self) -> tuple[int, ...] | None:
        """Return the plain numbers of the only group, or None where it holds anything else."""
        if not self.groups:
            return ()
        numbers = []
        for item in self.items:
            number = as_number(item)
            if number is None:
                return None
            numbers.append(number)
        return tuple(numbers) or None


Builder = Callable[[Arguments], Shape | Slot | None]
"""Makes a shape from what stands around a name; None where the engine would refuse that.

A slot instead of a shape also says whether null is refused.
"""


@dataclass(frozen=True, slots=True, eq=False)
class Engine:
    """One engine: its type names in lower case, and how it reads what stands around them.

    `required` says that a type admits no null unless it says so; `exact`, that names of fields
    which differ by case are two names.
    """

    name: str
    names: Mapping[str, Builder]
    brackets: Brackets = Brackets.NOTHING
    required: bool = False
    exact: bool = False


def as_number(item: Parts) -> int | None:
    """Return the number that an item is, or None; numbers of more than 15 digits are none."""
    if len(item) != 1 or isinstance(item[0], Group) or item[0].kind != "number":
        return None
    return int(item[0].text) if _SHORT.fullmatch(item[0].text) else None
