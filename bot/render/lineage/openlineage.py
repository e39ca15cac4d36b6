"""Lineage as dataset events of OpenLineage with a columnLineage facet.

Sources: OpenLineage 2-0-2, DatasetEvent; ColumnLineageDatasetFacet 1-2-0. A contract is the
namespace, an object the dataset; only what fields are made of has a place there.
"""

from __future__ import annotations

import json
from collections import defaultdict
from datetime import datetime

from bot import __version__
from bot.core.lineage.excerpt import Excerpt
from bot.core.lineage.graph import EdgeKind, Lineage, Node, NodeKind
from bot.core.lineage.paths import prefixes
from bot.render.escape import json_text
from bot.render.machine.records import Record

PRODUCER = f"urn:contract-steward:{__version__}"
_EVENT = "https://openlineage.io/spec/2-0-2/OpenLineage.json#/$defs/DatasetEvent"
_FACET = (
    "https://openlineage.io/spec/facets/1-2-0/ColumnLineageDatasetFacet.json"
    "#/$defs/ColumnLineageDatasetFacet"
)


def excerpt_openlineage(found: Excerpt, time: datetime) -> str:
    """Return an event for each object whose fields have known sources, as a JSON list."""
    lineage = found.lineage
    datasets: defaultdict[tuple[str, str], defaultdict[str, list[Record]]] = defaultdict(
        lambda: defaultdict(list)
    )
    shown = [edge for link in found.links for edge in link.edges]
    for edge in lineage.edges if found.focus is None else shown:
        source, target = _column(lineage, edge.source), _column(lineage, edge.target)
        if edge.kind is EdgeKind.TRANSFORM and source and target:
            namespace, name, field = source
            entry: Record = {"namespace": namespace, "name": name, "field": field}
            datasets[target[:2]][target[2]].append(entry)
    events = [_event(*key, fields, time) for key, fields in datasets.items()]
    return json_text(json.dumps(events, indent=2, ensure_ascii=False)) + "\n"


def _event(namespace: str, name: str, fields: dict[str, list[Record]], time: datetime) -> Record:
    facet = {
        "_producer": PRODUCER,
        "_schemaURL": _FACET,
        "fields": {field: {"inputFields": inputs} for field, inputs in fields.items()},
    }
    return {
        "eventTime": time.isoformat(),
        "producer": PRODUCER,
        "schemaURL": _EVENT,
        "dataset": {"namespace": namespace, "name": name, "facets": {"columnLineage": facet}},
    }


def _column(lineage: Lineage, node: Node) -> tuple[str, str, str] | None:
    """Return namespace, dataset and field of a node; None where it is no field."""
    if node.kind is NodeKind.FIELD:
        top = prefixes(node.path)[0]
        return lineage.address(node.owner), top, node.path[len(top) :].removeprefix(".")
    if node.kind is not NodeKind.OUTSIDE or "." not in node.path:
        return None
    dataset, _, field = node.path.rpartition(".")
    namespace, _, name = dataset.rpartition(".")
    return namespace or "outside", name, field
