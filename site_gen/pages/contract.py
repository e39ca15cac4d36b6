"""The page of a contract, and of each of its versions."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import partial

from markupsafe import Markup

from bot.core.contract.model import Contract, QualityRule, every_field, step
from bot.core.lineage.excerpt import Link
from bot.core.lineage.graph import Node
from bot.core.phases import phase_of
from site_gen.brief import labels_of
from site_gen.catalogue import Entry, node_of, owner_of
from site_gen.deprecations import of_document
from site_gen.fields import FieldRow, ObjectTable, tables
from site_gen.neighbours import Ref
from site_gen.page import Page, SearchEntry
from site_gen.paths import contract_path, diff_path, domain_path, version_path
from site_gen.scene import Scene
from site_gen.slugs import anchor
from site_gen.story import Record, Release, Story
from site_gen.summary import most_sensitive

_FRESH = ("latency", "frequency", "freshness", "timeliness", "ly", "fy", "la")


def contract_page(
    scene: Scene, story: Story, records: Sequence[Record], drawing: Markup | None = None
) -> Page:
    """Return the page of a contract as it is now. `drawing` is its neighbourhood as SVG."""
    entry = story.entry
    near = None if entry.gone else scene.near
    found = tables(story.contract, story.since, near)
    return scene.page(
        "contract.html",
        contract_path(entry.id),
        {
            "crumbs": _crumbs(scene, entry),
            "entry": entry,
            "release": None,
            "step": None,
            "ref": entry.ref,
            "phase": entry.phase,
            "near": near,
            "drawing": drawing,
            "tables": found,
            "remembered": _made_anew,
            "records": records,
            **_parts(scene, entry, story.contract),
        },
        title=entry.title,
        description=_purpose(entry.head),
        search=tuple(_search(story.contract, found)),
    )


def version_page(scene: Scene, story: Story, records: Sequence[Record], release: Release) -> Page:
    """Return the page of one version: what it is, what it changed, whether there is a newer one."""
    entry, contract = story.entry, release.contract
    living = any(document.version == contract.version for document in entry.heads)
    near = scene.near if living and not entry.gone else None
    newest = entry.head.version
    ends = (newest, release.version) if _after(story, release) else (release.version, newest)
    return scene.page(
        "contract.html",
        version_path(entry.id, release.version),
        {
            "crumbs": (*_crumbs(scene, entry), (contract_path(entry.id), entry.title)),
            "entry": entry,
            "release": release,
            "step": story.steps.get(release.version),
            "ref": release.ref,
            "phase": phase_of(contract.status),
            "near": near,
            "drawing": None,
            "tables": tables(contract, story.since if near else {}, near),
            "remembered": _made_anew if near else partial(_remembered, story, scene.language),
            "records": records,
            "diff_to_newest": diff_path(entry.id, *ends),
            **_parts(scene, entry, contract),
        },
        title=f"{entry.title} {release.version}",
        description=_purpose(contract),
    )


Macro = Callable[[FieldRow], Markup]
"""Makes the HTML of a row."""


def _made_anew(row: FieldRow, macro: Macro) -> Markup:
    return macro(row)


def _remembered(story: Story, language: str, row: FieldRow, macro: Macro) -> Markup:
    """Return the row of an old version, made once for all versions that have the same field.

    Such a row has no link, so it does not hang on the page: lineage and first versions are told
    of what is in force only. Rows are most of what a page costs.
    """
    key = (language, row.path)
    known = story.rows.get(key)
    if known is None or known[0] != row.field:
        known = story.rows[key] = (row.field, macro(row))
    return known[1]


def _after(story: Story, release: Release) -> bool:
    """Tell whether a release is higher than the one to read first."""
    versions = [one.version for one in story.releases]
    newest = story.entry.head.version
    return newest in versions and versions.index(release.version) < versions.index(newest)


def _parts(scene: Scene, entry: Entry, contract: Contract) -> dict[str, object]:
    """Return what a page tells of a document of a contract.

    Owner and domain are links where they are those of today: others may have no page any more.
    """
    node = node_of(contract)
    ladder = scene.catalogue.settings.conventions.sensitivity
    owner, today = owner_of(contract), owner_of(entry.head)
    fresh = [one for one in contract.service_levels if one.property.lower() in _FRESH]
    return {
        "contract": contract,
        "endings": of_document(scene.endings_of.get(contract.id, ()), contract),
        "owner": owner,
        "owner_has_page": owner is not None and today is not None and owner.key == today.key,
        "domain_has_page": contract.domain == entry.head.domain,
        "fresh": fresh[:2],
        "checks": tuple(_checks(contract)),
        "classification": most_sensitive(labels_of(contract), ladder)[0],
        "has_samples": any(field.examples for obj in contract.schema for field in obj.properties),
        "upstream": _by_neighbour(scene.near.upstream(node)),
        "downstream": _by_neighbour(scene.near.downstream(node)),
    }


def _by_neighbour(pairs: Sequence[tuple[Ref, Link]]) -> tuple[tuple[Ref, tuple[Link, ...]], ...]:
    """Return each neighbour once, with all the ways in which it is one."""
    found: dict[Node, tuple[Ref, list[Link]]] = {}
    for ref, link in pairs:
        found.setdefault(ref.node, (ref, []))[1].append(link)
    return tuple((ref, tuple(links)) for ref, links in found.values())


def _checks(contract: Contract) -> Iterator[tuple[str, str, QualityRule]]:
    """Yield each quality rule with the path and the anchor of what it is about."""
    for obj in contract.schema:
        top = step(obj.name)
        yield from ((top, anchor(top), rule) for rule in obj.quality)
        for path, field in every_field(obj, top):
            yield from ((path, anchor(path), rule) for rule in field.quality)


def _crumbs(scene: Scene, entry: Entry) -> tuple[tuple[str, str], ...]:
    found: list[tuple[str, str]] = [("", scene.t("menu.home"))]
    if entry.head.domain:
        found.append((domain_path(entry.head.domain), entry.head.domain))
    return tuple(found)


def _purpose(contract: Contract) -> str:
    return (contract.description.purpose or "") if contract.description else ""


def _search(contract: Contract, found: Sequence[ObjectTable]) -> Iterator[SearchEntry]:
    texts = (contract.id, _purpose(contract), contract.domain or "", *contract.tags)
    yield SearchEntry(anchor="", title=contract.name or contract.id, text=" ".join(texts))
    for table in found:
        obj = table.object
        told = (obj.business_name, obj.description, obj.physical_name)
        yield SearchEntry(anchor=table.anchor, title=table.path, text=_joined(told))
        for row in table.rows:
            field = row.field
            words_of = (field.business_name, field.description, field.physical_name, *field.tags)
            yield SearchEntry(anchor=row.anchor, title=row.path, text=_joined(words_of))


def _joined(texts: Sequence[str | None]) -> str:
    return " ".join(text for text in texts if text)
