"""Decides how two physical types compare, and what is the natural logical type of one."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import product

from bot.core.relation import Relation
from bot.core.types.comparison import IDENTICAL, Aspect, TypeComparison, shown, told_first
from bot.core.types.folding import folded
from bot.core.types.lattice import compare_slots
from bot.core.types.natural import natural
from bot.core.types.outline import LONGEST
from bot.core.types.reading import Reading, readings
from bot.core.types.shapes import Decimal, Integer, Shape, Text

_ONE_WAY = frozenset({Relation.WIDER, Relation.NARROWER})


def decide(
    old: str, new: str, dialect: str | None, old_dialect: str | None = None
) -> TypeComparison:
    """Return what `bot.core.types.physical.compare_physical` promises."""
    if old == new and (old_dialect is None or old_dialect == dialect):
        return IDENTICAL
    after = _known(dialect)
    before = after if old_dialect is None else _known(old_dialect)
    if before == after and folded(old, before) == folded(new, after):
        reason = f"{shown(old)} and {shown(new)} differ only in spelling"
        return TypeComparison(Relation.SAME, Aspect.RESPELLED, reason)
    olds, news = _readings(old, before), _readings(new, after)
    if not olds or not news:
        reason = f"{shown(new if olds else old)} is not a type that can be read"
        return TypeComparison(Relation.UNKNOWN, Aspect.UNPARSED, reason)
    return _agreed(_pairs(olds, news, same=before == after))


def natural_type(physical: str, dialect: str | None) -> str | None:
    """Return what `bot.core.types.physical.logical_of` promises."""
    words = {natural(found.slot.shape) for found in _readings(physical, _known(dialect))}
    if words == {"integer", "number"}:
        return "number"
    return words.pop() if len(words) == 1 else None


def range_of(physical: str, dialect: str | None) -> tuple[int, int] | None:
    """Return what `bot.core.types.physical.whole_range` promises."""
    ranges = {_range(found.slot.shape) for found in _readings(physical, _known(dialect))}
    return ranges.pop() if len(ranges) == 1 else None


def is_whole(physical: str, dialect: str | None) -> bool:
    """Return what `bot.core.types.physical.holds_whole` promises."""
    found = _readings(physical, _known(dialect))
    return bool(found) and all(_range(one.slot.shape) is not None for one in found)


def length_of(physical: str, dialect: str | None) -> int | None:
    """Return what `bot.core.types.physical.longest_text` promises."""
    shapes = [found.slot.shape for found in _readings(physical, _known(dialect))]
    lengths = [
        shape.length
        for shape in shapes
        if isinstance(shape, Text) and shape.length is not None and shape.stated
    ]
    return max(lengths) if lengths and len(lengths) == len(shapes) else None


def _range(shape: Shape) -> tuple[int, int] | None:
    match shape:
        case Integer(low=low, high=high) | Decimal(low=low, high=high, scale=0):
            return low, high
        case _:
            return None


def _known(dialect: str | None) -> str | None:
    return (dialect or "").strip().lower() or None


def _readings(text: str, dialect: str | None) -> tuple[Reading, ...]:
    """Return the readings of text, and remember those of texts that can be a type."""
    return readings(text, dialect) if len(text) <= LONGEST else ()


def _pairs(
    olds: Sequence[Reading], news: Sequence[Reading], *, same: bool
) -> list[tuple[Reading, Reading]]:
    """Return which readings to compare: engine by engine, unless the server changed."""
    if not same:
        return list(product(olds, news))
    by_engine = {new.engine: new for new in news}
    return [(old, by_engine[old.engine]) for old in olds if old.engine in by_engine]


def _agreed(pairs: Sequence[tuple[Reading, Reading]]) -> TypeComparison:
    """Return what all engines agree on.

    Some saying WIDER and the others SAME is WIDER: the new set holds the old one everywhere.
    """
    found = [compare_slots(old.slot, new.slot) for old, new in pairs]
    relations = {one.relation for one in found}
    if not found:
        reason = "no engine has both types; the type of the server would tell which is meant"
        return TypeComparison(Relation.UNKNOWN, Aspect.FAMILY, reason)
    differing = [one for one in found if one.relation is not Relation.SAME] or found
    one_way = relations - {Relation.SAME}
    if len(relations) == 1 or (len(one_way) == 1 and one_way <= _ONE_WAY):
        return told_first(differing)
    aspects = {one.aspect for one in differing}
    reason = "engines disagree on these types; the type of the server would tell which is meant"
    aspect = aspects.pop() if len(aspects) == 1 else Aspect.FAMILY
    return TypeComparison(Relation.UNKNOWN, aspect, reason)
