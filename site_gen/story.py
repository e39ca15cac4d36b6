"""One contract through all its versions: what each is, and what it changed.

A story is read when its pages are made and let go afterwards; only its `Record`s stay.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from itertools import pairwise

from markupsafe import Markup

from bot.adapters.git import Repository
from bot.adapters.reading import read
from bot.core.check import compare, required_bump
from bot.core.contract.model import Contract, Field
from bot.core.errors import StewardError
from bot.core.finding import Bump, Finding, Weight
from bot.core.review import Fact, Judging, blocks, facts
from bot.core.versions import honest
from site_gen.catalogue import Catalogue, Entry, field_paths
from site_gen.history import VersionRef


@dataclass(frozen=True, slots=True, kw_only=True)
class Release:
    """A version with its document and the text of its file."""

    ref: VersionRef
    contract: Contract
    text: str

    @property
    def version(self) -> str:
        """The version as written."""
        return self.ref.version


@dataclass(frozen=True, slots=True, kw_only=True)
class Delta:
    """What differs between two versions, as facts and as findings, under the older one's policy.

    `required` is the bump that the changes need; `mode` is what they are judged under.
    """

    old: Release
    new: Release
    facts: tuple[Fact, ...]
    findings: tuple[Finding, ...]
    required: Bump
    mode: str

    @property
    def breaking(self) -> tuple[Finding, ...]:
        """The findings that break somebody."""
        return tuple(found for found in self.findings if found.weight is Weight.BREAKING)

    @property
    def compatible(self) -> bool:
        """Whether the newer version keeps what the mode promises."""
        return not any(blocks(finding) for finding in self.findings)


@dataclass(frozen=True, slots=True, kw_only=True)
class Record:
    """What stays of a version once its contract's pages are made.

    `before` is the version that it is compared with, None for the first; `breaking` has the
    messages of the findings that break. `kept` of `removed` removals kept the window.
    """

    ref: VersionRef
    title: str
    slug: str
    status: str | None
    before: str | None
    changes: int
    breaking: tuple[str, ...]
    required: Bump
    kept: int = 0
    removed: int = 0


@dataclass(frozen=True, kw_only=True)
class Story:
    """The releases of a contract that can be read, the highest first.

    `documents` are those of the newest commit, whole, in the order of `Entry.briefs`; `lacking`
    tells that Git misses a version, which may be there another time. `rows` keeps what was made of
    fields, by language and path, for versions that share them.
    """

    entry: Entry
    documents: tuple[Contract, ...]
    releases: tuple[Release, ...]
    judging: Judging
    lacking: bool
    rows: dict[tuple[str, str], tuple[Field, Markup]] = field(
        default_factory=dict, compare=False, repr=False
    )

    @property
    def contract(self) -> Contract:
        """The document to read first."""
        return self.documents[0]

    @cached_property
    def steps(self) -> Mapping[str, Delta]:
        """What each version changed against the one below it, by version."""
        return {new.version: delta(old, new, self.judging) for new, old in pairwise(self.releases)}

    @cached_property
    def since(self) -> Mapping[str, str]:
        """The version in which each path of the newest document came, and from which it stayed."""
        told: dict[str, str] = {}
        for release in reversed(self.releases):
            paths = field_paths(release.contract)
            told = {path: told.get(path, release.version) for path in paths}
            if release.version == self.entry.head.version:
                break
        return told

    def release(self, version: str) -> Release | None:
        """Return the release of a version."""
        return next((one for one in self.releases if one.version == version), None)

    def pairs(self, newest: int) -> Iterator[tuple[Release, Release]]:
        """Yield (old, new): each two of the newest versions, and each two that are neighbours."""
        for index, new in enumerate(self.releases):
            for place, old in enumerate(self.releases[index + 1 :], index + 1):
                if place < newest or place == index + 1:
                    yield old, new

    def records(self) -> tuple[Record, ...]:
        """Return what stays of each version."""
        found = []
        for release in self.releases:
            step = self.steps.get(release.version)
            found.append(
                Record(
                    ref=release.ref,
                    title=release.contract.name or release.contract.id,
                    slug=self.entry.slug,
                    status=release.contract.status,
                    before=step.old.version if step else None,
                    changes=len(step.facts) if step else 0,
                    breaking=tuple(one.message for one in step.breaking) if step else (),
                    required=step.required if step else Bump.NONE,
                )
            )
        return tuple(found)


def story(repository: Repository, catalogue: Catalogue, entry: Entry) -> Story:
    """Return the story of a contract. A version that cannot be read is passed over."""
    documents = tuple(map(catalogue.library.contract, entry.briefs))
    current = {document.version: document for document in documents}
    releases: list[Release] = []
    lacking = False
    for ref in entry.refs:
        try:
            data = repository.read(ref.blob)
        except StewardError:
            lacking = True
            continue
        document = current.get(ref.version)
        if document is None or document.file != ref.blob.path:
            document = _contract(data, ref.blob.path)
        if document is not None and document.id == entry.id and document.version == ref.version:
            text = data.decode("utf-8", "replace").removeprefix("\ufeff")
            releases.append(Release(ref=ref, contract=document, text=text))
    return Story(
        entry=entry,
        documents=documents,
        releases=tuple(releases),
        judging=catalogue.judging,
        lacking=lacking,
    )


def _contract(data: bytes, path: str) -> Contract | None:
    """Return the contract in a file; None where it has none, or cannot be read."""
    try:
        found = read(data, path)
    except StewardError:
        return None
    return found if isinstance(found, Contract) else None


def delta(old: Release, new: Release, judging: Judging) -> Delta:
    """Return what differs between two releases."""
    ruleset, mode = judging.ruleset(old.contract)
    findings = compare(old.contract, new.contract, ruleset)
    return Delta(
        old=old,
        new=new,
        facts=facts(old.contract, new.contract),
        findings=findings,
        required=honest(required_bump(findings), old.contract),
        mode=str(mode),
    )


def newest_first(records: Sequence[Record]) -> tuple[Record, ...]:
    """Return the records by the day of their release, the newest first."""
    return tuple(
        sorted(records, key=lambda one: (one.ref.first, one.ref.contract, one.ref.version))
    )[::-1]
