"""What an alias repeats, and what that costs: so none can explode, or go round in circles."""

from __future__ import annotations

from bot.core.contract.node import Node
from bot.core.records import dataclass


@dataclass(slots=True)
class Anchor:
    """What stands at an anchor: its node, its number of nodes, its levels of collections.

    `text` is the source text of a scalar, None for a collection; `nodes` is 0 for a collection
    that has not ended yet. What an alias inside repeats counts again.
    """

    node: Node
    text: str | None
    nodes: int = 1
    levels: int = 0


@dataclass(slots=True)
class _Open:
    anchor: Anchor
    depth: int
    spent: int
    deepest: int


class Anchors:
    """The anchors of one document so far."""

    __slots__ = ("_deepest", "_known", "_open")

    def __init__(self) -> None:
        self._known: dict[str, Anchor] = {}
        self._open: list[_Open] = []
        self._deepest = 0

    def find(self, name: str) -> Anchor | None:
        """Return what the name stands for here: the last one above that bears it."""
        return self._known.get(name)

    def add(self, name: str, node: Node, text: str) -> None:
        """Keep a scalar."""
        self._known[name] = Anchor(node, text)

    def begin(self, name: str, node: Node, depth: int, spent: int) -> None:
        """Keep a collection that begins, at a depth, after so many nodes, itself included."""
        anchor = self._known[name] = Anchor(node, None, nodes=0)
        self._open.append(_Open(anchor, depth, spent, self._deepest))
        self._deepest = depth

    def reach(self, depth: int) -> None:
        """Note that a collection, or one that an alias repeats, goes down to this depth."""
        self._deepest = max(self._deepest, depth)

    def end(self, node: Node, spent: int) -> None:
        """Note that a collection ends, after so many nodes; one without an anchor is nothing."""
        if not self._open or self._open[-1].anchor.node is not node:
            return
        ended = self._open.pop()
        ended.anchor.nodes = spent - ended.spent + 1
        ended.anchor.levels = self._deepest - ended.depth + 1
        self._deepest = max(self._deepest, ended.deepest)
