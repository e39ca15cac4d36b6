"""How any two shapes compare: within a family by its own rules, across families not at all.

Two known families are incomparable: a cast may exist, but what one side writes is not what the
other side reads. The exceptions are in `families`: integers and decimals or floats that hold
them, and labels and the texts that hold them.
"""

from __future__ import annotations

from bot.core.relation import Relation
from bot.core.types.comparison import Aspect, TypeComparison, joined, shown
from bot.core.types.families import (
    Judged,
    bytes_or_bits,
    clocks,
    days,
    intervals,
    moments,
    numbers,
    texts,
    vectors,
)
from bot.core.types.nested import arrays, choices, maps, records
from bot.core.types.saying import said
from bot.core.types.shapes import (
    Array,
    Boolean,
    Choice,
    Clock,
    Day,
    Decimal,
    Float,
    Integer,
    Interval,
    Labels,
    Map,
    Moment,
    Numeral,
    Octets,
    Opaque,
    Record,
    Shape,
    Slot,
    Text,
    Vector,
)


def compare_slots(old: Slot, new: Slot, nullability: Aspect = Aspect.FAMILY) -> TypeComparison:
    """Compare two types in their places; a change of nullability has the aspect given."""
    if old == new:
        reason = f"{shown(old.text)} and {shown(new.text)} are the same type"
        return TypeComparison(Relation.SAME, Aspect.RESPELLED, reason)
    parts = []
    if old.shape != new.shape:
        parts.append(_nested(old.shape, new.shape) or _plain(old, new))
    if old.required != new.required:
        relation = Relation.NARROWER if new.required else Relation.WIDER
        reason = "null is refused now" if new.required else "null is admitted now"
        parts.append(TypeComparison(relation, nullability, reason))
    return joined(parts)


def _nested(old: Shape, new: Shape) -> TypeComparison | None:
    match old, new:
        case (Array(), Array()):
            return arrays(old, new, compare_slots)
        case (Map(), Map()):
            return maps(old, new, compare_slots)
        case (Record(), Record()):
            return records(old, new, compare_slots)
        case (Choice(), Choice()):
            return choices(old, new, compare_slots)
        case _:
            return None


def _plain(old: Slot, new: Slot) -> TypeComparison:
    judged = _judged(old.shape, new.shape)
    contrast = (
        f"{shown(old.text)} holds {said(old.shape)}, {shown(new.text)} {said(new.shape)}"
        if judged.relation is not Relation.SAME
        else f"{shown(old.text)} and {shown(new.text)} hold the same values"
    )
    more = f"; {judged.more}" if judged.more else ""
    aspect = Aspect.RESPELLED if judged.relation is Relation.SAME else judged.aspect
    return TypeComparison(judged.relation, aspect, contrast + more)


def _judged(old: Shape, new: Shape) -> Judged:
    match old, new:
        case (
            Integer() | Decimal() | Numeral() | Float(),
            Integer() | Decimal() | Numeral() | Float(),
        ):
            return numbers(old, new)
        case (Text() | Labels(), Text() | Labels()):
            return texts(old, new)
        case (Octets(), Octets()):
            return bytes_or_bits(old, new)
        case (Clock(), Clock()):
            return clocks(old, new)
        case (Moment(), Moment()):
            return moments(old, new)
        case _:
            return _rare(old, new)


def _rare(old: Shape, new: Shape) -> Judged:
    judged = Judged(Relation.INCOMPARABLE, Aspect.FAMILY)
    match old, new:
        case (Interval(), Interval()):
            judged = intervals(old, new)
        case (Vector(), Vector()):
            judged = vectors(old, new)
        case (Day(), Day()):
            judged = days(old, new)
        case (Opaque(), Opaque()) if old.name == new.name:
            more = "what stands in its brackets is not understood here"
            judged = Judged(Relation.UNKNOWN, Aspect.FAMILY, more)
        case (Boolean(), Boolean()):
            judged = Judged(Relation.SAME, Aspect.RESPELLED)
        case (Boolean(as_integer=True), Integer()) | (Integer(), Boolean(as_integer=True)):
            more = "the engine stores both alike, drivers read them differently"
            judged = Judged(Relation.UNKNOWN, Aspect.FAMILY, more)
        case _:
            pass
    return judged
