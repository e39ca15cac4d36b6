"""How two shapes that hold no other types compare: one function per family.

Every function answers with the relation, what differs, and what to add to the plain contrast of
the two. All but the stated exceptions follow from "does the new set hold the old one, and the
other way round", so that they are mirrored and transitive.
"""

from __future__ import annotations

from types import MappingProxyType

from bot.core.records import dataclass
from bot.core.relation import Relation
from bot.core.types.comparison import Aspect, relation_of
from bot.core.types.shapes import (
    Clock,
    Day,
    Decimal,
    Float,
    Integer,
    Interval,
    Labels,
    Moment,
    Numeral,
    Octets,
    Repertoire,
    Text,
    Unit,
    Vector,
    Years,
)

Number = Integer | Decimal | Numeral | Float
Written = Text | Labels


@dataclass(frozen=True, slots=True)
class Judged:
    """The relation, what differs, and a clause that the contrast alone would not say."""

    relation: Relation
    aspect: Aspect
    more: str = ""


def numbers(old: Number, new: Number) -> Judged:
    """Compare numbers by the values they hold, with two exceptions that break both ways.

    A decimal of another scale is incomparable, although more digits after the point would hold
    the old values: it rounds and prints differently. Binary and decimal fractions are
    incomparable. A decimal never fits into an integer type, even with no digit after the point;
    an integer fits into a decimal, a float or a numeral that holds each of its values exactly.
    """
    match old, new:
        case (Integer(), Integer()):
            relation = _ranges(old.low, old.high, new.low, new.high)
            signs = relation is Relation.INCOMPARABLE
            return Judged(relation, Aspect.SIGN if signs else Aspect.WIDTH)
        case (Decimal(), Decimal()):
            return _decimals(old, new)
        case (Float(), Float()):
            return Judged(_sizes(old.bits, new.bits), Aspect.WIDTH)
        case (Numeral(), Numeral()):
            return Judged(_sizes(old.digits, new.digits), Aspect.PRECISION)
        case (Decimal(), Numeral()) | (Numeral(), Decimal()):
            return _one_way(_exact(old, new), _exact(new, old), Aspect.PRECISION)
        case _:
            return _one_way(_exact(old, new), _exact(new, old), Aspect.FAMILY)


def _decimals(old: Decimal, new: Decimal) -> Judged:
    if old.scale != new.scale:
        return Judged(Relation.INCOMPARABLE, Aspect.SCALE, "rounding and rendering differ")
    relation = _ranges(old.low, old.high, new.low, new.high)
    signs = relation is Relation.INCOMPARABLE
    return Judged(relation, Aspect.SIGN if signs else Aspect.PRECISION)


def _exact(inner: Number, outer: Number) -> bool:
    """Return whether outer, of another family, holds each value of inner exactly."""
    match inner, outer:
        case (Integer(), Float()):
            return max(abs(inner.low), abs(inner.high)).bit_length() <= outer.bits
        case (Integer(), Decimal()):
            unit = 10 ** max(outer.scale, 0)
            fits = outer.low <= inner.low * unit and inner.high * unit <= outer.high
            return outer.scale >= 0 and fits
        case (Integer(), Numeral()):
            digits = len(str(max(abs(inner.low), abs(inner.high))))
            return outer.digits is None or digits <= outer.digits
        case (Decimal(), Numeral()):
            return outer.digits is None or inner.digits <= outer.digits
        case _:
            return False


def _one_way(new_holds_old: bool, old_holds_new: bool, aspect: Aspect) -> Judged:  # noqa: FBT001
    relation = relation_of(new_holds_old=new_holds_old, old_holds_new=old_holds_new)
    inexact = relation is Relation.INCOMPARABLE
    return Judged(relation, aspect, "neither holds all values of the other" if inexact else "")


_MOST = MappingProxyType(
    {
        (Unit.CHARACTER, Unit.BYTE): 4,
        (Unit.CHARACTER, Unit.UTF16): 2,
        (Unit.UTF16, Unit.BYTE): 3,
    }
)
"""How many units of the second kind one of the first may need; one where no pair is listed.

A UTF-16 unit is at most three bytes of UTF-8: what needs four bytes needs two units.
"""
_PAGE_TO_UTF8 = 3
_UNSTATED = "the engine wants a length that one does not state"


def texts(old: Written, new: Written) -> Judged:
    """Compare texts and enumerations by the texts they hold.

    Blanks at the end of a padded text do not count, so `char(5)` fits into `char(10)`, and any
    `char(n)` into `varchar(n)`; a `varchar` does not fit into a `char`, which would pad it. A
    text that fits in characters fits in bytes only if four bytes for each would.
    """
    relation = relation_of(new_holds_old=_holds(new, old), old_holds_new=_holds(old, new))
    if not all(isinstance(text, Labels) or text.stated for text in (old, new)):
        return Judged(Relation.UNKNOWN, Aspect.LENGTH, _UNSTATED)
    match old, new:
        case (Labels(), Labels()):
            return Judged(relation, Aspect.ELEMENT)
        case (Text(), Text()):
            alike = (old.padded, old.repertoire) == (new.padded, new.repertoire)
            more = "" if old.padded == new.padded else "one is padded with blanks"
            return Judged(relation, Aspect.LENGTH if alike else Aspect.FAMILY, more)
        case _:
            return Judged(relation, Aspect.FAMILY)


def _holds(outer: Written, inner: Written) -> bool:
    match outer, inner:
        case (Text(), Text()):
            if inner.padded < outer.padded or inner.repertoire > outer.repertoire:
                return False
            if outer.length is None or inner.length is None:
                return outer.length is None
            return inner.length * _needed(inner, outer) <= outer.length
        case (Text(), Labels(many=False)):
            return not outer.padded and all(_fits(label, outer) for label, _ in inner.labels)
        case (Labels(), Labels()):
            return outer.many == inner.many and set(inner.labels) <= set(outer.labels)
        case _:
            return False


def _needed(inner: Text, outer: Text) -> int:
    to_utf8 = inner.repertoire is Repertoire.CODE_PAGE and outer.repertoire is Repertoire.UNICODE
    if inner.unit is outer.unit is Unit.BYTE and to_utf8:
        return _PAGE_TO_UTF8
    return _MOST.get((inner.unit, outer.unit), 1)


def _fits(label: str, outer: Text) -> bool:
    if outer.repertoire is not Repertoire.UNICODE and not label.isascii():
        return False
    size = {
        Unit.CHARACTER: len(label),
        Unit.BYTE: len(label.encode("utf-8", "surrogatepass")),
        Unit.UTF16: len(label.encode("utf-16-le", "surrogatepass")) // 2,
    }
    return outer.length is None or size[outer.unit] <= outer.length


def bytes_or_bits(old: Octets, new: Octets) -> Judged:
    """Compare bytes by length; every byte counts, so two fixed lengths exclude each other."""
    if old.unit != new.unit:
        return Judged(Relation.INCOMPARABLE, Aspect.FAMILY)
    if not (old.stated and new.stated):
        return Judged(Relation.UNKNOWN, Aspect.LENGTH, _UNSTATED)
    relation = relation_of(
        new_holds_old=_holds_bytes(new, old), old_holds_new=_holds_bytes(old, new)
    )
    return Judged(relation, Aspect.LENGTH if old.fixed == new.fixed else Aspect.FAMILY)


def _holds_bytes(outer: Octets, inner: Octets) -> bool:
    if outer.fixed:
        return inner.fixed and inner.length == outer.length
    return outer.length is None or (inner.length is not None and inner.length <= outer.length)


def clocks(old: Clock, new: Clock) -> Judged:
    """Compare times of day: zones exclude each other, more digits hold fewer."""
    if old.offset != new.offset:
        return Judged(Relation.INCOMPARABLE, Aspect.TIMEZONE)
    relation = relation_of(
        new_holds_old=old.precision <= new.precision and old.hours <= new.hours,
        old_holds_new=new.precision <= old.precision and new.hours <= old.hours,
    )
    return Judged(relation, Aspect.TIME_PRECISION if old.hours == new.hours else Aspect.WIDTH)


def moments(old: Moment, new: Moment) -> Judged:
    """Compare timestamps: what they know of zones excludes each other, more digits hold fewer."""
    if old.zone is not new.zone:
        more = "the same text means another moment"
        return Judged(Relation.INCOMPARABLE, Aspect.TIMEZONE, more)
    if old.place != new.place:
        more = "the instants stay, the texts shift"
        return Judged(Relation.INCOMPARABLE, Aspect.TIMEZONE, more)
    relation = relation_of(new_holds_old=_spans(new, old), old_holds_new=_spans(old, new))
    precise = old.precision != new.precision
    return Judged(relation, Aspect.TIME_PRECISION if precise else Aspect.WIDTH)


def _spans(outer: Moment, inner: Moment) -> bool:
    return inner.precision <= outer.precision and _within(inner.years, outer.years)


def days(old: Day, new: Day) -> Judged:
    """Compare calendar days by the years that they cover."""
    relation = relation_of(
        new_holds_old=_within(old.years, new.years), old_holds_new=_within(new.years, old.years)
    )
    return Judged(relation, Aspect.WIDTH)


def _within(inner: Years | None, outer: Years | None) -> bool:
    if inner is None or outer is None:
        return outer is None
    return outer[0] <= inner[0] and inner[1] <= outer[1]


def intervals(old: Interval, new: Interval) -> Judged:
    """Compare durations by their units, then by the digits that each unit declares."""
    if (old.first, old.last) != (new.first, new.last):
        relation = relation_of(
            new_holds_old=new.first <= old.first and old.last <= new.last,
            old_holds_new=old.first <= new.first and new.last <= old.last,
        )
        declared = old.digits or new.digits
        return Judged(Relation.UNKNOWN if declared else relation, Aspect.FAMILY)
    if [place for place, _ in old.digits] != [place for place, _ in new.digits]:
        more = "what the engine takes where no digits are given is not known"
        return Judged(Relation.UNKNOWN, Aspect.TIME_PRECISION, more)
    pairs = [(one, other) for (_, one), (_, other) in zip(old.digits, new.digits, strict=True)]
    relation = relation_of(
        new_holds_old=all(one <= other for one, other in pairs),
        old_holds_new=all(other <= one for one, other in pairs),
    )
    return Judged(relation, Aspect.TIME_PRECISION)


def vectors(old: Vector, new: Vector) -> Judged:
    """Compare vectors: another length or element is another vector; no length takes any."""
    if old.element != new.element:
        unsaid = not old.element or not new.element
        return Judged(Relation.UNKNOWN if unsaid else Relation.INCOMPARABLE, Aspect.ELEMENT)
    relation = relation_of(new_holds_old=new.size is None, old_holds_new=old.size is None)
    return Judged(relation, Aspect.LENGTH)


def _ranges(low: int, high: int, new_low: int, new_high: int) -> Relation:
    return relation_of(
        new_holds_old=new_low <= low and high <= new_high,
        old_holds_new=low <= new_low and new_high <= high,
    )


def _sizes(old: int | None, new: int | None) -> Relation:
    return relation_of(
        new_holds_old=new is None or (old is not None and old <= new),
        old_holds_new=old is None or (new is not None and new <= old),
    )
