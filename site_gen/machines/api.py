"""The files of the API about contracts: what `steward show`, `log` and `lineage` would answer."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from bot.core.contract.migration import FORM
from bot.core.contract.model import Contract
from bot.render.machine.records import value
from site_gen.catalogue import Entry
from site_gen.file_paths import (
    CONTRACTS,
    contract_calendar,
    contract_feed,
    contract_file,
    dependencies_file,
    version_file,
    versions_file,
)
from site_gen.history import VersionRef
from site_gen.machines.answers import Record, answer, answer_of_all, link, page_link
from site_gen.page import Asset
from site_gen.paths import contract_path, version_path
from site_gen.scene import Scene
from site_gen.story import Record as VersionRecord
from site_gen.story import Release, Story
from site_gen.summary import Row, row


def contracts_asset(scene: Scene, rows: Sequence[Row]) -> Asset:
    """Return the list of all contracts, by id."""
    told = [_summary(scene, one, CONTRACTS) for one in rows]
    return answer_of_all(scene, CONTRACTS, "contracts", {"contracts": told})


def contract_assets(
    scene: Scene, story: Story, records: Sequence[VersionRecord]
) -> Iterator[Asset]:
    """Yield the files of one contract: as it is now, its versions, and each of them."""
    entry = story.entry
    yield _contract(scene, story)
    yield _versions(scene, entry, records)
    by_version = {record.ref.version: record for record in records}
    for release in story.releases:
        yield _version(scene, entry, release, by_version[release.version])


def _contract(scene: Scene, story: Story) -> Asset:
    entry = story.entry
    path = contract_file(entry.id)
    living = () if entry.gone else entry.heads
    told: Record = {
        "contract": _summary(scene, row(scene.catalogue, entry), path),
        "living_versions": [document.version for document in living],
        "versions": [ref.version for ref in entry.refs],
        **_document(story.contract),
    }
    return answer(scene, path, "contract", told)


def _versions(scene: Scene, entry: Entry, records: Sequence[VersionRecord]) -> Asset:
    path = versions_file(entry.id)
    told = [_told(scene, entry, record, path) for record in records]
    return answer(scene, path, "versions", {"contract": entry.id, "versions": told})


def _version(scene: Scene, entry: Entry, release: Release, record: VersionRecord) -> Asset:
    path = version_file(entry.id, release.version)
    told = {
        "contract": entry.id,
        "version": _told(scene, entry, record, path),
        **_document(release.contract),
    }
    return answer(scene, path, "version", told)


def _document(contract: Contract) -> Record:
    """Return a contract in the newest form of the standard, and the form it was written in."""
    return {
        "declared_form": contract.declared,
        "document": {**_plain(contract), "apiVersion": FORM},
    }


def _plain(contract: Contract) -> Mapping[str, object]:
    found = value(contract.node)
    return found if isinstance(found, dict) else {}


def _summary(scene: Scene, found: Row, path: str) -> Record:
    entry = found.entry
    return {
        "id": entry.id,
        "name": entry.title,
        "version": entry.head.version,
        "status": entry.head.status,
        "phase": str(entry.phase) if entry.phase else None,
        "gone": entry.gone,
        "domain": found.domain or None,
        "data_product": entry.head.data_product,
        "owner": found.owner or None,
        "purpose": found.purpose or None,
        "classification": found.classification or None,
        "types": list(found.types),
        "tags": list(found.tags),
        "fields": found.fields,
        "file": entry.head.file,
        "updated": found.updated.isoformat() if found.updated else None,
        "links": {
            "self": link(path, contract_file(entry.id)),
            "page": page_link(scene, path, contract_path(entry.id)),
            "versions": link(path, versions_file(entry.id)),
            "dependencies": link(path, dependencies_file(entry.id)),
            "feed": link(path, contract_feed(entry.id)),
            "calendar": link(path, contract_calendar(entry.id)),
        },
    }


def _told(scene: Scene, entry: Entry, record: VersionRecord, path: str) -> Record:
    ref = record.ref
    return {
        "version": ref.version,
        "status": record.status,
        **_place(ref),
        "previous": record.before,
        "changes": record.changes,
        "breaking": list(record.breaking),
        "required_bump": record.required.word,
        "links": {
            "self": link(path, version_file(entry.id, ref.version)),
            "page": page_link(scene, path, version_path(entry.id, ref.version)),
            "contract": link(path, contract_file(entry.id)),
        },
    }


def _place(ref: VersionRef) -> Record:
    return {
        "released": ref.first.isoformat(),
        "settled": ref.time.isoformat(),
        "settled_by": {"commit": ref.commit, "author": ref.author, "summary": ref.summary},
        "file": ref.blob.path,
        "blob": ref.blob.id,
    }
