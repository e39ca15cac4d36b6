"""Makes every page of the portal, one contract after another."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import partial

from bot.adapters.git import Repository
from bot.core.rule import Rule
from site_gen.audits import audits
from site_gen.cache import Keys, PageCache
from site_gen.catalogue import Catalogue, Entry
from site_gen.deprecations import by_contract, endings
from site_gen.drawing.lineage import contract_drawing, whole_drawing
from site_gen.gist import Gist, gist
from site_gen.graph import graph_file
from site_gen.machines.atom import Feeds
from site_gen.machines.files import files_of_all, files_of_contract
from site_gen.machines.heads import with_all, with_contract, with_domain
from site_gen.machines.redirects import redirect_assets
from site_gen.neighbours import neighbours
from site_gen.page import Asset, Page
from site_gen.pages.contract import contract_page, version_page
from site_gen.pages.governance import policy_page, scorecard_page, waivers_page
from site_gen.pages.groups import domain_page, owner_page, product_page
from site_gen.pages.home import home
from site_gen.pages.lineage import impact_page, lineage_page
from site_gen.pages.rules import rule_page, rules_page
from site_gen.pages.time import calendar_page, releases_page
from site_gen.pages.versions import changelog_page, diff_page
from site_gen.paths import changelog_path, contract_path
from site_gen.rendering import Site
from site_gen.scene import Scene
from site_gen.score import score
from site_gen.search import script_asset, search_files
from site_gen.story import Delta, Record, Release, Story, delta, story
from site_gen.summary import Row, row
from site_gen.waivers import waivers
from site_gen.windows import with_removals

NEWEST = 10
"""Of so many versions each two can be compared; of older ones those that follow each other."""


def known_paths(catalogue: Catalogue) -> Iterator[str]:
    """Yield the pages that people may link to before they are made, besides the menu's."""
    for entry in catalogue.entries:
        yield contract_path(entry.id)
        yield changelog_path(entry.id)


_Made = tuple[Sequence[Page | Asset], Sequence[Record], bool]
"""Pages and files, the records of the versions that they tell of, and whether they may be kept."""


@dataclass(frozen=True, slots=True)
class Group:
    """Pages and files that change together. `key` is "" where they cannot be kept.

    `pages` makes or reads them: whoever knows that they stand need not ask.
    """

    key: str
    gist: Gist
    pages: Callable[[], Sequence[Page | Asset]]


@dataclass(kw_only=True)
class Portal:
    """The pages of one catalogue in every language of the site.

    Contracts come first, each read, told and let go; `records` grows with them, and the pages
    about all contracts come last.
    """

    site: Site
    catalogue: Catalogue
    repository: Repository
    cache: PageCache | None = None
    records: list[Record] = field(default_factory=list)

    def __post_init__(self) -> None:
        near = neighbours(self.catalogue)
        found = endings(self.repository, self.catalogue)
        self.near = near
        ends = by_contract(found)
        self._keys = Keys(self.site, self.catalogue, near, ends) if self.cache else None
        self.rows: Sequence[Row] = [row(self.catalogue, entry) for entry in self.catalogue.entries]
        self.scenes = [
            Scene(
                site=self.site,
                language=language,
                catalogue=self.catalogue,
                near=near,
                endings=found,
                endings_of=ends,
            )
            for language in self.site.roots
        ]
        self._feeds = Feeds(self.scenes[0])

    def pages(self) -> Iterator[Page | Asset]:
        """Yield every page and every file beside them."""
        for group in self.groups():
            yield from group.pages()
        yield from self.of_all()

    def groups(self) -> Iterator[Group]:
        """Yield what is made in groups, as it was made before where nothing changed.

        Each contract is one, and so are the pages of the rules.
        """
        for entry in self.catalogue.entries:
            key = self._keys.of(entry) if self._keys else ""
            group = self._group(key, partial(self._pages_of, entry))
            self.records.extend(group.gist.records)
            self._feeds.take(entry, group.gist.news)
            yield group
            for brief in entry.briefs:
                self.catalogue.library.release(brief)
        key = self._keys.of_rules() if self._keys else ""
        yield self._group(key, self._pages_of_rules)

    def _group(self, key: str, make: Callable[[], _Made]) -> Group:
        cache = self.cache
        known = cache.gist(key) if cache else None
        if cache is not None and known is not None:
            return Group(key, known, lambda: cache.pages(key) or make()[0])
        pages, records, may_be_kept = make()
        found = gist(self.site, pages, records)
        if cache is None or not may_be_kept:
            return Group("", found, lambda: pages)
        cache.put(key, pages, found)
        return Group(key, found, lambda: pages)

    def _pages_of(self, entry: Entry) -> _Made:
        """Return the pages and files of a contract, and the records of its versions.

        They are not kept where Git misses a version: their key does not tell whether it does.
        """
        told = story(self.repository, self.catalogue, entry)
        records = with_removals(told.records(), told)
        gone = contract_path(entry.id) if entry.id in self.catalogue.moved else None
        made = [made for made in self._of_contract(told, records) if made.path != gone]
        return made, records, not told.lacking

    def _pages_of_rules(self) -> _Made:
        """Return the page of each rule."""
        rules = self.rules
        return [rule_page(scene, rule, rules) for scene in self.scenes for rule in rules], (), True

    def _of_contract(self, told: Story, records: Sequence[Record]) -> Iterator[Page | Asset]:
        """Yield the pages of one contract, and its files for machines."""
        entry = told.entry
        deltas = [self._delta(told, *pair) for pair in told.pairs(NEWEST)]
        for scene in self.scenes:
            page = contract_page(scene, told, records, contract_drawing(scene, entry))
            yield with_contract(scene, page, entry)
            yield changelog_page(scene, told, NEWEST)
            for release in told.releases:
                yield version_page(scene, told, records, release)
            for found in deltas:
                yield diff_page(scene, told, found)
        yield from files_of_contract(self.scenes[0], told, records)

    def _delta(self, told: Story, old: Release, new: Release) -> Delta:
        step = told.steps.get(new.version)
        return step if step and step.old is old else delta(old, new, self.catalogue.judging)

    def of_all(self) -> Iterator[Page | Asset]:
        """Yield the pages and files about all contracts, once those of each are made."""
        for scene in self.scenes:
            yield from self._of_all(scene)
            yield from redirect_assets(scene, self.catalogue.moved)
        yield from self._feeds.assets()
        yield from files_of_all(self.scenes[0], self.rows, self.rules)
        self.catalogue.library.close()
        if self.cache:
            self.cache.close()

    def _of_all(self, scene: Scene) -> Iterator[Page | Asset]:
        """Yield the pages about all contracts, and the files that their scripts load."""
        yield with_all(scene, home(scene, self.rows, self.records))
        for domain, entries in self.catalogue.domains.items():
            yield with_domain(scene, domain_page(scene, domain, entries), domain)
        for key, entries in self.catalogue.owners.items():
            yield owner_page(scene, key, entries)
        for product in self.catalogue.products:
            yield product_page(scene, product)
        yield lineage_page(scene, whole_drawing(scene))
        yield impact_page(scene)
        yield with_all(scene, releases_page(scene, self.records))
        yield with_all(scene, calendar_page(scene, scene.endings))
        yield from self._of_the_board(scene)
        yield rules_page(scene, self.rules)
        yield script_asset("data/graph.js", "graph", graph_file(self.near), scene.language)
        yield from search_files(self.catalogue, scene.language)

    @property
    def rules(self) -> Sequence[Rule]:
        """The catalogue of rules, by number."""
        return self.catalogue.judging.rules

    def _of_the_board(self, scene: Scene) -> Iterator[Page]:
        by_id: dict[str, list[Record]] = {entry.id: [] for entry in self.catalogue.entries}
        for record in self.records:
            by_id[record.ref.contract].append(record)
        scores = {entry.id: score(entry, by_id[entry.id]) for entry in self.catalogue.entries}
        yield scorecard_page(scene, scores)
        found = waivers(self.repository, self.catalogue)
        yield waivers_page(scene, *found, self.records, audits(self.repository))
        yield policy_page(scene)
