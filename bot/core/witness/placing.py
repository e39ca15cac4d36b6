"""Builds a value around a part of it: the object, list or map that encloses a candidate."""

from __future__ import annotations

from collections.abc import Sequence

from bot.core.witness.aim import Link
from bot.core.witness.making import MISSING, MOST_ITEMS, Duo, Maker, is_small, key_text


def placed(own: Sequence[Link], other: Sequence[Link], value: object, maker: Maker) -> object:
    """Return the value of the first link's field that holds the given one at the last link's.

    MISSING where what encloses it cannot be made.
    """
    for place in range(len(own) - 1, 0, -1):
        duo = Duo(own[place - 1].field, other[place - 1].field)
        value = _enclosed(duo, own[place], value, maker)
        if value is MISSING or not is_small(value):
            return MISSING
    return value


def _enclosed(duo: Duo, link: Link, value: object, maker: Maker) -> object:
    match link.step if link.inner else "":
        case "[]":
            both = (duo.own.options.min_items or 0, (duo.other or duo.own).options.min_items or 0)
            least = max(1, *both)
            made = maker.list_of(duo, least, value) if least <= MOST_ITEMS else None
            return MISSING if made is None else made
        case "{key}":
            entry = next(maker.entries(duo), None)
            return MISSING if entry is None or value is None else {key_text(value): entry[1]}
        case "{value}":
            entry = next(maker.entries(duo, value), None)
            return MISSING if entry is None else dict((entry,))
        case _:
            base = maker.object_of(duo, without=link.step)
            return MISSING if base is None else {**base, link.step: value}
