"""Whom a review reaches as JSON objects."""

from __future__ import annotations

from bot.core.lineage.impact import Impacted
from bot.core.lineage.reach import Reached
from bot.core.review import ContractReview
from bot.render.machine.records import Record, location_record


def impact_records(entry: ContractReview) -> list[Record]:
    """Return who is reached by the changes of one contract, with every way."""
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
        "ways": [_way(*pair) for pair in zip(one.ways, one.names, strict=True)],
    }


def _way(way: Impacted, names: tuple[str, ...]) -> Record:
    return {
        "path": list(names),
        "kinds": [str(edge.kind) for edge in way.edges],
        "confidence": way.confidence.word,
        "location": location_record(way.edges[-1].where),
    }
