"""Says what the elements of the old contract are called in the new one, after all renames."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import lru_cache

from bot.core.contract.model import Contract, step
from bot.core.contract.references import resolve
from bot.core.diff.changes import Kind, Renamed
from bot.core.diff.walk import diff
from bot.core.records import dataclass

_ITEMS = re.compile(r"(\[\])+\.")


@dataclass(frozen=True, slots=True, eq=False)
class _Both:
    """Two contracts by their identity: comparing them whole each time is too slow."""

    old: Contract
    new: Contract

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Both) and self.old is other.old and self.new is other.new

    def __hash__(self) -> int:
        return hash((id(self.old), id(self.new)))


def followed(reference: str, old: Contract, new: Contract) -> str:
    """Return the path in the new contract of what a reference into the old one means.

    A reference that the old contract does not resolve is returned as it is.
    """
    found = resolve(reference, old)
    if not found.resolved:
        return reference
    names = _renamed(_Both(old, new))
    path = ""
    for name in found.path:
        inner = f"{path}.{_step(name)}" if path else _step(name)
        path = names.get(inner, inner)
    return path


def lead_alike(before: Sequence[str], after: Sequence[str], old: Contract, new: Contract) -> bool:
    """Tell whether references mean the same elements in both contracts, renamed or not."""
    return len(before) == len(after) and all(
        resolve(first, old) == resolve(second, new)
        or (resolve(second, new).resolved and followed(first, old, new) == settled(second, new))
        for first, second in zip(before, after, strict=True)
    )


def settled(reference: str, contract: Contract) -> str:
    """Return the path of what a reference into a contract means, as `followed` writes it."""
    found = resolve(reference, contract)
    return ".".join(map(_step, found.path)) if found.resolved else reference


def _step(name: str) -> str:
    return name if name in ("[]", "{key}", "{value}") else step(name)


@lru_cache(maxsize=2)
def _renamed(both: _Both) -> Mapping[str, str]:
    """Return the new path of each renamed object and field by its old name in its new place."""
    return {
        _flat(change.place.path): _flat(_beside(change.place.path, change))
        for change in diff(both.old, both.new)
        if isinstance(change, Renamed) and change.place.kind in (Kind.OBJECT, Kind.FIELD)
    }


def _beside(path: str, change: Renamed) -> str:
    return path.removesuffix(step(change.old_name)) + step(change.new_name)


def _flat(path: str) -> str:
    """Return a path as references are resolved: the items of an array are the array itself."""
    return _ITEMS.sub(".", path).replace("{", ".{")
