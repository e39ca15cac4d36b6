"""The whole repository as the portal sees it: a frozen value, read from Git at one commit.

Nothing here is shown yet, and nothing here writes. What needs every version of one contract is in
`site_gen.story`, read contract by contract, so that memory does not grow with the history.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from functools import cached_property

from bot.adapters.git import Repository
from bot.adapters.reading import read
from bot.adapters.registry import GitTree, Places
from bot.adapters.settings import read_settings
from bot.core.contract.model import Contract, DataProduct, Team, every_field, step
from bot.core.errors import ErrorCode, Fault, StewardError
from bot.core.history.snapshot import WORKTREE
from bot.core.lineage.graph import Lineage, Node, NodeKind
from bot.core.lineage.index import Index
from bot.core.lineage.weaving import weave
from bot.core.phases import Phase, phase_of
from bot.core.policy.settings import DEFAULT_SETTINGS, SETTINGS_FILE, Settings
from bot.core.review import Judging
from bot.core.rule import Registry
from bot.core.rules import CATALOGUE
from bot.core.versions import parse, release_line
from bot.ports import SourceFile
from site_gen.history import VersionRef, walk
from site_gen.sharing import SharedPlaces
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

    `documents` are those of the newest commit, the one to read first; `gone` tells that there is
    none any more, and `documents` then has the last one that was. `refs` are the versions, the
    highest first.
    """

    id: str
    documents: tuple[Contract, ...]
    refs: tuple[VersionRef, ...]
    gone: bool = False

    @property
    def slug(self) -> str:
        """The folder of the contract's pages."""
        return slug(self.id)

    @property
    def contract(self) -> Contract:
        """The document to read first."""
        return self.documents[0]

    @property
    def title(self) -> str:
        """What people call the contract."""
        return self.contract.name or self.id

    @property
    def ref(self) -> VersionRef | None:
        """The version of the document to read first; None where history does not have it."""
        return next((ref for ref in self.refs if ref.version == self.contract.version), None)

    @property
    def phase(self) -> Phase | None:
        """Where the contract stands in its life."""
        return Phase.RETIRED if self.gone else phase_of(self.contract.status)


@dataclass(frozen=True, kw_only=True)
class Catalogue:
    """Everything that is true at one commit.

    `entries` are sorted by id; `faults` tell of files that could not be read; `lineage` is that
    of the newest documents, and `contents` has an id of each one's content by its file. `moved`
    has the id of today for each that a contract had before.
    """

    commit: str
    time: datetime
    entries: tuple[Entry, ...]
    products: tuple[DataProduct, ...]
    lineage: Lineage
    settings: Settings
    judging: Judging
    places: Places
    contents: Mapping[str, str] = field(default_factory=dict)
    moved: Mapping[str, str] = field(default_factory=dict)
    faults: tuple[Fault, ...] = ()

    @cached_property
    def by_id(self) -> Mapping[str, Entry]:
        """The contracts by their ids."""
        return {entry.id: entry for entry in self.entries}

    @cached_property
    def domains(self) -> Mapping[str, tuple[Entry, ...]]:
        """The contracts of each domain; those without one under an empty name."""
        return _grouped((entry.contract.domain or "", entry) for entry in self.entries)

    @cached_property
    def owners(self) -> Mapping[str, tuple[Entry, ...]]:
        """The contracts of each owner, by the owner's key; those without one are left out."""
        told = ((owner_of(entry.contract), entry) for entry in self.entries)
        return _grouped((owner.key, entry) for owner, entry in told if owner)

    def majors(self, contract_id: str) -> int:
        """Return how many documents of a contract there are."""
        return len(self.by_id[contract_id].documents) if contract_id in self.by_id else 0

    @property
    def registry(self) -> Registry:
        """Every document of the newest commit."""
        documents = tuple(
            found for entry in self.entries if not entry.gone for found in entry.documents
        )
        return Registry(contracts=documents, products=self.products)


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


class Memory:
    """Documents that were read before, by their file and content: for builds that follow."""

    def __init__(self) -> None:
        self._documents: dict[tuple[str, str], Contract | DataProduct] = {}
        self._places = SharedPlaces()

    def read(self, tree: GitTree, file: SourceFile) -> Contract | DataProduct:
        """Return the document in a file. Raises StewardError with every fault."""
        key = (file.path, file.id)
        if not file.id or key not in self._documents:
            self._documents[key] = read(tree.read(file), file.path)
            self._places.share(self._documents[key].node)
        return self._documents[key]

    def keep(self, files: Iterable[SourceFile]) -> None:
        """Forget all but the documents of these files."""
        wanted = {(file.path, file.id) for file in files}
        self._documents = {key: one for key, one in self._documents.items() if key in wanted}


def catalogue(
    repository: Repository,
    revision: str = "HEAD",
    *,
    on_disk: bool = False,
    memory: Memory | None = None,
) -> Catalogue:
    """Return the catalogue of a revision. Raises StewardError where Git cannot be read.

    A file that cannot be read is a fault of the catalogue, and hides no other. `on_disk` takes
    the newest documents from the files on disk, for whoever is editing them.
    """
    settings = policy_at(repository, revision)
    places = Places(settings.contracts)
    found = walk(repository, revision, places, read)
    tree = GitTree(repository, WORKTREE if on_disk else found.commit, places, revision)
    files = tuple(tree.files())
    documents, faults = _documents(tree, files, memory or Memory())
    contracts = tuple(document for document in documents if isinstance(document, Contract))
    products = tuple(document for document in documents if isinstance(document, DataProduct))
    registry = Registry(contracts=contracts, products=products)
    index = Index(registry)
    entries = []
    for name in sorted({*found.versions, *(contract.id for contract in contracts)}):
        refs = sorted(found.versions.get(name, ()), key=_height, reverse=True)
        living = index.versions(name)
        last = living or _last(repository, refs)
        if last:
            entries.append(Entry(id=name, documents=last, refs=tuple(refs), gone=not living))
    return Catalogue(
        commit=found.commit,
        time=found.time,
        entries=tuple(entries),
        products=tuple(sorted(products, key=lambda one: (one.id, one.file))),
        lineage=weave(registry),
        settings=settings,
        judging=Judging(rules=CATALOGUE, settings=settings),
        places=places,
        contents={file.path: file.id for file in files},
        moved=_of_today(found.moved, {contract.id for contract in contracts}),
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


def _documents(
    tree: GitTree, files: Sequence[SourceFile], memory: Memory
) -> tuple[tuple[Contract | DataProduct, ...], tuple[Fault, ...]]:
    documents: list[Contract | DataProduct] = []
    faults: list[Fault] = []
    for file in files:
        try:
            documents.append(memory.read(tree, file))
        except StewardError as error:
            faults.extend(error.faults)
    memory.keep(files)
    return tuple(documents), tuple(faults)


def _last(repository: Repository, refs: Iterable[VersionRef]) -> tuple[Contract, ...]:
    """Return the last readable document of a contract that is gone."""
    for ref in sorted(refs, key=lambda one: one.time, reverse=True):
        try:
            document = read(repository.read(ref.blob), ref.blob.path)
        except StewardError:
            continue
        if isinstance(document, Contract) and document.id == ref.contract:
            return (document,)
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
