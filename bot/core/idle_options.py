"""Tells options that ask nothing: what else the field says admits no value that breaks them.

So `maxLength: 20` asks nothing beside `varchar(20)`, and a pattern asks nothing beside an `enum`
whose every value matches it.
"""

from __future__ import annotations

from collections.abc import Sequence

from bot.core.contract.model import Field
from bot.core.contract.node import Scalar
from bot.core.diff.bounds import compare_bounds, side_interval
from bot.core.diff.changes import Change, Changed
from bot.core.relation import Relation
from bot.core.rule import Pair
from bot.core.sets.difference import exact, has_variable
from bot.core.sets.patterns import compare_patterns, matches_pattern
from bot.core.types.physical import longest_text
from bot.core.written_patterns import pattern_size

IDLE_OPTIONS = ("minLength", "maxLength", "pattern", "minimum", "maximum")
"""The options that can be judged so."""
_PREFIX = "logicalTypeOptions."
_NUMBERS = ("integer", "number")
_WORK = 1_000_000
"""What the pattern of one change may cost."""


def is_idle(change: Change, pair: Pair) -> bool:
    """Tell whether an option changed, and yet neither side admits a value that the other's asks.

    What the option itself leaves out counts as well as what `enum` and `physicalType` do: each
    side as a whole has to keep the other's option.
    """
    match change:
        case Changed(before=Field() as before, after=Field() as after, attribute=attribute):
            option = attribute.removeprefix(_PREFIX)
            if option not in IDLE_OPTIONS or before.logical_type != after.logical_type:
                return False
            if not any(field.enum or field.physical_type for field in (before, after)):
                return False
            relation = _relation(before, after, option)
            there = relation is Relation.WIDER or keeps(before, after, option, pair.old_dialect)
            back = relation is Relation.NARROWER or keeps(after, before, option, pair.dialect)
            return relation is not Relation.SAME and there and back
        case _:
            return False


def keeps(holder: Field, asking: Field, option: str, dialect: str | None) -> bool:
    """Tell whether what else a field says leaves no value that breaks an option of the other."""
    if option == "maxLength" and holder.logical_type == "string" and holder.physical_type:
        longest = longest_text(holder.physical_type, dialect)
        if longest is not None and longest <= (asking.options.max_length or 0):
            return True
    values = [entry.value for entry in holder.enum or ()]
    if not values or has_variable(*values):
        return False
    if holder.logical_type in _NUMBERS:
        return _numbers_keep(values, asking, option)
    return holder.logical_type == "string" and _texts_keep(values, asking, option)


def _relation(before: Field, after: Field, option: str) -> Relation:
    """Return how the new option compares on its own."""
    if option in ("minimum", "maximum"):
        return compare_bounds(before, after, option)
    if option == "pattern":
        old, new = before.options.pattern, after.options.pattern
        if old is None or new is None:
            return Relation.NARROWER if old is None else Relation.WIDER
        return compare_patterns(old, new).relation
    if option == "minLength":
        least = (before.options.min_length or 0, after.options.min_length or 0)
        return _ordered(*least)
    most = (before.options.max_length, after.options.max_length)
    if None in most:
        return Relation.NARROWER if most[0] is None else Relation.WIDER
    return _ordered(most[1] or 0, most[0] or 0)


def _ordered(old: int, new: int) -> Relation:
    """Return how a least count compares: a greater one admits less."""
    if old == new:
        return Relation.SAME
    return Relation.NARROWER if new > old else Relation.WIDER


def _texts_keep(values: Sequence[Scalar], asking: Field, option: str) -> bool:
    texts = [value for value in values if isinstance(value, str)]
    if len(texts) < len(values):
        return False
    options = asking.options
    if option == "pattern":
        return options.pattern is None or _all_match(texts, options.pattern)
    least, most = options.min_length or 0, options.max_length
    if option == "minLength":
        return all(len(text) >= least for text in texts)
    return option == "maxLength" and (most is None or all(len(text) <= most for text in texts))


def _all_match(texts: Sequence[str], pattern: str) -> bool:
    size = pattern_size(pattern)
    if size is None or len(texts) * size**2 + sum(map(len, texts)) > _WORK:
        return False
    return all(matches_pattern(pattern, text) is True for text in texts)


def _numbers_keep(values: Sequence[Scalar], asking: Field, option: str) -> bool:
    if option not in ("minimum", "maximum"):
        return False
    points = [point for value in values if (point := exact(value)) is not None]
    interval = side_interval(asking, option)
    if interval is None or len(points) < len(values):
        return False
    return all(interval.holds(point) for point in points)
