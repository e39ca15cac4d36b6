"""How the physical type of a field compares with the one before, where that is a question."""

from __future__ import annotations

from bot.core.contract.model import Field
from bot.core.diff.changes import Change, Changed
from bot.core.types.comparison import TypeComparison
from bot.core.types.logical import retyped
from bot.core.types.physical import compare_physical


def compared_columns(
    change: Change, dialect: str | None, old_dialect: str | None
) -> TypeComparison | None:
    """Return how a physical type that changed compares with the old one.

    None for any other change; for the key of a map, which has a rule of its own; and where the
    logical types have nothing in common, since what else differs follows from that.
    """
    match change:
        case Changed(before=Field() as before, after=Field() as after, old=str(old), new=str(new)):
            if change.place.is_map_key or retyped(before.logical_type, after.logical_type):
                return None
            return compare_physical(old, new, dialect, old_dialect)
        case _:
            return None
