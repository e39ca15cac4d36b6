"""Small choices that shrink well, for everything that is generated here."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, TypeVar

from hypothesis import strategies as st

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Drawing:
    """Draws from hypothesis; what is rarer shrinks away first."""

    draw: Callable[[Any], Any]

    def pick(self, choices: Sequence[T]) -> T:
        """Return one of the choices, the first if in doubt."""
        found: T = self.draw(st.sampled_from(choices))
        return found

    def some(self, choices: Sequence[T], least: int, most: int) -> list[T]:
        """Return a few different ones of the choices, in any order."""
        picked: list[int] = self.draw(
            st.lists(
                st.integers(0, len(choices) - 1),
                min_size=min(least, len(choices)),
                max_size=min(most, len(choices)),
                unique=True,
            )
        )
        return [choices[index] for index in picked]

    def chance(self, tenths: int) -> bool:
        """Return True in so many of ten cases."""
        return bool(self.draw(st.integers(0, 9)) >= 10 - tenths)
