"""Makes one valid row of an object."""

from __future__ import annotations

from collections.abc import Mapping

from bot.core.contract.model import SchemaObject
from bot.core.witness.datum import judge
from bot.core.witness.making import MISSING, MOST_FIELDS, Duo, Maker, needed

_NOTHING: Mapping[str, object] = {}
_MOST_WORK = 40_000


def sample(
    obj: SchemaObject,
    *,
    choose: Mapping[str, object] = _NOTHING,
    full: bool = False,
    dialect: str | None = None,
) -> dict[str, object] | None:
    """Return a valid row that people can read, the same one every time; None if none is found.

    The row has the required fields and those in `choose`, which maps names of fields to their
    values; with `full`, every field for which a value can be made. Values are the contract's
    examples where they are valid, else the first of the enum, else plain ones of the type.
    """
    row: dict[str, object] = {}
    maker = Maker(dialect, None, work=_MOST_WORK, full=full)
    for field in obj.properties:
        duo = Duo(field)
        if field.name in choose:
            row[field.name] = choose[field.name]
        elif full or needed(duo):
            value = maker.first(duo)
            if value is not MISSING:
                row[field.name] = value
        if len(row) > MOST_FIELDS:
            return None
    return row if judge(row, obj, dialect).valid else None
