"""How two types made of other types compare: lists, maps, records and unions.

A record is compared as a contract is (design: writers are closed, readers are open and choose
fields by name):

* a field that went makes the new type WIDER, since that is the relation that breaks readers: a
  query that selects the field fails. As a set of values the new type is not wider, and the
  reason says so.
* a field that came and may be null is SAME with aspect EXTENDED: compatible in every mode. Here
  the mirror of "came" is not "went", which no relation of sets could say.
* a field that came and refuses null is NARROWER: old data lacks it. With a default other than
  null it is as good as one that may be null.
* another order of the same fields is SAME with aspect FIELDS: readers go by name.

A branch of a union is no field: one more branch is WIDER, one less NARROWER.
"""

from __future__ import annotations

from collections.abc import Callable

from bot.core.records import replace
from bot.core.relation import Relation
from bot.core.types.comparison import Aspect, TypeComparison, joined, relation_of, shown
from bot.core.types.shapes import Array, Choice, Map, Record, Slot

Compare = Callable[[Slot, Slot, Aspect], TypeComparison]
"""Compares two slots; the aspect is what a change of nullability is called there."""

_ALIKE = TypeComparison(Relation.SAME, Aspect.RESPELLED, "the two are the same type")


def arrays(old: Array, new: Array, compare: Compare) -> TypeComparison:
    """Compare lists by their elements and their fixed length."""
    return joined((_elements(old.element, new.element, compare), _lengths(old, new)))


def _elements(old: Slot | None, new: Slot | None, compare: Compare) -> TypeComparison:
    if old is None or new is None:
        if old is new:
            return _ALIKE
        return TypeComparison(Relation.UNKNOWN, Aspect.ELEMENT, "one does not say what it holds")
    return _placed("its elements", compare(old, new, Aspect.ELEMENT), Aspect.ELEMENT)


def _lengths(old: Array, new: Array) -> TypeComparison:
    if old.size == new.size:
        return _ALIKE
    reason = f"{_counted(old.size)} became {_counted(new.size)}"
    if old.loose or new.loose:
        reason = f"{reason}, which the engine ignores; `(n)` would be a length"
        return TypeComparison(Relation.UNKNOWN, Aspect.LENGTH, reason)
    relation = relation_of(new_holds_old=new.size is None, old_holds_new=old.size is None)
    return TypeComparison(relation, Aspect.LENGTH, reason)


def _counted(size: int | None) -> str:
    return "a list of any length" if size is None else f"a list of {size}"


def maps(old: Map, new: Map, compare: Compare) -> TypeComparison:
    """Compare maps: any other key breaks lookups both ways, values compare as they are."""
    if old.entry is None or new.entry is None:
        if old.entry is new.entry:
            return _ALIKE
        return TypeComparison(Relation.UNKNOWN, Aspect.ELEMENT, "one does not say what it holds")
    key = _placed("its keys", compare(old.entry[0], new.entry[0], Aspect.KEY), Aspect.KEY)
    if key.relation in {Relation.WIDER, Relation.NARROWER} or key.aspect is Aspect.EXTENDED:
        key = replace(key, relation=Relation.INCOMPARABLE, reason=f"{key.reason}; lookups fail")
        key = replace(key, aspect=Aspect.KEY)
    value = compare(old.entry[1], new.entry[1], Aspect.ELEMENT)
    return joined((key, _placed("its values", value, Aspect.ELEMENT)))


def records(old: Record, new: Record, compare: Compare) -> TypeComparison:
    """Compare records field by field, by name; see the module for fields that come and go."""
    if old.fields is None or new.fields is None:
        if old.fields is new.fields:
            return _ALIKE
        return TypeComparison(Relation.UNKNOWN, Aspect.FIELDS, "one does not name its fields")
    before, after = dict(old.fields), dict(new.fields)
    parts = [_ALIKE]
    for name, slot in before.items():
        if name in after:
            found = compare(slot, after[name], Aspect.FIELDS)
            parts.append(_placed(f"field {shown(name)}", found, Aspect.FIELDS))
        else:
            parts.append(_gone(name))
    parts += [_came(name, slot) for name, slot in after.items() if name not in before]
    if len(parts) == len(before) + 1 and list(before) != list(after):
        reason = "the same fields in another order, which readers by name do not notice"
        parts.append(TypeComparison(Relation.SAME, Aspect.FIELDS, reason))
    return joined(parts)


def _gone(name: str) -> TypeComparison:
    reason = f"field {shown(name)} is gone: readers that select it fail, though values still fit"
    return TypeComparison(Relation.WIDER, Aspect.FIELDS, reason)


def _came(name: str, slot: Slot) -> TypeComparison:
    if slot.required and not slot.filled:
        reason = f"field {shown(name)} came and refuses null: older values lack it"
        return TypeComparison(Relation.NARROWER, Aspect.FIELDS, reason)
    filler = "has a default" if slot.required else "may be null"
    reason = f"field {shown(name)} came and {filler}: nobody has to know it"
    return TypeComparison(Relation.SAME, Aspect.EXTENDED, reason)


def choices(old: Choice, new: Choice, compare: Compare) -> TypeComparison:
    """Compare unions branch by branch, by name."""
    before, after = dict(old.branches), dict(new.branches)
    parts = [_ALIKE]
    for name, slot in before.items():
        if name in after:
            found = compare(slot, after[name], Aspect.ELEMENT)
            parts.append(_placed(f"branch {shown(name)}", found, Aspect.ELEMENT))
        else:
            reason = f"branch {shown(name)} is gone"
            parts.append(TypeComparison(Relation.NARROWER, Aspect.ELEMENT, reason))
    for name in after:
        if name not in before:
            reason = f"branch {shown(name)} came"
            parts.append(TypeComparison(Relation.WIDER, Aspect.ELEMENT, reason))
    return joined(parts)


def _placed(place: str, found: TypeComparison, aspect: Aspect) -> TypeComparison:
    """Say where found was found; what is the same in there keeps its own aspect."""
    if found.relation is Relation.SAME:
        return found
    return TypeComparison(found.relation, aspect, f"{place}: {found.reason}")
