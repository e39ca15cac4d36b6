"""What requirements are computed from: what changed, and by what it is judged, as of the base."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from bot.core.approvals.codeowners import CODEOWNERS_FILES, CodeOwners
from bot.core.approvals.people import given, owners_named
from bot.core.approvals.policy import ApprovalPolicy, Binding, Givers
from bot.core.approvals.pull_request import Blobs
from bot.core.approvals.who import Who
from bot.core.contract.model import Contract, DataProduct
from bot.core.finding import Bump, Finding, Weight
from bot.core.records import dataclass
from bot.core.waiver import is_waivers_file


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangedFile:
    """A file that differs, with its path and blob id on either side; a rename has two paths."""

    old: str | None
    new: str | None
    base: str | None
    head: str | None

    @property
    def paths(self) -> tuple[str, ...]:
        """The old path and the new one, each once."""
        return tuple(dict.fromkeys(path for path in (self.old, self.new) if path is not None))


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangedContract:
    """A contract that differs, what the rules say, and the policy that holds for either side.

    `subjects` are those of its changes, such as `field removed` and `field.classification`.
    """

    old: Contract | None
    new: Contract | None
    findings: tuple[Finding, ...]
    subjects: tuple[str, ...]
    required: Bump
    policy: ApprovalPolicy
    policy_after: ApprovalPolicy

    @property
    def id(self) -> str:
        """The contract's id."""
        found = self.old or self.new
        return found.id if found else ""

    @property
    def paths(self) -> tuple[str, ...]:
        """The contract's file on either side."""
        return tuple(dict.fromkeys(found.file for found in (self.old, self.new) if found))

    @property
    def breaking(self) -> bool:
        """Whether a change of it breaks somebody, or may, or the contract goes."""
        return (self.old is not None and self.new is None) or any(
            finding.weight >= Weight.UNSURE for finding in self.findings
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangedProduct:
    """A data product that differs; a side is None where it is not there."""

    old: DataProduct | None
    new: DataProduct | None

    @property
    def paths(self) -> tuple[str, ...]:
        """The product's file on either side."""
        return tuple(dict.fromkeys(found.file for found in (self.old, self.new) if found))


@dataclass(frozen=True, slots=True, kw_only=True)
class Consumer:
    """A contract, data product or other reader that a breaking change reaches.

    `document` is its own at the base; without one, `named` is what the contract that it reads says
    of it. `reads` are the elements that change, by contract and path; `paths` the files of those
    contracts on either side.
    """

    name: str
    what: str
    document: Contract | DataProduct | None
    named: tuple[str, ...] = ()
    reads: tuple[str, ...] = ()
    rules: tuple[str, ...] = ()
    paths: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Scene:
    """What the requirements are computed from.

    `policy` and `codeowners` are those of the base; `consumers` are whom breaking changes reach
    in the lineage of the base. `settings_file` is the policy's path.
    """

    policy: ApprovalPolicy
    settings_file: str
    files: tuple[ChangedFile, ...]
    contracts: tuple[ChangedContract, ...]
    products: tuple[ChangedProduct, ...] = ()
    consumers: tuple[Consumer, ...] = ()
    codeowners: CodeOwners | None = None

    @property
    def governance(self) -> tuple[str, ...]:
        """The changed files that say by what all others are judged."""
        named = {self.settings_file, *CODEOWNERS_FILES}
        return tuple(path for path in self.changed_paths if path in named or is_waivers_file(path))

    @property
    def changed_paths(self) -> tuple[str, ...]:
        """The paths of all changed files, old and new."""
        return tuple(dict.fromkeys(path for file in self.files for path in file.paths))

    def content(self, paths: Iterable[str]) -> Mapping[str, Blobs]:
        """Return the changed ones of some files, and those of governance, as they are now."""
        wanted = {*paths, *self.governance} & set(self.changed_paths)
        base = {file.old: file.base for file in self.files if file.old is not None}
        head = {file.new: file.head for file in self.files if file.new is not None}
        return {path: Blobs(base.get(path), head.get(path)) for path in sorted(wanted)}

    def owned(self, path: str) -> Givers:
        """Return who owns a file after CODEOWNERS."""
        return Givers() if self.codeowners is None else self.codeowners.owners(path)


def owners(
    scene: Scene, document: Contract | DataProduct, policy: ApprovalPolicy, path: str
) -> Who:
    """Return who owns a document: whom it names and the policy; else whom CODEOWNERS names."""
    named = owners_named(document, policy) | given(policy.givers, policy)
    return named or (given(scene.owned(path), policy) | named)


def board(scene: Scene) -> Who:
    """Return who the board is: whom the policy names, else who owns the policy file."""
    named = given(scene.policy.board.givers, scene.policy)
    return named or (given(scene.owned(scene.settings_file), scene.policy) | named)


def bound_to_head(scene: Scene, *, breaking: bool) -> bool:
    """Tell whether an approval of a change holds for the head alone."""
    match scene.policy.bound_to:
        case Binding.HEAD:
            return True
        case Binding.MAJORS:
            return breaking
        case Binding.CONTENT:
            return False
