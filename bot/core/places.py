"""Where a change stands in the old file and in the new one."""

from __future__ import annotations

from bot.core.contract.model import Contract, Element, Field
from bot.core.contract.node import MapNode, Mark
from bot.core.diff.changes import Added, Change, Changed, Removed
from bot.core.errors import Location

_TWINS = {
    "minimum": "exclusiveMinimum",
    "maximum": "exclusiveMaximum",
    "value": "unit",
    "deprecated": "customProperties",
    "price": "priceAmount",
    "constraint": "constraint",
}


def places(change: Change, old: Contract, new: Contract) -> tuple[Location | None, Location | None]:
    """Return the places of a change in the old file and in the new one.

    What was removed has in the new file the place of the element that enclosed it; what was
    added has none in the old file.
    """
    match change:
        case Added():
            return None, _at(new, change.element.node.mark)
        case Removed():
            return _at(old, change.element.node.mark), _at(new, change.place.owner_after.node.mark)
        case Changed():
            return (
                _at(old, mark_of(change.before, change.attribute)),
                _at(new, mark_of(change.after, change.attribute)),
            )
        case _:
            return _at(old, change.before.node.mark), _at(new, change.after.node.mark)


def locate(file: str, node: MapNode, key: str | None = None) -> Location:
    """Return the place of a key of a mapping in a file, else of the mapping itself."""
    mark = node.marks[key][0] if key in node.marks else node.mark
    return Location(file, *mark)


def mark_of(element: Element, attribute: str) -> Mark:
    """Return the mark of the key of an attribute, else of the element that would hold it."""
    node: MapNode = element.node
    key = attribute
    if attribute.startswith("logicalTypeOptions.") and isinstance(element, Field):
        key = attribute.removeprefix("logicalTypeOptions.")
        if not element.options.node:
            return node.mark
        if element.options.node.marks:
            node = element.options.node
    for candidate in (key, _TWINS.get(key, "")):
        if candidate in node.marks:
            return node.marks[candidate][0]
    return node.mark


def _at(contract: Contract, mark: Mark) -> Location:
    return Location(contract.file, *mark)
