"""Nodes with their places as JSON, and back."""

from __future__ import annotations

from bot.core.contract.node import MapNode, Mark, Node, SeqNode

_MAP, _SEQ = 0, 1
_STEP = 3

Plain = list["Plain"] | str | int | float | None


def packed(node: Node) -> Plain:
    """Return a node as a JSON value: what it is, its place, then its members with theirs."""
    if isinstance(node, MapNode):
        found: list[Plain] = [_MAP, *node.mark]
        for key, value in node.items():
            places = node.marks.get(key)
            found += [key, packed(value), None if places is None else [*places[0], *places[1]]]
        return found
    if isinstance(node, SeqNode):
        marks: list[Plain] = [number for mark in node.marks for number in mark]
        return [_SEQ, *node.mark, marks, *map(packed, node)]
    return node


def unpacked(value: Plain) -> Node:
    """Return the node that was packed. Raises ValueError or TypeError for anything else."""
    if not isinstance(value, list):
        return value
    kind, line, column = value[:3]
    if kind == _MAP:
        return _map(value, _mark(line, column))
    marks = value[3]
    if kind != _SEQ or not isinstance(marks, list):
        raise ValueError(kind)
    node = SeqNode(_mark(line, column))
    node.extend(map(unpacked, value[4:]))
    node.marks = [_mark(*pair) for pair in zip(marks[::2], marks[1::2], strict=True)]
    return node


def _map(value: list[Plain], mark: Mark) -> MapNode:
    node = MapNode(mark)
    members = value[3:]
    for key, inner, marks in zip(
        members[::_STEP], members[1::_STEP], members[2::_STEP], strict=True
    ):
        if not isinstance(key, str):
            raise TypeError(key)
        node[key] = unpacked(inner)
        if isinstance(marks, list):
            first, second, third, fourth = marks
            node.marks[key] = (_mark(first, second), _mark(third, fourth))
    return node


def _mark(line: Plain, column: Plain) -> Mark:
    if isinstance(line, int) and isinstance(column, int):
        return line, column
    raise TypeError(line)
