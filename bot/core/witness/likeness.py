"""When two JSON values are one: the question of every uniqueness."""

from __future__ import annotations

from collections.abc import Hashable
from typing import Generic, TypeVar

from bot.core.sets.values import identity

T = TypeVar("T")


class Itself(Generic[T]):
    """A key that equals only the keys of the very same thing: comparing contracts takes long."""

    __slots__ = ("thing",)

    def __init__(self, thing: T) -> None:
        self.thing = thing

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Itself) and self.thing is other.thing

    def __hash__(self) -> int:
        return id(self.thing)


def likeness(value: object) -> Hashable:
    """Return a key that is equal exactly for values that are one: 1 and 1.0 are, 1 and true not.

    The order of an object's keys means nothing, and a key that is null is a missing one.
    """
    match value:
        case list() | tuple():
            return ("list", tuple(likeness(item) for item in value))
        case dict():
            held = ((key, likeness(item)) for key, item in value.items() if item is not None)
            return ("object", frozenset(held))
        case _:
            return identity(value)
