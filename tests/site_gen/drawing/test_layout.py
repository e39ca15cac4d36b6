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


@pytest.mark.parametrize("seed", range(20))
def test_a_graph_full_of_circles_is_laid_out_in_the_end(seed: int) -> None:
    chosen = Random(seed)  # noqa: S311  # the same graphs each time
    arrows = [(chosen.randrange(8), chosen.randrange(8)) for _ in range(28)]
    assert len(layout(8, arrows).boxes) == 8


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
