"""What a physical type admits, apart from how an engine spells it: the sets that are compared.

Spelling, defaults and engines stay in `engines`; two texts are the same type when they give equal
shapes.
"""

from __future__ import annotations

from enum import IntEnum, StrEnum

from bot.core.records import dataclass, field

Years = tuple[int, int]


class Unit(StrEnum):
    """What the length of a text counts."""

    CHARACTER = "characters"
    BYTE = "bytes"
    UTF16 = "UTF-16 units"


class Repertoire(IntEnum):
    """Which characters a text may hold; each holds the ones before it."""

    ASCII = 0
    CODE_PAGE = 1
    UNICODE = 2


class Zone(StrEnum):
    """What a timestamp knows of its time zone."""

    WALL = "without a time zone"
    INSTANT = "as an instant"
    OFFSET = "with its own offset"


@dataclass(frozen=True, slots=True)
class Integer:
    """Every whole number from low to high."""

    low: int
    high: int


@dataclass(frozen=True, slots=True)
class Decimal:
    """Every multiple of 10**-scale whose unscaled value is from low to high."""

    low: int
    high: int
    scale: int

    @property
    def digits(self) -> int:
        """How many digits the largest value has."""
        return len(str(max(abs(self.low), abs(self.high))))


@dataclass(frozen=True, slots=True)
class Numeral:
    """Decimal numbers that each keep their own scale; digits None sets no limit."""

    digits: int | None


@dataclass(frozen=True, slots=True)
class Float:
    """Binary floating point numbers with that many significant bits."""

    bits: int


@dataclass(frozen=True, slots=True)
class Text:
    """Text of at most length units; None sets no limit.

    Where the engine has a limit and the type does not state it, `stated` is false.
    """

    length: int | None
    unit: Unit = Unit.CHARACTER
    padded: bool = False
    repertoire: Repertoire = Repertoire.UNICODE
    stated: bool = True


@dataclass(frozen=True, slots=True)
class Labels:
    """One of the labels, or any subset of them; a label may carry the number that stands for it."""

    labels: tuple[tuple[str, str | None], ...]
    many: bool = False


@dataclass(frozen=True, slots=True)
class Octets:
    """Bytes, or bits: at most length of them, or exactly length where it is fixed."""

    length: int | None
    fixed: bool = False
    unit: str = "bytes"
    stated: bool = True


@dataclass(frozen=True, slots=True)
class Boolean:
    """True and false; `as_integer` where the engine stores a small integer instead (MySQL)."""

    as_integer: bool = False


@dataclass(frozen=True, slots=True)
class Day:
    """Calendar days, where years is None without a limit that matters."""

    years: Years | None = None


@dataclass(frozen=True, slots=True)
class Clock:
    """Times of day; `hours` is more than 24 where the engine keeps durations (MySQL)."""

    precision: int
    offset: bool = False
    hours: int = 24


@dataclass(frozen=True, slots=True)
class Moment:
    """A day with a time of day; precision in digits of a second, 2.5 for steps of 1/300 s.

    `place` is the zone in which an engine shows instants, where the type itself names it.
    """

    zone: Zone
    precision: float
    years: Years | None = None
    place: str | None = None


@dataclass(frozen=True, slots=True)
class Interval:
    """Durations in the units from first to last; `digits` holds (place, digits) as declared."""

    first: int
    last: int
    digits: tuple[tuple[int, int], ...] = ()


UNITS = ("year", "month", "day", "hour", "minute", "second")


@dataclass(frozen=True, slots=True)
class Vector:
    """A fixed number of numbers of one kind; None where the type does not say."""

    element: str | None
    size: int | None


@dataclass(frozen=True, slots=True)
class Array:
    """A list; element is None where the type does not say.

    `size` is a fixed length. It is `loose` where the engine reads and then ignores it.
    """

    element: Slot | None
    size: int | None = None
    loose: bool = False


@dataclass(frozen=True, slots=True)
class Map:
    """Keys and values; None where the type does not say."""

    entry: tuple[Slot, Slot] | None


@dataclass(frozen=True, slots=True)
class Record:
    """Named fields; None where the type does not say."""

    fields: tuple[tuple[str, Slot], ...] | None


@dataclass(frozen=True, slots=True)
class Choice:
    """A value of one of the branches."""

    branches: tuple[tuple[str, Slot], ...]


@dataclass(frozen=True, slots=True)
class Opaque:
    """A known family that has no algebra here: it is itself and nothing else."""

    name: str
    arguments: str = ""


Shape = (
    Integer
    | Decimal
    | Numeral
    | Float
    | Text
    | Labels
    | Octets
    | Boolean
    | Day
    | Clock
    | Moment
    | Interval
    | Vector
    | Array
    | Map
    | Record
    | Choice
    | Opaque
)


@dataclass(frozen=True, slots=True)
class Slot:
    """A shape in its place: whether null is refused there, and the text that declared it.

    `filled` where a default other than null stands for a value that is missing.
    """

    shape: Shape
    required: bool
    text: str = field(compare=False)
    filled: bool = field(default=False, compare=False)
