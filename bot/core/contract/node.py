"""YAML values that know their place: plain dict and list, with marks beside them."""

from __future__ import annotations

from collections.abc import Sequence

from bot.core.errors import Location
from bot.core.records import dataclass

Scalar = str | int | float | bool | None
Mark = tuple[int, int]
"""Line and column, both from 1."""


class MapNode(dict[str, "Node"]):
    """A mapping. `mark` is where it begins; `marks` has (key mark, value mark) for each key."""

    __slots__ = ("mark", "marks")

    def __init__(self, mark: Mark = (1, 1)) -> None:
        super().__init__()
        self.mark = mark
        self.marks: dict[str, tuple[Mark, Mark]] = {}

    def put(self, key: str, value: Node, key_mark: Mark, value_mark: Mark) -> None:
        """Set a key together with its places."""
        self[key] = value
        self.marks[key] = (key_mark, value_mark)


class SeqNode(list["Node"]):
    """A sequence. `mark` is where it begins; `marks` has the place of each item."""

    __slots__ = ("mark", "marks")

    def __init__(self, mark: Mark = (1, 1)) -> None:
        super().__init__()
        self.mark = mark
        self.marks: list[Mark] = []

    def add(self, value: Node, mark: Mark) -> None:
        """Append an item together with its place."""
        self.append(value)
        self.marks.append(mark)


Node = MapNode | SeqNode | Scalar
Step = str | int


@dataclass(frozen=True, slots=True)
class Document:
    """One YAML file, read: its name as shown to users, its text, and its root mapping."""

    file: str
    text: str
    root: MapNode

    def locate(self, path: Sequence[Step], *, key: bool = False) -> Location:
        """Return the place of the node at the path; of its key where `key` is set.

        Where the path leads nowhere, the place of the deepest node that exists on it.
        """
        node: Node = self.root
        mark = self.root.mark
        for index, step in enumerate(path):
            last = index == len(path) - 1
            if isinstance(node, MapNode) and step in node.marks:
                mark = node.marks[str(step)][0 if key and last else 1]
                node = node[str(step)]
            elif isinstance(node, SeqNode) and isinstance(step, int) and 0 <= step < len(node):
                mark = node.marks[step]
                node = node[step]
            else:
                break
        return Location(self.file, *mark)

    def line(self, number: int) -> str:
        """Return the text of a line, counted from 1, without its line end; "" outside the file."""
        lines = self.text.splitlines()
        return lines[number - 1] if 1 <= number <= len(lines) else ""
