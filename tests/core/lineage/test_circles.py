"""What is looked at for circles holds them all, and is nothing where there are none."""

from __future__ import annotations

import networkx as nx  # type: ignore[import-untyped]
from hypothesis import given
from hypothesis import strategies as st

from bot.core.lineage.flow import on_circles

_steps = st.lists(st.tuples(st.integers(0, 7), st.integers(0, 7)), max_size=14)


@given(_steps)
def test_all_that_lies_on_a_circle_is_left(steps: list[tuple[int, int]]) -> None:
    graph = nx.DiGraph(steps)
    parts = nx.strongly_connected_components(graph)
    circling = {one for part in parts if len(part) > 1 for one in part}
    circling |= {start for start, end in steps if start == end}

    assert circling <= on_circles(steps)
    assert bool(on_circles(steps)) is bool(circling)
