"""Finds a row that is valid under one contract and not under the other, and so shows a change."""

from __future__ import annotations

from itertools import islice

from bot.core.contract.model import Contract, Field, SchemaObject
from bot.core.diff.changes import Added, Change, Changed, Removed
from bot.core.finding import Effect, Witness
from bot.core.rule import Pair
from bot.core.witness.aim import Aim, Links, aims
from bot.core.witness.base import Side, base_of, duo_of, row_with
from bot.core.witness.candidates import candidates
from bot.core.witness.datum import project_value
from bot.core.witness.fault import Fault, below
from bot.core.witness.likeness import likeness
from bot.core.witness.making import MISSING, Duo, Maker, named
from bot.core.witness.physical import contract_dialect
from bot.core.witness.placing import placed
from bot.core.witness.twins import twins
from bot.core.witness.value import value_faults

Ways = tuple[Links, Links]
"""The way into a row on the own side, and on the other."""
Found = tuple[dict[str, object], Fault]

_MOST_ENCLOSING = 8
_MOST_CANDIDATES = 200


def find(change: Change, pair: Pair, effect: Effect) -> Witness | None:
    """Return a row that shows the effect of a change inside a schema object; None if none is found.

    Where the change tightens, the row is valid under the old contract, and what a reader of the
    new one sees of it breaks the demand that changed; where it loosens, the other way round, or
    the row lacks a field that readers of the old contract select. For the effect "both" either
    will do. For a change of uniqueness or of the primary key the row is a list of two rows.

    Each row was judged under both contracts before it is returned. It has the fields that the
    contracts demand and the one concerned. A row may lack what another change demands, where
    that cannot be helped; `violates` tells the fault of this change alone. Work is bounded, and
    nothing is raised.
    """
    aim = aims(change)
    before, after = change.place.object_before, change.place.object_after
    if aim is None or before is None or after is None:
        return None
    old, new = _side(before, pair.old), _side(after, pair.new)
    if effect in {Effect.TIGHTENS, Effect.BOTH}:
        found = _shown(change, aim, old, new, under="old")
        if found is not None:
            return found
    if effect in {Effect.LOOSENS, Effect.BOTH}:
        return _shown(change, aim, new, old, under="new")
    return None


def _side(obj: SchemaObject, contract: Contract) -> Side:
    return Side(obj, contract_dialect(contract))


def _shown(change: Change, aim: Aim, own: Side, other: Side, *, under: str) -> Witness | None:
    """Return a witness that is valid on the own side."""
    swapped = under == "new"
    ways = (aim.new, aim.old) if swapped else (aim.old, aim.new)
    if aim.gone is not None and swapped:
        row = _without(aim, own, other, ways)
        told = f"the field `{aim.gone}` that readers select is gone"
        return None if row is None else Witness(row, under, told)
    single = _single(aim, own, other, ways) if aim.element else _enclosing(aim, own, other, ways)
    if single is not None:
        return Witness(single[0], under, single[1].says)
    key = _set_key(change)
    found = twins(own, other, key, aim.path) if key else None
    return None if found is None else Witness(list(found[0]), under, found[1].says)


def _set_key(change: Change) -> str | None:
    """Return the key that a change of uniqueness is about: two rows may show it."""
    match change:
        case Changed(attribute="unique" | "primaryKey" as key):
            return key
        case Added(element=Field(primary_key=True)) | Removed(element=Field(primary_key=True)):
            return "primaryKey"
        case _:
            return None


def _single(aim: Aim, own: Side, other: Side, ways: Ways) -> Found | None:
    """Return a row around a value that the own side admits and the other does not."""
    target, partner = ways[0][-1].field, ways[1][-1].field
    maker = Maker(own.dialect, other.dialect)
    ideas = candidates(aim.key or "", Duo(target, partner), maker)
    if aim.listed is not None:
        ideas = iter(aim.listed[0 if ways[0] is aim.old else 1])
    seen: set[object] = set()
    for value in islice(ideas, _MOST_CANDIDATES):
        key = likeness(value)
        if key in seen or (value is None and aim.key not in _NULLS):
            continue
        seen.add(key)
        found = value_faults(project_value(value, partner), partner, aim.element, other.dialect)
        if not any(aim.shows(fault, partner) for fault in found):
            continue
        if maker.renewed().is_valid(value, target):
            row = _around(aim, own, other, ways, value)
            if row is not None:
                return row
    return None


_NULLS = frozenset(("required", "primaryKey"))


def _enclosing(aim: Aim, own: Side, other: Side, ways: Ways) -> Found | None:
    """Return a row that lacks a field which the other side demands."""
    if not ways[0]:
        return _judged(aim, own, other, ways, MISSING)
    duo = Duo(ways[0][-1].field, ways[1][-1].field)
    for value in islice(Maker(own.dialect, other.dialect).options(duo), _MOST_ENCLOSING):
        row = _around(aim, own, other, ways, value)
        if row is not None:
            return row
    return None


def _without(aim: Aim, own: Side, other: Side, ways: Ways) -> dict[str, object] | None:
    """Return a row in which readers of the other side look for a field in vain."""
    base = base_of(own, other)
    maker = Maker(own.dialect, other.dialect)
    if not ways[0]:
        duo = duo_of(own.obj, other.obj, aim.name) if aim.name else None
        value = MISSING if duo is None else maker.first(duo)
        return row_with(own, base, aim.name, value)
    inner = maker.first(Duo(ways[0][-1].field, ways[1][-1].field))
    whole = MISSING if inner is MISSING else placed(*ways, inner, maker)
    if whole is MISSING or not maker.is_valid(whole, ways[0][0].field):
        return None
    return row_with(own, base, ways[0][0].step, whole)


def _around(aim: Aim, own: Side, other: Side, ways: Ways, value: object) -> Found | None:
    """Return the row around a value at the end of the ways, judged under both sides."""
    maker = Maker(own.dialect, other.dialect)
    whole = placed(*ways, value, maker)
    if whole is MISSING or not maker.is_valid(whole, ways[0][0].field):
        return None
    return _judged(aim, own, other, ways, whole)


def _judged(aim: Aim, own: Side, other: Side, ways: Ways, whole: object) -> Found | None:
    """Return the row with the value of one field, and its fault on the other side."""
    name = ways[0][0].step if ways[0] else None
    row = row_with(own, base_of(own, other), name, whole)
    field = named(other.obj.properties, name if name is not None else aim.name or "")
    if row is None or field is None:
        return None
    seen = None if whole is MISSING else project_value(whole, field)
    failing = ways[1][-1].field if ways[1] else field
    for fault in value_faults(seen, field, below("", field.name), other.dialect):
        if aim.shows(fault, failing):
            return row, fault
    return None
