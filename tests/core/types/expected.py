"""How the tables of these tests write one expectation."""

from __future__ import annotations

from bot.core.relation import Relation
from bot.core.types.comparison import Aspect
from bot.core.types.physical import compare_physical

SAME, WIDER, NARROWER, INCOMPARABLE, UNKNOWN = Relation
RESPELLED = Aspect.RESPELLED
Row = tuple[str, str, Relation, Aspect]


def judged(old: str, new: str, dialect: str | None) -> tuple[Relation, Aspect | None]:
    """Return what a row of a table is compared with."""
    found = compare_physical(old, new, dialect)
    return found.relation, found.aspect


def misjudged(rows: tuple[Row, ...], dialect: str | None) -> list[str]:
    """Return one line for each row whose comparison, or its mirror, is not as told."""
    lines = []
    for old, new, relation, aspect in rows:
        for one, other, expected in ((old, new, relation), (new, old, relation.mirrored())):
            found = judged(one, other, dialect)
            if found != (expected, aspect):
                lines.append(f"{one} -> {other}: {found[0]} {found[1]}, not {expected} {aspect}")
    return lines
