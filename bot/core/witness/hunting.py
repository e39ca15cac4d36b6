"""Hunts for the row that shows a change: makes candidates, and judges them under both sides."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice

from bot.core.contract.model import Contract, Field, SchemaObject
from bot.core.diff.changes import Added, Change, Changed, Removed
from bot.core.finding import Effect, Witness
from bot.core.records import dataclass
from bot.core.rule import Pair
from bot.core.witness.aim import Aim, Links
from bot.core.witness.base import Side, base_of, duo_of, row_with
from bot.core.witness.candidates import candidates
from bot.core.witness.datum import project_value
from bot.core.witness.fault import Fault, below
from bot.core.witness.likeness import likeness
from bot.core.witness.making import MISSING, Duo, Maker, is_small, named
from bot.core.witness.physical import contract_dialect, is_readable
from bot.core.witness.placing import placed
from bot.core.witness.twins import twins
from bot.core.witness.value import value_faults

Ways = tuple[Links, Links]
"""The way into a row on the own side, and on the other."""
Found = tuple[dict[str, object], Fault]

_MOST_ENCLOSING = 8
_MOST_CANDIDATES = 200
_MOST_WORK = 10_000


@dataclass(frozen=True, slots=True)
class Scene:
    """One change seen from the side on which the row is to be valid."""

    aim: Aim
    own: Side
    other: Side
    ways: Ways
    maker: Maker

    @property
    def name(self) -> str | None:
        """The name of the row's field that the change is in; None for the row itself."""
        return self.ways[0][0].step if self.ways[0] else None

    @property
    def duo(self) -> Duo:
        """What the ways lead to, on both sides."""
        return Duo(self.ways[0][-1].field, self.ways[1][-1].field)


def hunt(change: Change, aim: Aim, pair: Pair, effect: Effect) -> Witness | None:
    """Return what `bot.core.witness.search.find` promises."""
    before, after = change.place.object_before, change.place.object_after
    if before is None or after is None:
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
    maker = Maker(own.dialect, other.dialect, work=_MOST_WORK)
    scene = Scene(aim, own, other, ways, maker)
    if not base_of(own, other).serves(scene.name or aim.name):
        return None
    if aim.gone is not None and swapped:
        row = _without(scene)
        told = f"the field `{aim.gone}` that readers select is gone"
        return None if row is None else Witness(row, under, told)
    single = _single(scene) if aim.element else _enclosing(scene)
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


def _single(scene: Scene) -> Found | None:
    """Return a row around a value that the own side admits and the other does not."""
    aim, duo = scene.aim, scene.duo
    if aim.key == "physicalType" and not is_readable(duo.own, scene.own.dialect):
        return None
    for value in islice(_ideas(scene), _MOST_CANDIDATES):
        if _breaks(scene, value) and scene.maker.is_valid(value, duo.own):
            row = _around(scene, value)
            if row is not None:
                return row
    return None


def _ideas(scene: Scene) -> Iterator[object]:
    """Yield values worth a judgement, each once."""
    aim = scene.aim
    ideas = candidates(aim.key or "", scene.duo, scene.maker)
    if aim.listed is not None:
        ideas = iter(aim.listed[0 if scene.ways[0] is aim.old else 1])
    seen: set[object] = set()
    for value in ideas:
        key = likeness(value) if is_small(value) else None
        if key is None or key in seen or (value is None and aim.key not in _NULLS):
            continue
        seen.add(key)
        yield value


_NULLS = frozenset(("required", "primaryKey"))


def _breaks(scene: Scene, value: object) -> bool:
    """Tell whether a value at the end of the ways would show the change on the other side."""
    partner = scene.ways[1][-1].field
    seen = project_value(value, partner)
    found = value_faults(seen, partner, scene.aim.element, scene.other.dialect)
    return any(scene.aim.shows(fault, partner) for fault in found)


def _enclosing(scene: Scene) -> Found | None:
    """Return a row that lacks a field which the other side demands."""
    if not scene.ways[0]:
        return _judged(scene, MISSING)
    for value in islice(scene.maker.options(scene.duo), _MOST_ENCLOSING):
        row = _around(scene, value)
        if row is not None:
            return row
    return None


def _without(scene: Scene) -> dict[str, object] | None:
    """Return a row in which readers of the other side look for a field in vain."""
    own, maker, name = scene.own, scene.maker, scene.name
    base = base_of(own, scene.other)
    if name is None:
        sought = scene.aim.name or ""
        duo = duo_of(own.obj, scene.other.obj, sought)
        return row_with(own, base, sought, MISSING if duo is None else maker.first(duo))
    inner = maker.first(scene.duo)
    whole = MISSING if inner is MISSING else placed(*scene.ways, inner, maker)
    if whole is MISSING or not maker.is_valid(whole, scene.ways[0][0].field):
        return None
    return row_with(own, base, name, whole)


def _around(scene: Scene, value: object) -> Found | None:
    """Return the row around a value at the end of the ways, judged under both sides."""
    whole = placed(*scene.ways, value, scene.maker)
    if whole is MISSING or not scene.maker.is_valid(whole, scene.ways[0][0].field):
        return None
    return _judged(scene, whole)


def _judged(scene: Scene, whole: object) -> Found | None:
    """Return the row with the value of one field, and its fault on the other side."""
    name, other = scene.name, scene.other
    field = named(other.obj.properties, scene.aim.name or "" if name is None else name)
    row = row_with(scene.own, base_of(scene.own, other), name, whole)
    if row is None or field is None:
        return None
    seen = None if whole is MISSING else project_value(whole, field)
    failing = scene.ways[1][-1].field if scene.ways[1] else field
    for fault in value_faults(seen, field, below("", field.name), other.dialect):
        if scene.aim.shows(fault, failing):
            return row, fault
    return None
