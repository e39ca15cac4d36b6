"""What history can prove about elements that go, as values."""

from __future__ import annotations

from datetime import date

from bot.core.contract.model import Deprecation
from bot.core.deprecation.clock import Clock
from bot.core.deprecation.elements import Sort
from bot.core.errors import Location
from bot.core.policy.window import Window
from bot.core.records import dataclass


@dataclass(frozen=True, slots=True)
class Free:
    """The policy asks for no window."""


@dataclass(frozen=True, slots=True)
class Never:
    """The default branch does not call it deprecated."""


@dataclass(frozen=True, slots=True)
class Stood:
    """It is deprecated, and this is its clock."""

    clock: Clock


@dataclass(frozen=True, slots=True)
class Unproven:
    """It cannot be told; `why` begins a sentence, `hint` is the next step."""

    why: str
    hint: str


Proof = Free | Never | Stood | Unproven


@dataclass(frozen=True, slots=True, kw_only=True)
class Parting:
    """An element that goes, what was announced about its end, and what history proves.

    `base` is its place in the old file, `where` the place in the new one of what held it.
    """

    path: str
    sort: Sort
    told: Deprecation
    proof: Proof
    base: Location
    where: Location | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Announcement:
    """A day of removal that was set or changed, and the first one that the window allows.

    `clock` is None where the element becomes deprecated with this very change.
    """

    path: str
    sort: Sort
    removal: str
    earliest: date
    clock: Clock | None
    where: Location


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """What rules on the end of things judge by. `readers` is None where nobody asked for them."""

    today: date = date.min
    window: Window = Window(days=0)
    partings: tuple[Parting, ...] = ()
    announced: tuple[Announcement, ...] = ()
    readers: tuple[str, ...] | None = None


NO_EVIDENCE = Evidence()
