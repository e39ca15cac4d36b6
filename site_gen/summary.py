"""What a list of contracts shows of each: the values that people filter and sort by."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from bot.core.sets.sensitivity import Ladder
from site_gen.catalogue import Catalogue, Entry, owner_of

FACETS = ("domain", "owner", "status", "classification", "type", "tag")


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """A contract in a list. `rank` orders classifications, the most sensitive last."""

    entry: Entry
    purpose: str
    domain: str
    owner: str
    status: str
    classification: str
    rank: int
    types: tuple[str, ...]
    tags: tuple[str, ...]
    fields: int
    updated: datetime | None

    @property
    def facets(self) -> dict[str, tuple[str, ...]]:
        """The values of the row by facet."""
        return {
            "domain": (self.domain,),
            "owner": (self.owner,),
            "status": (self.status,),
            "classification": (self.classification,),
            "type": self.types,
            "tag": self.tags,
        }


def row(catalogue: Catalogue, entry: Entry) -> Row:
    """Return the row of a contract."""
    contract, shape = entry.head, entry.brief.shape
    owner = owner_of(contract)
    label, rank = most_sensitive(shape.labels, catalogue.settings.conventions.sensitivity)
    ref = entry.ref or next(iter(entry.refs), None)
    return Row(
        entry=entry,
        purpose=(contract.description.purpose or "") if contract.description else "",
        domain=contract.domain or "",
        owner=owner.key if owner else "",
        status=str(entry.phase or contract.status or "unknown"),
        classification=label,
        rank=rank,
        types=shape.types,
        tags=tuple(dict.fromkeys((*contract.tags, *shape.tags))),
        fields=shape.fields,
        updated=ref.time if ref else None,
    )


def most_sensitive(labels: Iterable[str], ladder: Ladder) -> tuple[str, int]:
    """Return the most sensitive of some classifications, and its place; "" where there is none."""
    ranked = sorted((_rank(label, ladder), label) for label in labels)
    return (ranked[-1][1], ranked[-1][0]) if ranked else ("", -1)


def _rank(label: str, ladder: Ladder) -> int:
    folded = " ".join(label.casefold().replace("_", " ").replace("-", " ").split())
    return next((place for place, rung in enumerate(ladder) if folded in rung), -1)
