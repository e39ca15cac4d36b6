"""Builds nodes out of other nodes, so that every value keeps the place it has in the file."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping

from bot.core.contract.node import MapNode, Mark, Node, SeqNode
from bot.core.records import dataclass

OURS = "contract-steward"
"""The vendor of custom properties that a migration makes."""


@dataclass(frozen=True, slots=True)
class Entry:
    """A key with its value and the places of both."""

    key: str
    value: Node
    key_mark: Mark
    mark: Mark

    def named(self, key: str) -> Entry:
        """Return the entry under another key."""
        return Entry(key, self.value, self.key_mark, self.mark)

    def holding(self, value: Node) -> Entry:
        """Return the entry with another value."""
        return Entry(self.key, value, self.key_mark, self.mark)


def entries(node: MapNode) -> Iterator[Entry]:
    """Yield what a mapping holds, in its order."""
    for key, value in node.items():
        key_mark, mark = node.marks.get(key, (node.mark, node.mark))
        yield Entry(key, value, key_mark, mark)


def mapping(mark: Mark, content: Iterable[Entry]) -> MapNode:
    """Return a mapping that begins at a place; of entries with the same key the last counts."""
    node = MapNode(mark)
    for entry in content:
        node.put(entry.key, entry.value, entry.key_mark, entry.mark)
    return node


def sequence(mark: Mark, content: Iterable[tuple[Node, Mark]]) -> SeqNode:
    """Return a list that begins at a place."""
    node = SeqNode(mark)
    for value, value_mark in content:
        node.add(value, value_mark)
    return node


def items(node: SeqNode) -> Iterator[tuple[Node, Mark]]:
    """Yield what a list holds, each with its place."""
    for index, value in enumerate(node):
        yield value, node.marks[index] if index < len(node.marks) else node.mark


def each(node: Node, change: Callable[[MapNode], MapNode]) -> Node:
    """Return a list with every mapping in it changed; anything else as it is."""
    if not isinstance(node, SeqNode):
        return node
    content = (
        (change(value) if isinstance(value, MapNode) else value, mark)
        for value, mark in items(node)
    )
    return sequence(node.mark, content)


def changed(node: MapNode, changes: Mapping[str, Callable[[Node], Node]]) -> MapNode:
    """Return a mapping with the values of some keys changed."""
    return mapping(
        node.mark,
        (
            entry.holding(changes[entry.key](entry.value)) if entry.key in changes else entry
            for entry in entries(node)
        ),
    )


def without(node: MapNode, *keys: str) -> MapNode:
    """Return a mapping without some keys."""
    return mapping(node.mark, (entry for entry in entries(node) if entry.key not in keys))


def custom(entry: Entry) -> tuple[MapNode, Mark]:
    """Return an entry as a custom property of ours, at the place where it stands."""
    node = mapping(
        entry.key_mark,
        (
            Entry("property", entry.key, entry.key_mark, entry.key_mark),
            entry.named("value"),
            Entry("vendor", OURS, entry.key_mark, entry.key_mark),
        ),
    )
    return node, entry.key_mark


def with_custom(node: MapNode, leftovers: Iterable[Entry]) -> MapNode:
    """Return a mapping whose leftovers stand among its custom properties."""
    made = [custom(entry) for entry in leftovers]
    if not made:
        return node
    present = node.get("customProperties")
    kept = list(items(present)) if isinstance(present, SeqNode) else []
    first = made[0][1]
    key_mark, mark = node.marks.get("customProperties", (first, first))
    listed = Entry("customProperties", sequence(mark, [*kept, *made]), key_mark, mark)
    return mapping(node.mark, [*without_custom(node), listed])


def without_custom(node: MapNode) -> Iterator[Entry]:
    """Yield what a mapping holds beside its custom properties."""
    return (entry for entry in entries(node) if entry.key != "customProperties")
