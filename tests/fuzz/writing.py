"""Writes trees of values as YAML: what stands in two places is written once, with an anchor."""

from __future__ import annotations

import math
from collections.abc import Iterator
from typing import Any

Tree = Any
"""A dict, a list or a scalar."""
_DEEPEST = 150
_ESCAPES = {'"': '\\"', "\\": "\\\\", "\n": "\\n", "\t": "\\t", "\0": "\\0"}


class Plain(str):
    """A text that is written as it is, without quotes."""

    __slots__ = ()


def written(tree: Tree) -> bytes:
    """Return the tree as YAML, an entry in each line."""
    text = "".join(_Writer(tree).node(tree, 0))
    return f"{text}\n".encode("utf-8", "surrogatepass")


class _Writer:
    def __init__(self, tree: Tree) -> None:
        self._names: dict[int, str] = {}
        self._written: set[int] = set()
        self._find_shared(tree)

    def _find_shared(self, tree: Tree) -> None:
        seen: set[int] = set()
        waiting = [tree]
        while waiting:
            node = waiting.pop()
            if not isinstance(node, dict | list) or not node:
                continue
            if id(node) in seen:
                self._names.setdefault(id(node), f"a{len(self._names)}")
                continue
            seen.add(id(node))
            waiting.extend(node.values() if isinstance(node, dict) else node)

    def node(self, node: Tree, depth: int) -> Iterator[str]:
        """Yield the pieces of a value; one that is written already becomes an alias."""
        if not isinstance(node, dict | list):
            yield scalar(node)
            return
        name = self._names.get(id(node))
        if name and (id(node) in self._written or depth > _DEEPEST):
            yield f"*{name} "
            return
        if name:
            self._written.add(id(node))
            yield f"&{name} "
        yield from self._collection(node, depth)

    def _collection(self, node: dict[str, Tree] | list[Tree], depth: int) -> Iterator[str]:
        opening, closing = "{}" if isinstance(node, dict) else "[]"
        pad = "\n" + " " * depth
        yield opening
        for index, entry in enumerate(node):
            yield f"{',' if index else ''}{pad} "
            if isinstance(node, dict):
                yield f"{scalar(entry)}: "
                yield from self.node(node[entry], depth + 1)
            else:
                yield from self.node(entry, depth + 1)
        yield f"{pad}{closing}" if node else closing


def scalar(value: object) -> str:
    """Return a scalar as YAML 1.2 writes it."""
    match value:
        case Plain():
            return str(value)
        case str():
            return f'"{"".join(map(_escaped, value))}"'
        case None:
            return "null"
        case bool():
            return str(value).lower()
        case float() if not math.isfinite(value):
            return ".nan" if math.isnan(value) else f"{'-' if value < 0 else ''}.inf"
        case _:
            return str(value)


def _escaped(char: str) -> str:
    if char in _ESCAPES:
        return _ESCAPES[char]
    if char.isprintable():
        return char
    code = ord(char)
    if code > 0xFFFF:
        return f"\\U{code:08x}"
    return f"\\u{code:04x}" if code > 0xFF else f"\\x{code:02x}"
