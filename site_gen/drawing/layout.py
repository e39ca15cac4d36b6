"""Places boxes in columns from left to right, so that arrows go one way and cross little.

The layering and the order within a layer are those of Sugiyama, Tagawa and Toda ("Methods for
visual understanding of hierarchical system structures", 1981), computed by `fast-sugiyama`.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from graphlib import CycleError, TopologicalSorter

BOX_WIDTH = 208
BOX_HEIGHT = 44
_COLUMN = BOX_WIDTH + 84
_ROW = BOX_HEIGHT + 18
_MARGIN = 12
_SPACING = 72
_ALONE_IN_A_ROW = 4

Point = tuple[float, float]
Arrow = tuple[int, int]
"""The places of two boxes: where it begins and where it ends."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Layout:
    """Where the boxes stand (their upper left corners) and which points the arrows go through.

    `columns` tells for each box how far right it is, counted from 0. All lengths are pixels.
    """

    width: float
    height: float
    boxes: tuple[Point, ...]
    columns: tuple[int, ...]
    routes: Mapping[Arrow, tuple[Point, ...]]


def layout(count: int, arrows: Iterable[Arrow]) -> Layout:
    """Return the layout of so many boxes with these arrows; the same input, the same layout.

    Boxes are numbered from 0. An arrow from a box to itself is left out, cycles are allowed.
    """
    edges = sorted({(source, target) for source, target in arrows if source != target})
    spots: dict[int, Point] = {}
    routes: dict[Arrow, tuple[Point, ...]] = {}
    top = 0.0
    for part in _parts(edges):
        placed, bends = _placed(part)
        lowest = max(y for _, y in placed.values())
        spots.update({box: (x, y + top) for box, (x, y) in placed.items() if box >= 0})
        routes.update(
            {arrow: tuple((x, y + top) for x, y in points) for arrow, points in bends.items()}
        )
        top += lowest + _ROW
    spots.update(_alone([box for box in range(count) if box not in spots], top))
    boxes = tuple((spots[box][0] + _MARGIN, spots[box][1] + _MARGIN) for box in range(count))
    bent = {
        arrow: tuple((x + _MARGIN, y + _MARGIN) for x, y in points)
        for arrow, points in routes.items()
    }
    return Layout(
        width=max((x for x, _ in boxes), default=0.0) + BOX_WIDTH + _MARGIN,
        height=max((y for _, y in boxes), default=0.0) + BOX_HEIGHT + _MARGIN,
        boxes=boxes,
        columns=tuple(round(x // _COLUMN) for x, _ in boxes),
        routes={arrow: _whole(boxes, arrow, bent.get(arrow, ())) for arrow in edges},
    )


def _parts(edges: Sequence[Arrow]) -> Iterator[list[Arrow]]:
    """Yield the arrows of each connected part, the largest part first."""
    near: defaultdict[int, list[int]] = defaultdict(list)
    for source, target in edges:
        near[source].append(target)
        near[target].append(source)
    seen: set[int] = set()
    found = []
    for start in sorted(near):
        if start in seen:
            continue
        reached, waiting = {start}, [start]
        while waiting:
            fresh = [box for box in near[waiting.pop()] if box not in reached]
            reached.update(fresh)
            waiting += fresh
        seen |= reached
        found.append([edge for edge in edges if edge[0] in reached])
    yield from sorted(found, key=len, reverse=True)


def _placed(edges: list[Arrow]) -> tuple[dict[int, Point], dict[Arrow, list[Point]]]:
    """Return where boxes and bends of one part stand; bends have negative numbers."""
    from fast_sugiyama import from_edges  # noqa: PLC0415  # only a portal draws

    names = sorted({end for edge in edges for end in edge})
    number = {name: index for index, name in enumerate(names)}
    found = from_edges(
        [(number[source], number[target]) for source, target in edges],
        minimum_length=1,
        vertex_spacing=_SPACING,
        dummy_vertices=True,
        dummy_size=0.5,
        # Its search for the shortest arrows may never end where arrows go in a circle.
        ranking_type="down" if _has_cycle(edges) else "minimize",
        check_layout=False,
    )
    positions: dict[int, Point] = {}
    links: list[Arrow] = []
    for placed, _, _, chained in found:
        positions.update({int(name): (float(x), float(y)) for name, (x, y) in placed})
        links += [(int(source), int(target)) for source, target in chained or ()]
    layers = sorted({-round(y, 3) for _, y in positions.values()})
    column = {layer: index for index, layer in enumerate(layers)}
    left = min(x for x, _ in positions.values())
    spots = {
        name: (column[-round(y, 3)] * _COLUMN, (x - left) / _SPACING * _ROW)
        for name, (x, y) in positions.items()
    }
    count = len(names)
    boxes = {names[name]: spot for name, spot in spots.items() if name < count}
    bends = _bends(links, count, spots)
    return (
        {**boxes, **{-1 - index: spot for index, spot in enumerate(spots.values())}},
        {(names[source], names[target]): bend for (source, target), bend in bends.items()},
    )


def _has_cycle(edges: Sequence[Arrow]) -> bool:
    order: TopologicalSorter[int] = TopologicalSorter()
    for source, target in edges:
        order.add(target, source)
    try:
        order.prepare()
    except CycleError:
        return True
    return False


def _bends(
    links: Sequence[Arrow], count: int, spots: Mapping[int, Point]
) -> dict[Arrow, list[Point]]:
    """Follow the chains of bends from box to box, either way: a cycle is laid out turned round."""
    after: defaultdict[int, list[int]] = defaultdict(list)
    for source, target in links:
        after[source].append(target)
    found: dict[Arrow, list[Point]] = {}
    for source, target in links:
        if source >= count:
            continue
        points: list[Point] = []
        while target >= count and after[target]:
            points.append(spots[target])
            target = after[target][0]  # noqa: PLW2901  # one chain, step by step
        found[source, target] = points
        found.setdefault((target, source), list(reversed(points)))
    return found


def _alone(boxes: Sequence[int], top: float) -> dict[int, Point]:
    """Return where boxes without an arrow stand: in rows below the rest."""
    return {
        box: (index % _ALONE_IN_A_ROW * _COLUMN, top + index // _ALONE_IN_A_ROW * _ROW)
        for index, box in enumerate(boxes)
    }


def _whole(boxes: Sequence[Point], arrow: Arrow, bends: Sequence[Point]) -> tuple[Point, ...]:
    """Return all points of an arrow, from the right side of a box to the left side of the next."""
    (from_x, from_y), (to_x, to_y) = boxes[arrow[0]], boxes[arrow[1]]
    middle = BOX_HEIGHT / 2
    inner = [point for x, y in bends for point in ((x, y + middle), (x + BOX_WIDTH, y + middle))]
    forward = from_x < to_x
    ordered = inner if forward else sorted(inner, key=lambda point: -point[0])
    start = (from_x + BOX_WIDTH, from_y + middle) if forward else (from_x, from_y + middle)
    end = (to_x, to_y + middle) if forward else (to_x + BOX_WIDTH, to_y + middle)
    return (start, *ordered, end)
