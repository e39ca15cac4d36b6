"""What a contract asks of the steward for itself, in its custom properties."""

from __future__ import annotations

from collections.abc import Iterator

from bot.core.contract.model import Contract, CustomProperty
from bot.core.contract.node import Node
from bot.core.errors import Location
from bot.core.mode import Direction, Mode, read_mode
from bot.core.places import locate
from bot.core.policy.window import LONGEST_WINDOW, MOST_RELEASES
from bot.core.records import dataclass

MODE = "compatibilityMode"
WINDOW_DAYS = "deprecationWindowDays"
WINDOW_RELEASES = "deprecationWindowReleases"
_MOST = {WINDOW_DAYS: LONGEST_WINDOW, WINDOW_RELEASES: MOST_RELEASES}


@dataclass(frozen=True, slots=True)
class Wish:
    """A custom property that the steward reads: its value, its index in the list, its place."""

    property: str
    value: Mode | int
    index: int
    place: Location


@dataclass(frozen=True, slots=True)
class Refusal:
    """A wish that would loosen the policy: what was asked, what holds, and who says so."""

    wish: Wish
    holds: Mode | int
    source: str


def wishes(contract: Contract) -> Iterator[Wish]:
    """Yield what the contract asks for; a value that cannot be read asks for nothing."""
    for index, custom in enumerate(contract.custom_properties):
        value = _value(custom)
        if value is not None:
            place = locate(contract.file, custom.node, "value")
            yield Wish(custom.property, value, index, place)


def _value(custom: CustomProperty) -> Mode | int | None:
    if custom.property == MODE:
        return read_mode(custom.value) if isinstance(custom.value, str) else None
    if custom.property in _MOST:
        return read_count(custom.property, custom.value)
    return None


def read_count(name: str, value: Node) -> int | None:
    """Return the number of days or releases of a wish, None where the value is no such number."""
    if isinstance(value, bool) or not isinstance(value, int):
        return None
    return value if 0 <= value <= _MOST[name] else None


def join(first: Mode, second: Mode) -> Mode:
    """Return the loosest mode that is at least as tight as both."""
    directions = {first.direction, second.direction} - {Direction.NONE}
    direction = Direction.FULL if len(directions) > 1 else next(iter(directions), Direction.NONE)
    transitive = first.transitive or second.transitive
    return Mode(direction, transitive and direction is not Direction.NONE)
