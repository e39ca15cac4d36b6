"""The whole repository as the portal sees it: a frozen value, read from Git at one commit.

Nothing here is shown yet, and nothing here writes. What needs every version of one contract is in
`site_gen.story`, read contract by contract, so that memory does not grow with the history.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from functools import cached_property, partial

from bot.adapters.git import Repository
from bot.adapters.registry import GitTree, Places
from bot.adapters.settings import read_settings
from bot.core.contract.model import Contract, DataProduct, Team, every_field, step
from bot.core.errors import ErrorCode, Fault, StewardError
from bot.core.history.snapshot import WORKTREE
from bot.core.lineage.graph import Lineage, Node, NodeKind
from bot.core.lineage.index import Index
from bot.core.phases import Phase, phase_of
from bot.core.policy.settings import DEFAULT_SETTINGS, SETTINGS_FILE, Settings
from bot.core.review import Judging
from bot.core.rule import Registry
from bot.core.rules import CATALOGUE
from bot.core.versions import parse, release_line
from site_gen.brief import Brief, ProductBrief
from site_gen.hearing import lineage_of
from site_gen.history import VersionRef, walk
from site_gen.library import Library
from site_gen.slugs import slug


@dataclass(frozen=True, slots=True, kw_only=True)
class Owner:
    """A team, or where no team is named the first person who owns something."""

    key: str
    team: Team

    @property
    def slug(self) -> str:
        """The folder of the owner's page."""
        return slug(self.key)


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One contract id with all its versions.

    `briefs` are its documents at the newest commit, the one to read first at the beginning; `gone`
    tells that there is none any more, and `briefs` then has the last one that was. `refs` are the
    versions, the highest first.
    """

    id: str
    briefs: tuple[Brief, ...]
    refs: tuple[VersionRef, ...]
    gone: bool = False

    @property
    def slug(self) -> str:
        """The folder of the contract's pages."""
        return slug(self.id)

    @property
    def heads(self) -> tuple[Contract, ...]:
        """The documents without their fields."""
        return tuple(brief.head for brief in self.briefs)

    @property
    def head(self) -> Contract:
        """The document to read first, without its fields."""
        return self.briefs[0].head

    @property
    def brief(self) -> Brief:
        """The document to read first, in brief."""
        return self.briefs[0]

    @property
    def title(self) -> str:
        """What people call the contract."""
        return self.head.name or self.id

    @property
    def ref(self) -> VersionRef | None:
        """The version of the document to read first; None where history does not have it."""
        return next((ref for ref in self.refs if ref.version == self.head.version), None)

    @property
    def phase(self) -> Phase | None:
        """Where the contract stands in its life."""
        return Phase.RETIRED if self.gone else phase_of(self.head.status)


@dataclass(frozen=True, kw_only=True)
class Catalogue:
    """Everything that is true at one commit.

    `entries` are sorted by id; `faults` tell of files that could not be read; `lineage` is that
    of the newest documents, which are in the `library`. `moved` has the id of today for each that
    a contract had before.
    """

    commit: str
    time: datetime
    entries: tuple[Entry, ...]
    products: tuple[DataProduct, ...]
    lineage: Lineage
    settings: Settings
    judging: Judging
    places: Places
    library: Library
    moved: Mapping[str, str] = field(default_factory=dict)
    faults: tuple[Fault, ...] = ()

    @cached_property
    def by_id(self) -> Mapping[str, Entry]:
        """The contracts by their ids."""
        return {entry.id: entry for entry in self.entries}

    @cached_property
    def domains(self) -> Mapping[str, tuple[Entry, ...]]:
        """The contracts of each domain; those without one under an empty name."""
        return _grouped((entry.head.domain or "", entry) for entry in self.entries)

    @cached_property
    def owners(self) -> Mapping[str, tuple[Entry, ...]]:
        """The contracts of each owner, by the owner's key; those without one are left out."""
        told = ((owner_of(entry.head), entry) for entry in self.entries)
        return _grouped((owner.key, entry) for owner, entry in told if owner)

    def majors(self, contract_id: str) -> int:
        """Return how many documents of a contract there are."""
        return len(self.by_id[contract_id].briefs) if contract_id in self.by_id else 0


def owner_of(document: Contract | DataProduct) -> Owner | None:
    """Return who answers for a document: its team, else the first person who owns it."""
    team = document.team
    if team is None:
        return None
    if team.name:
        return Owner(key=team.name, team=team)
    people = sorted(team.members, key=lambda one: "owner" not in (one.role or "").lower())
    return Owner(key=people[0].username, team=team) if people else None


def node_of(contract: Contract) -> Node:
    """Return the contract's node in the lineage."""
    return Node(NodeKind.CONTRACT, contract.id, "", release_line(contract.version))


def field_paths(contract: Contract) -> tuple[str, ...]:
    """Return the path of every object and field, parents first."""
    found = []
    for obj in contract.schema:
        top = step(obj.name)
        found += [top, *(path for path, _ in every_field(obj, top))]
    return tuple(dict.fromkeys(found))


def policy_at(repository: Repository, commit: str) -> Settings:
    """Return the policy of a commit; the defaults where it has none."""
    try:
        data = repository.file_at(commit, SETTINGS_FILE)
    except StewardError as error:
        if error.faults[0].code is ErrorCode.NO_SUCH_PATH:
            return DEFAULT_SETTINGS
        raise
    names = {name: rule.name for rule in CATALOGUE for name in (rule.id, rule.name, *rule.aliases)}
    return read_settings(data, SETTINGS_FILE, names)


def catalogue(
    repository: Repository,
    revision: str = "HEAD",
    *,
    on_disk: bool = False,
    library: Library | None = None,
) -> Catalogue:
    """Return the catalogue of a revision. Raises StewardError where Git cannot be read.

    A file that cannot be read is a fault of the catalogue, and hides no other. `on_disk` takes
    the newest documents from the files on disk, for whoever is editing them.
    """
    library = library or Library()
    settings = policy_at(repository, revision)
    places = Places(settings.contracts)
    found = walk(repository, revision, places, library.identities)
    tree = GitTree(repository, WORKTREE if on_disk else found.commit, places, revision)
    briefs, faults = _briefs(tree, library)
    contracts = {file: one for file, one in briefs.items() if isinstance(one, Brief)}
    products = [one.head for one in briefs.values() if isinstance(one, ProductBrief)]
    index = Index(Registry(contracts=tuple(one.head for one in contracts.values())))
    entries = []
    for name in sorted({*found.versions, *(one.head.id for one in contracts.values())}):
        refs = sorted(found.versions.get(name, ()), key=_height, reverse=True)
        living = tuple(contracts[head.file] for head in index.versions(name))
        last = living or _last(repository, refs, library)
        if last:
            entries.append(Entry(id=name, briefs=last, refs=tuple(refs), gone=not living))
    return Catalogue(
        commit=found.commit,
        time=found.time,
        entries=tuple(entries),
        products=tuple(sorted(products, key=lambda one: (one.id, one.file))),
        lineage=lineage_of(briefs, library),
        settings=settings,
        judging=Judging(rules=CATALOGUE, settings=settings),
        places=places,
        library=library,
        moved=_of_today(found.moved, {one.head.id for one in contracts.values()}),
        faults=faults,
    )


def _of_today(moved: Mapping[str, str], living: Collection[str]) -> Mapping[str, str]:
    """Return the id of today for each id that no file has any more."""
    found = {}
    for old in moved.keys() - set(living):
        new, seen = moved[old], {old}
        while new in moved and new not in living and new not in seen:
            seen.add(new)
            new = moved[new]
        if new in living:
            found[old] = new
    return dict(sorted(found.items()))


def _briefs(
    tree: GitTree, library: Library
) -> tuple[dict[str, Brief | ProductBrief], tuple[Fault, ...]]:
    found: dict[str, Brief | ProductBrief] = {}
    faults: list[Fault] = []
    for file in tree.files():
        try:
            found[file.path] = library.brief(file.path, file.id, partial(tree.read, file))
        except StewardError as error:
            faults.extend(error.faults)
    return found, tuple(faults)


def _last(
    repository: Repository, refs: Iterable[VersionRef], library: Library
) -> tuple[Brief, ...]:
    """Return the last readable document of a contract that is gone."""
    for ref in sorted(refs, key=lambda one: one.time, reverse=True):
        blob = ref.blob
        try:
            found = library.brief(blob.path, blob.id, partial(repository.read, blob))
        except StewardError:
            continue
        if isinstance(found, Brief) and found.head.id == ref.contract:
            return (found,)
    return ()


def _height(ref: VersionRef) -> tuple[object, ...]:
    version = parse(ref.version)
    if version is None:
        return (0, ref.first, ref.version)
    # Strings compare otherwise than numbers: the release part decides, then what is a pre-release.
    release = (version.major, version.minor, version.patch)
    return (1, release, version.prerelease is None, ref.first, ref.version)


def _grouped(pairs: Iterable[tuple[str, Entry]]) -> Mapping[str, tuple[Entry, ...]]:
    found: defaultdict[str, list[Entry]] = defaultdict(list)
    for key, entry in pairs:
        found[key].append(entry)
    return {key: tuple(entries) for key, entries in sorted(found.items())}
