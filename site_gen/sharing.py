"""Lets the documents of a catalogue share what they have in common, to hold more of them at once.

Of what a read document takes, half is the places of its keys and values, and places are alike in
most files.
"""

from __future__ import annotations

from bot.core.contract.node import MapNode, Mark, Node, SeqNode

_MOST = 200_000
"""So many places are shared; a repository that has more of them begins anew."""


class SharedPlaces:
    """Places that were seen before, each kept once."""

    def __init__(self) -> None:
        self._marks: dict[Mark, Mark] = {}
        self._pairs: dict[tuple[Mark, Mark], tuple[Mark, Mark]] = {}

    def share(self, root: Node) -> None:
        """Put the places of a document in terms of those seen before."""
        if len(self._pairs) + len(self._marks) > _MOST:
            self._marks, self._pairs = {}, {}
        pairs, marks = self._pairs, self._marks
        waiting: list[MapNode | SeqNode] = [root] if isinstance(root, MapNode | SeqNode) else []
        seen: set[int] = set()  # what an alias repeats is one object
        while waiting:
            node = waiting.pop()
            if id(node) in seen:
                continue
            seen.add(id(node))
            if isinstance(node, MapNode):
                for key, pair in node.marks.items():
                    node.marks[key] = pairs.setdefault(pair, pair)
                inner = [one for one in node.values() if isinstance(one, MapNode | SeqNode)]
            else:
                node.marks = [marks.setdefault(mark, mark) for mark in node.marks]
                inner = [one for one in node if isinstance(one, MapNode | SeqNode)]
            waiting += inner
