"""The layout: arrows go right, boxes never overlap, and the same graph is drawn the same."""

from __future__ import annotations

from itertools import combinations
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from site_gen.drawing.layout import BOX_HEIGHT, BOX_WIDTH, layout

_GRAPHS = st.lists(st.tuples(st.integers(0, 11), st.integers(0, 11)), max_size=24)


@given(_GRAPHS)
@settings(max_examples=60)
def test_boxes_never_overlap_and_stand_inside(arrows: list[tuple[int, int]]) -> None:
    placed = layout(12, arrows)

    assert len(placed.boxes) == 12
    for (x, y), (other_x, other_y) in combinations(placed.boxes, 2):
        assert abs(x - other_x) >= BOX_WIDTH or abs(y - other_y) >= BOX_HEIGHT
    assert all(0 <= x <= placed.width - BOX_WIDTH for x, _ in placed.boxes)
    assert all(0 <= y <= placed.height - BOX_HEIGHT for _, y in placed.boxes)


@given(_GRAPHS)
@settings(max_examples=40)
def test_every_arrow_joins_its_two_boxes(arrows: list[tuple[int, int]]) -> None:
    placed = layout(12, arrows)

    wanted = {(source, target) for source, target in arrows if source != target}
    assert set(placed.routes) == wanted
    for (source, target), points in placed.routes.items():
        for box, (x, y) in ((source, points[0]), (target, points[-1])):
            left, top = placed.boxes[box]
            assert x in (left, left + BOX_WIDTH)
            assert y == top + BOX_HEIGHT / 2


# fmt: off
_EIGHT = [(0, 1), (0, 2), (0, 4), (0, 6), (1, 3), (1, 4), (1, 6), (1, 7), (2, 4), (3, 2), (3, 5),
          (3, 7), (4, 2), (4, 5), (5, 6), (5, 7), (6, 0), (6, 1), (7, 2), (7, 5), (7, 6)]
_SEVEN = [(0, 2), (0, 4), (0, 6), (1, 2), (1, 6), (2, 0), (2, 1), (2, 4), (2, 5), (3, 2), (3, 4),
          (3, 5), (4, 0), (4, 1), (4, 3), (4, 6), (5, 1), (5, 2), (5, 6), (6, 3), (6, 5)]
# fmt: on


@pytest.mark.parametrize(
    "arrows", [pytest.param(_EIGHT, id="eight boxes"), pytest.param(_SEVEN, id="seven boxes")]
)
def test_circles_are_laid_out_in_the_end(arrows: list[tuple[int, int]]) -> None:
    assert set(layout(8, arrows).routes) == set(arrows)


@given(st.sets(st.tuples(st.integers(0, 11), st.integers(0, 11)), max_size=24))
@settings(max_examples=40)
def test_without_a_cycle_every_arrow_goes_right(pairs: set[tuple[int, int]]) -> None:
    arrows = [(low, high) for low, high in pairs if low < high]
    placed = layout(12, arrows)

    assert all(placed.columns[source] < placed.columns[target] for source, target in arrows)


@given(_GRAPHS, st.randoms(use_true_random=False))
@settings(max_examples=30)
def test_the_order_of_the_arrows_changes_nothing(
    arrows: list[tuple[int, int]], random: Random
) -> None:
    shuffled = list(arrows)
    random.shuffle(shuffled)

    assert layout(12, shuffled) == layout(12, arrows)


@pytest.mark.parametrize("count", [0, 1, 9])
def test_boxes_without_arrows_stand_in_rows(count: int) -> None:
    placed = layout(count, [])

    assert len(set(placed.boxes)) == count


def test_a_large_graph_is_laid_out() -> None:
    arrows = [(box, (box * 7 + step) % 500) for box in range(500) for step in (1, 2)]

    assert len(layout(500, arrows).boxes) == 500
