"""Ways are those that are found by keeping every path whole, and cost no more than their nodes."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.core.lineage.flow import Direction
from bot.core.lineage.graph import NodeKind
from bot.core.lineage.impact import reached
from bot.core.lineage.weaving import weave
from tests.core.lineage.registries import documents, parsed, registry_of
from tests.core.lineage.whole_ways import whole_ways


@pytest.mark.parametrize("direction", Direction)
@settings(max_examples=60)
@given(texts=documents(), data=st.data())
def test_ways_are_those_that_keeping_every_path_whole_finds(
    direction: Direction, texts: dict[str, str], data: st.DataObject
) -> None:
    lineage = weave(registry_of(parsed(texts)))
    starts = [node for node in lineage.nodes() if node.kind is not NodeKind.OUTSIDE]
    start = data.draw(st.sampled_from(starts))

    found = reached(lineage, start, direction)

    assert [(one.node, list(one.edges)) for one in found] == whole_ways(lineage, start, direction)
    assert [one.confidence for one in found] == [
        max(edge.confidence for edge in one.edges) for one in found
    ]
