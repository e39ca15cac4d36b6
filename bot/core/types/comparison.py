"""The answer of every comparison of two types, and how several answers make one."""

from __future__ import annotations

from collections.abc import Sequence
from enum import StrEnum

from bot.core.records import dataclass
from bot.core.relation import Relation


class Aspect(StrEnum):
    """What about a type differs."""

    RESPELLED = "respelled"
    FAMILY = "family"
    LENGTH = "length"
    WIDTH = "width"
    PRECISION = "precision"
    SCALE = "scale"
    TIMEZONE = "timezone"
    TIME_PRECISION = "time-precision"
    SIGN = "sign"
    ELEMENT = "element"
    KEY = "key"
    FIELDS = "fields"
    EXTENDED = "extended"
    """A record has one more field, which breaks nobody; what else differs has its own aspect."""
    UNPARSED = "unparsed"


@dataclass(frozen=True, slots=True)
class TypeComparison:
    """The relation of two types, what differs, and one clause for people.

    The aspect is None only where the two texts are identical.
    """

    relation: Relation
    aspect: Aspect | None
    reason: str


IDENTICAL = TypeComparison(Relation.SAME, None, "the type is the same")
_SHOWN = 60


def shown(text: str) -> str:
    """Return text as a reason quotes it: on one line, printable, at most 60 characters."""
    line = " ".join(text[: 4 * _SHOWN].split()).replace("`", "'")
    line = "".join(letter if letter.isprintable() else "?" for letter in line)
    return f"`{line if len(line) <= _SHOWN else line[: _SHOWN - 1] + '…'}`"


def relation_of(*, new_holds_old: bool, old_holds_new: bool) -> Relation:
    """Return the relation of two sets of which we know whether each holds the other."""
    if new_holds_old:
        return Relation.SAME if old_holds_new else Relation.WIDER
    return Relation.NARROWER if old_holds_new else Relation.INCOMPARABLE


def told_first(parts: Sequence[TypeComparison]) -> TypeComparison:
    """Return which of several alike answers says most: what came before what changed places."""
    for aspect in (Aspect.EXTENDED, Aspect.FIELDS):
        for part in parts:
            if part.aspect is aspect:
                return part
    return parts[0]


def joined(parts: Sequence[TypeComparison]) -> TypeComparison:
    """Return what holds of a whole whose parts compare so; parts is never empty.

    One part that breaks both ways breaks both ways. Else one part that nobody can compare leaves
    the whole unknown. Parts that go both ways make the whole incomparable.
    """
    relations = {part.relation for part in parts}
    for relation in (Relation.INCOMPARABLE, Relation.UNKNOWN):
        if relation in relations:
            return next(part for part in parts if part.relation is relation)
    told = [part for part in parts if part.relation is not Relation.SAME]
    if not told:
        return told_first(parts)
    contrary = next((part for part in told if part.relation is not told[0].relation), None)
    if contrary is None:
        return told[0]
    reason = f"{told[0].reason}; but {contrary.reason}"
    return TypeComparison(Relation.INCOMPARABLE, told[0].aspect, reason)
