from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from bot.core.contract.model import Contract
from bot.core.lineage.flow import Direction
from bot.core.lineage.graph import EdgeKind, FaultKind, Lineage, Node, NodeKind
from bot.core.lineage.impact import Impacted, reached
from bot.core.lineage.index import Elements
from bot.core.lineage.region import Region
from bot.core.lineage.weaving import weave
from tests.core.lineage.registries import documents, parsed, registry_of, shelf_of


def _ways(lineage: Lineage, element: Node) -> list[tuple[str, Impacted]]:
    return [(lineage.address(way.node), way) for way in reached(lineage, element, Direction.DOWN)]


def _ends(lineage: Lineage) -> set[tuple[Node, Node, EdgeKind]]:
    return {(edge.source, edge.target, edge.kind) for edge in lineage.edges}


def _faults(lineage: Lineage) -> set[tuple[FaultKind, Node, str]]:
    return {(fault.kind, fault.node, fault.message) for fault in lineage.faults}


@settings(max_examples=150)
@given(documents(), st.data())
def test_a_region_tells_of_an_element_what_the_whole_lineage_tells(
    texts: dict[str, str], data: st.DataObject
) -> None:
    found = parsed(texts)
    whole = weave(registry_of(found))
    starts = [node for node in whole.nodes() if node.kind in {NodeKind.CONTRACT, NodeKind.FIELD}]
    starts += [
        Elements(one).of(path)
        for one in found.values()
        if isinstance(one, Contract)
        for path in Elements(one).paths()
    ]
    if not starts:
        return
    start = data.draw(st.sampled_from(starts))
    region = Region(shelf_of(found))

    region.follow([start])

    assert _ways(region.lineage(), start) == _ways(whole, start)
    assert _ends(region.lineage()) <= _ends(whole)
    assert _faults(region.lineage()) <= _faults(whole)
