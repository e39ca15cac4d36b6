"""The files of the API about all contracts at once, and about what lies between them."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence

from bot.core.deprecation.days import declared_day
from bot.core.lineage.excerpt import Link
from bot.core.lineage.graph import Edge, Node
from bot.core.rule import Rule
from bot.render.machine.rules import catalogue_json
from site_gen.catalogue import Entry, node_of
from site_gen.deprecations import Ending
from site_gen.file_paths import DEPRECATIONS, LINEAGE, RULES, contract_file, dependencies_file
from site_gen.machines.answers import Record, answer, answer_of_all, link, node_id, page_link
from site_gen.page import Asset
from site_gen.paths import contract_path, version_path
from site_gen.scene import Scene


def relation_assets(scene: Scene, rules: Sequence[Rule]) -> Iterator[Asset]:
    """Yield the lineage, the deprecations and the rules."""
    yield _lineage(scene)
    endings = [_ending(scene, one) for one in scene.endings]
    yield answer_of_all(scene, DEPRECATIONS, "deprecations", {"deprecations": endings})
    yield answer_of_all(scene, RULES, "rules", json.loads(catalogue_json(rules)))


def dependencies_asset(scene: Scene, entry: Entry) -> Asset:
    """Return whom a contract reads, and who reads it."""
    path = dependencies_file(entry.id)
    nodes = [] if entry.gone else [node_of(document) for document in entry.heads]
    upstream = [one for node in nodes for one in scene.near.links_to.get(node, ())]
    downstream = [one for node in nodes for one in scene.near.links_from.get(node, ())]
    told = {
        "contract": entry.id,
        "upstream": [_neighbour(scene, path, one.source, one) for one in upstream],
        "downstream": [_neighbour(scene, path, one.target, one) for one in downstream],
        "links": {"self": link(path, path), "contract": link(path, contract_file(entry.id))},
    }
    return answer(scene, path, "dependencies", told)


def _neighbour(scene: Scene, path: str, node: Node, found: Link) -> Record:
    """Return who is read or reads, how sure that is, and by which fields."""
    fields = [edge for edge in found.edges if edge.source.path or edge.target.path]
    return {
        **_node(scene, path, node),
        "relation": str(found.kind),
        "confidence": found.confidence.word,
        "fields": [_edge(scene, edge) for edge in fields],
    }


def _lineage(scene: Scene) -> Asset:
    lineage = scene.near.lineage
    told = {
        "nodes": [_node(scene, LINEAGE, node) for node in lineage.nodes()],
        "edges": [_edge(scene, edge) for edge in lineage.edges],
    }
    return answer_of_all(scene, LINEAGE, "lineage", told)


def _node(scene: Scene, path: str, node: Node) -> Record:
    lineage = scene.near.lineage
    page = scene.near.pages.get(node.owner)
    owners = lineage.owners(node)
    return {
        "id": node_id(lineage, node),
        "kind": str(node.kind),
        "name": lineage.address(node),
        "holder": node.holder or None,
        "major": node.major,
        "path": node.path or None,
        "owner": owners.team or next(iter(owners.usernames), None) or owners.contact,
        "page": None if page is None else page_link(scene, path, page),
    }


def _edge(scene: Scene, edge: Edge) -> Record:
    lineage = scene.near.lineage
    return {
        "source": node_id(lineage, edge.source),
        "target": node_id(lineage, edge.target),
        "relation": str(edge.kind),
        "confidence": edge.confidence.word,
    }


def _ending(scene: Scene, ending: Ending) -> Record:
    entry, told = ending.entry, dict(ending.notice.plain())
    told.pop("readers")  # nobody asked here: dependencies tell who reads
    current = ending.contract is entry.head
    page = contract_path(entry.id) if current else version_path(entry.id, ending.contract.version)
    declared = declared_day(ending.clock.told.removal)
    return {
        **told,
        "domain": entry.head.domain,
        "declared_day": declared.isoformat() if declared else None,
        "links": {
            "contract": link(DEPRECATIONS, contract_file(entry.id)),
            "page": page_link(scene, DEPRECATIONS, page),
        },
    }
