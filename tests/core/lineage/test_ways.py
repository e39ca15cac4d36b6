"""Ways are those that are found by keeping every path whole, and cost no more than their nodes."""

from __future__ import annotations

import pytest
from hypothesis import example, given, settings

from bot.core.lineage.flow import Direction
from bot.core.lineage.impact import reached
from bot.core.lineage.weaving import weave
from bot.core.rule import whole
from tests.core.lineage.registries import documents, parsed, registry_of
from tests.core.lineage.whole_ways import whole_ways
from tests.core.lineage.woven import table

BY_A_FIELD_OR_BY_ALL = {
    "0.yaml": whole(table("a", "name: x, transformSourceObjects: [a.x]")),
    "1.yaml": """apiVersion: v1.0.0
kind: DataProduct
status: active
id: p
inputPorts:
- {name: in, version: 1.0.0, contractId: a}
- name: in
  version: 1.0.0
  contractId: a
  customProperties: [{property: uses, value: [a.x]}]
outputPorts:
- {name: out, version: 1.0.0, contractId: a}
""",
}
"""Two ways of one length, one of which goes out of the field into what encloses it."""


@pytest.mark.parametrize("direction", Direction)
@settings(max_examples=60)
@example(texts=BY_A_FIELD_OR_BY_ALL)
@given(texts=documents())
def test_ways_are_those_that_keeping_every_path_whole_finds(
    direction: Direction, texts: dict[str, str]
) -> None:
    lineage = weave(registry_of(parsed(texts)))

    for start in lineage.nodes():
        found = reached(lineage, start, direction)

        told = [(one.node, list(one.edges)) for one in found]
        assert told == whole_ways(lineage, start, direction)
        assert [one.confidence for one in found] == [
            max(edge.confidence for edge in one.edges) for one in found
        ]
