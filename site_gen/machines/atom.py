"""Atom feeds (RFC 4287): an entry for each released version, with its notes as HTML.

The feed of a contract is made with its pages; those of a domain and of everything are put together
from the newest entries of the contracts' feeds.
"""

from __future__ import annotations

import posixpath
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from xml.etree import ElementTree as ET

from markupsafe import Markup

from bot.core.finding import Finding
from bot.core.release.notes import Section, section_of
from bot.core.release.plan import unstable
from site_gen.catalogue import Entry
from site_gen.escaping import inline, lines
from site_gen.file_paths import CONTRACT_FEEDS, FEED, contract_feed, domain_feed
from site_gen.machines.answers import page_link
from site_gen.page import Asset
from site_gen.paths import contract_path, domain_path, version_path
from site_gen.scene import Scene
from site_gen.slugs import slug
from site_gen.story import Release, Story

NAMESPACE = "http://www.w3.org/2005/Atom"
NEWEST = 50
"""So many entries are in the feed of a domain, and in that of everything."""
_MOST_NOTES = 100
_NOWHERE = "contract-steward.invalid"
"""The authority of ids where the site does not know its address (RFC 4151, RFC 2606)."""


def feed_of_contract(scene: Scene, story: Story) -> Asset:
    """Return the feed of a contract, the newest version first."""
    path = contract_feed(story.entry.id)
    told = [one for one in story.releases if not unstable(one.contract)]
    told.sort(key=lambda one: (one.ref.first, one.version), reverse=True)
    entries = [_entry(scene, story, one, path) for one in told]
    page = page_link(scene, path, contract_path(story.entry.id))
    kind = f"contracts/{slug(story.entry.id)}"
    begun = _begun((story.entry,), datetime.fromtimestamp(0, UTC))
    return _feed(scene, path, Heading(kind, story.entry.title, page, begun), entries)


@dataclass(frozen=True, slots=True, order=True)
class News:
    """An entry of a contract's feed: when it was updated, its id, and its text as XML."""

    updated: str
    id: str
    text: str


def news(made: Asset) -> Iterator[News]:
    """Yield the newest entries of the feed of a contract; nothing for any other file."""
    if not made.path.startswith(CONTRACT_FEEDS):
        return
    # What is read here was written above.
    root = ET.fromstring(made.data)  # noqa: S314
    for one in list(root.iter(_named("entry")))[:NEWEST]:
        yield News(_text(one, "updated"), _text(one, "id"), _written(one))


@dataclass(frozen=True, slots=True)
class Heading:
    """What a feed is about: a name for its id, its title, its page, and when it began."""

    kind: str
    title: str
    page: str
    begun: datetime


class Feeds:
    """Gathers the newest entries of contracts, for the feeds that are about several of them."""

    def __init__(self, scene: Scene) -> None:
        self._scene = scene
        self._begun = _begun(scene.catalogue.entries, scene.catalogue.time)
        self._found: defaultdict[str, list[News]] = defaultdict(list)

    def take(self, entry: Entry, told: Iterable[News]) -> None:
        """Take the newest entries of the feed of a contract."""
        for group in ("", f"{entry.head.domain or ''}/"):
            self._found[group] = sorted((*self._found[group], *told), reverse=True)[:NEWEST]

    def assets(self) -> Iterator[Asset]:
        """Yield the feed of everything, then those of the domains."""
        scene = self._scene
        yield self._whole(FEED, "", ("all", scene.t("feed.all"), ""))
        for domain in scene.catalogue.domains:
            name = scene.t("domain.of", name=domain or scene.t("facet.none"))
            kind = f"domains/{slug(domain)}"
            yield self._whole(domain_feed(domain), f"{domain}/", (kind, name, domain_path(domain)))

    def _whole(self, path: str, group: str, told: tuple[str, str, str]) -> Asset:
        kind, title, page = told
        entries = [
            self._moved(ET.fromstring(one.text), path)  # noqa: S314  # as above
            for one in self._found.get(group, ())
        ]
        heading = Heading(kind, title, page_link(self._scene, path, page), self._begun)
        return _feed(self._scene, path, heading, entries)

    def _moved(self, entry: ET.Element, path: str) -> ET.Element:
        """Return an entry as it stands in another feed: its links are told from there."""
        for one in entry.iter():
            one.tag = one.tag.removeprefix(f"{{{NAMESPACE}}}")
        for one in entry.iter("link"):
            href = one.get("href", "")
            if not self._scene.site.url:
                folder = posixpath.dirname(path)
                end = posixpath.normpath(posixpath.join("feeds/contracts", href))
                one.set("href", f"{posixpath.relpath(end, folder)}{'/' * href.endswith('/')}")
        return entry


def _feed(scene: Scene, path: str, told: Heading, entries: Sequence[ET.Element]) -> Asset:
    """Return a feed with its entries, the newest first."""
    root = ET.Element("feed", {"xmlns": NAMESPACE, "xml:lang": scene.language})
    _add(root, "id", _tag(scene, told.begun, told.kind))
    _add(root, "title", told.title)
    _add(root, "updated", _newest(entries) or told.begun.isoformat())
    _add(root, "generator", "Contract Steward")
    _add(_add(root, "author"), "name", scene.t("home.title"))
    address = scene.site.address
    _add(root, "link", rel="self", type="application/atom+xml", href=address(path) or _last(path))
    _add(root, "link", rel="alternate", type="text/html", href=_absolute(scene, path, told.page))
    root.extend(entries)
    data = ET.tostring(root, encoding="utf-8", xml_declaration=True)
    return Asset(path=path, data=data + b"\n", language=scene.language)


def _entry(scene: Scene, story: Story, release: Release, path: str) -> ET.Element:
    entry, ref = story.entry, release.ref
    found = ET.Element("entry")
    version = f"contracts/{slug(entry.id)}/{slug(release.version)}"
    _add(found, "id", _tag(scene, ref.first, version))
    _add(found, "title", f"{release.contract.name or entry.id} {release.version}")
    _add(found, "updated", ref.first.isoformat())
    _add(found, "published", ref.first.isoformat())
    _add(_add(found, "author"), "name", ref.author or scene.t("none.known"))
    for term in dict.fromkeys((release.contract.domain, *release.contract.tags)):
        if term:
            _add(found, "category", term=term)
    page = page_link(scene, path, version_path(entry.id, release.version))
    _add(found, "link", rel="alternate", type="text/html", href=_absolute(scene, path, page))
    _add(found, "content", _notes(scene, story, release), type="html")
    return found


def _notes(scene: Scene, story: Story, release: Release) -> str:
    """Return the notes of a version as HTML: what breaks first, each with what to do about it."""
    step = story.steps.get(release.version)
    if step is None:
        return str(Markup("<p>{}</p>").format(scene.t("first_version")))
    verdict = "verdict.compatible" if step.compatible else "verdict.incompatible"
    parts = [Markup("<p>{}</p>").format(scene.t(verdict, mode=step.mode))]
    told = [one for one in step.findings if one.subject != "contract.version"][:_MOST_NOTES]
    for section in Section:
        found = [one for one in told if section_of(one) is section]
        if found:
            name = scene.t(f"section.{section.lower()}")
            items = Markup("").join(map(_item, sorted(found, key=_order)))
            parts.append(Markup("<h3>{}</h3><ul>{}</ul>").format(name, items))
    return str(Markup("\n").join(parts))


def _item(finding: Finding) -> Markup:
    item = inline(finding.message)
    if section_of(finding) is Section.BREAKING:
        item += Markup("<br>") + inline(finding.hint)
    return Markup("<li>{}</li>").format(item)


def _order(finding: Finding) -> tuple[object, ...]:
    return (-finding.weight, finding.path, finding.rule)


def _add(parent: ET.Element, tag: str, text: str = "", **attributes: str) -> ET.Element:
    """Add an element. XML 1.0 has no place for most characters that do not print: they are told."""
    plain = {name: lines(value) for name, value in attributes.items()}
    found = ET.SubElement(parent, tag, plain)
    found.text = lines(text) or None
    return found


def _tag(scene: Scene, day: datetime, name: str) -> str:
    """Return an id that stays: a tag URI (RFC 4151), by the day on which it began."""
    return f"tag:{scene.site.host or _NOWHERE},{day:%Y-%m-%d}:{name}"


def _begun(entries: Iterable[Entry], otherwise: datetime) -> datetime:
    """Return when the oldest version of these contracts came, which no new version moves."""
    return min((ref.first for entry in entries for ref in entry.refs), default=otherwise)


def _newest(entries: Iterable[ET.Element]) -> str:
    return max((one.findtext("updated", "") for one in entries), default="")


def _absolute(scene: Scene, path: str, end: str) -> str:
    """Return a link from a file as an address, where the site knows its own."""
    whole = posixpath.normpath(posixpath.join(posixpath.dirname(path), end))
    address = scene.site.address("" if whole == "." else whole)
    return address or end


def _last(path: str) -> str:
    return path.rpartition("/")[2]


def _named(tag: str) -> str:
    return f"{{{NAMESPACE}}}{tag}"


def _text(element: ET.Element, tag: str) -> str:
    return element.findtext(_named(tag), "")


def _written(element: ET.Element) -> str:
    return ET.tostring(element, encoding="unicode")
