"""What a datum does wrong under a contract, and what could not be decided about it."""

from __future__ import annotations

from collections.abc import Iterable

from bot.core.contract.model import step
from bot.core.records import dataclass
from bot.core.text import visible

OPTIONS = "logicalTypeOptions."
"""What the keys of a field's options begin with, as changes and faults name them."""
CLOCKS = frozenset(("date", "timestamp", "time"))
"""The logical types whose values are ISO 8601 texts, or in the field's own layout."""
_SHOWN = 40
_MOST_BITS = 256


@dataclass(frozen=True, slots=True)
class Fault:
    """One demand of the contract that a value does not meet.

    `path` leads to the value within its row: `lines[].sku`, `{key}` and `{value}` in maps. `key`
    is the standard's key that makes the demand, as changes name it: `required`,
    `logicalTypeOptions.maximum`. `certain` is False where nobody can tell whether the demand is
    met, because what the contract declares cannot be read.
    """

    path: str
    key: str
    says: str
    certain: bool = True


@dataclass(frozen=True, slots=True)
class Judgement:
    """Everything that was found about one row: faults, and doubts that may be faults."""

    faults: tuple[Fault, ...] = ()
    doubts: tuple[Fault, ...] = ()

    @property
    def valid(self) -> bool | None:
        """True for a valid row, False for one with a fault, None where it cannot be told."""
        if self.faults:
            return False
        return None if self.doubts else True


def judgement(found: Iterable[Fault]) -> Judgement:
    """Return the judgement that a list of faults and doubts makes."""
    told = tuple(found)
    return Judgement(
        tuple(fault for fault in told if fault.certain),
        tuple(fault for fault in told if not fault.certain),
    )


def below(path: str, name: str) -> str:
    """Return the path of a field of that name below a path of a row."""
    return f"{path}.{step(name)}" if path else step(name)


def counted(number: int, thing: str) -> str:
    """Return a number of things as a sentence tells it."""
    return f"{number} {thing}" if number == 1 else f"{number} {thing}s"


def shown(value: object) -> str:
    """Return a value as a sentence tells it: short, on one line, in JSON's words."""
    if isinstance(value, str):
        line = visible(value[:_SHOWN])
        return f'"{line}…"' if len(value) > _SHOWN else f'"{line}"'
    if isinstance(value, int | float) and not isinstance(value, bool):
        large = isinstance(value, int) and value.bit_length() > _MOST_BITS
        return "a very large number" if large else repr(value)
    for kind, word in _WORDS:
        if isinstance(value, kind):
            return word
    return str(value).lower() if isinstance(value, bool) else "null"


_WORDS = ((dict, "an object"), (list, "a list"))
