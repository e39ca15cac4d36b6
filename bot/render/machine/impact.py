"""Whom a review reaches as JSON objects."""

from __future__ import annotations

from bot.core.lineage.impact import Impacted, Path
from bot.core.lineage.reach import Reached
from bot.core.review import ContractReview
from bot.render.machine.records import Record, location_record


def impact_records(entry: ContractReview) -> list[Record]:
    """Return who is reached by the changes of one contract, each with the nearest way."""
    return [_reached(one, entry.id) for one in entry.impact]


def _reached(one: Reached, contract: str) -> Record:
    return {
        "contract": contract,
        "consumer": one.id,
        "name": one.name,
        "kind": str(one.kind),
        "side": str(one.side),
        "file": one.file,
        "owners": {
            "team": one.owners.team,
            "usernames": list(one.owners.usernames),
            "contact": one.owners.contact,
        },
        "confidence": one.confidence.word,
        "findings": list(one.findings),
        "ways": [_way(one.nearest, one.path)],
        "further_ways": one.ways - 1,
    }


def _way(way: Impacted, path: Path) -> Record:
    edges = [edge for end in way.trail.ends() for edge in end]
    return {
        "path": list(path.names),
        "kinds": [str(edge.kind) for edge in edges],
        "distance": way.distance,
        "left_out": path.left_out,
        "confidence": way.confidence.word,
        "location": location_record(way.trail.edge.where),
    }
