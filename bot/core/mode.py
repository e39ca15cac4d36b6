"""Compatibility modes, and how a mode turns an effect into a weight.

The words are those of Confluent Schema Registry. Backward: data made under the old contract
are valid under the new one. Forward: data made under the new contract, projected onto the old
one's fields, are valid under it, and each of its fields still exists under its name.
"""

from __future__ import annotations

from enum import StrEnum

from bot.core.finding import Effect, Weight
from bot.core.records import dataclass


class Direction(StrEnum):
    """Which way data are read."""

    NONE = "none"
    BACKWARD = "backward"
    FORWARD = "forward"
    FULL = "full"


@dataclass(frozen=True, slots=True)
class Mode:
    """A direction, and whether every earlier release counts or only the last."""

    direction: Direction
    transitive: bool = False

    def __str__(self) -> str:
        return f"{self.direction}-transitive" if self.transitive else str(self.direction)


FULL = Mode(Direction.FULL)
MODES = tuple(
    Mode(direction, transitive)
    for direction in Direction
    for transitive in (False, True)
    if not (transitive and direction is Direction.NONE)
)


def read_mode(text: str) -> Mode | None:
    """Return the mode of that name (`full`, `FORWARD_TRANSITIVE`, …), or None."""
    plain = text.strip().lower().replace("_", "-")
    return next((mode for mode in MODES if str(mode) == plain), None)


_BACKWARD = {
    Effect.TIGHTENS: Weight.BREAKING,
    Effect.LOOSENS: Weight.NOTE,
    Effect.BOTH: Weight.BREAKING,
    Effect.UNDETERMINED: Weight.UNSURE,
    Effect.NONE: Weight.NOTE,
}
_FORWARD = {
    Effect.TIGHTENS: Weight.NOTE,
    Effect.LOOSENS: Weight.BREAKING,
    Effect.BOTH: Weight.BREAKING,
    Effect.UNDETERMINED: Weight.UNSURE,
    Effect.NONE: Weight.NOTE,
}


def weigh(effect: Effect, direction: Direction, *, certain: bool = True) -> Weight:
    """Return the weight of an effect; a break that only may happen weighs UNSURE."""
    match direction:
        case Direction.NONE:
            return Weight.NOTE
        case Direction.BACKWARD:
            weight = _BACKWARD[effect]
        case Direction.FORWARD:
            weight = _FORWARD[effect]
        case Direction.FULL:
            weight = max(_BACKWARD[effect], _FORWARD[effect])
    if weight is Weight.BREAKING and not certain:
        return Weight.UNSURE
    return weight


def facing(effect: Effect, direction: Direction) -> Effect:
    """Return the part of an effect that a direction asks about: of both, the one that breaks it.

    A row that is admitted no longer shows no break forward, and one that now is none backward.
    """
    if effect is not Effect.BOTH:
        return effect
    return _FACING.get(direction, effect)


_FACING = {Direction.BACKWARD: Effect.TIGHTENS, Direction.FORWARD: Effect.LOOSENS}
