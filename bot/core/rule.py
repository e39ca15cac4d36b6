"""The shape of a rule. Everything that docs, command line and tests need is in the value."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from enum import StrEnum

from bot.core.contract.model import Contract, DataProduct, Element, Field, Options, SchemaObject
from bot.core.contract.references import Resolver
from bot.core.conventions import DEFAULT_CONVENTIONS, Conventions
from bot.core.deprecation.evidence import NO_EVIDENCE, Evidence, Unproven
from bot.core.diff.changes import Change
from bot.core.errors import Fault, Location
from bot.core.finding import Bump, Effect, Hit, Plane, Weight
from bot.core.mode import Direction, weigh
from bot.core.places import locate
from bot.core.policy.settings import DEFAULT_SETTINGS, Effective, Settings
from bot.core.policy.step import PolicyStep
from bot.core.policy.waivers import Use
from bot.core.records import dataclass, field
from bot.core.types.servers import dialect_of


class Protects(StrEnum):
    """Who is hurt when the rule strikes."""

    READERS = "readers"
    WRITERS = "writers"
    BOTH = "readers and writers"
    EVERYONE = "everyone who relies on the contract"


def protected(effect: Effect) -> Protects:
    """Return whom a change of this effect hurts, and so whom a rule against it protects."""
    match effect:
        case Effect.TIGHTENS:
            return Protects.WRITERS
        case Effect.LOOSENS:
            return Protects.READERS
        case Effect.BOTH | Effect.UNDETERMINED:
            return Protects.BOTH
        case Effect.NONE:
            return Protects.EVERYONE


@dataclass(frozen=True, slots=True, kw_only=True)
class Pair:
    """The two contracts whose difference is judged, and what helps to read them."""

    old: Contract
    new: Contract
    conventions: Conventions = DEFAULT_CONVENTIONS

    @property
    def old_dialect(self) -> str | None:
        """The SQL dialect of the old contract's servers, None where they name none or several."""
        return dialect(self.old)

    @property
    def dialect(self) -> str | None:
        """The SQL dialect of the new contract's servers, None where they name none or several."""
        return dialect(self.new)


def dialect(contract: Contract) -> str | None:
    """Return the one SQL dialect that the contract's servers speak, in sqlglot's words."""
    spoken = {dialect_of(server.type) for server in contract.servers} - {None}
    return next(iter(spoken)) if len(spoken) == 1 else None


@dataclass(frozen=True, slots=True, kw_only=True)
class Site:
    """Where a lint rule stands: the contract, the element's path, and what encloses it.

    `resolver` finds what a reference into the contract means. `policy` is what holds for it, None
    where a rule does not ask.
    """

    contract: Contract
    path: str
    resolver: Resolver
    policy: Effective | None = None
    object: SchemaObject | None = None
    parent: Field | SchemaObject | None = None
    conventions: Conventions = DEFAULT_CONVENTIONS

    def place(self, element: Element | Options, key: str | None = None) -> Location:
        """Return the place of an element of the contract, or of one of its keys."""
        return locate(self.contract.file, element.node, key)


@dataclass(frozen=True, slots=True, kw_only=True)
class Registry:
    """Every document of the repository that could be read.

    `derived` keeps what one rule works out and another needs too, such as the lineage. `settings`
    is the repository's policy, `unowned` what is wrong with the lines of CODEOWNERS.
    """

    contracts: tuple[Contract, ...]
    products: tuple[DataProduct, ...] = ()
    settings: Settings = DEFAULT_SETTINGS
    unowned: tuple[Fault, ...] = ()
    derived: dict[str, object] = field(default_factory=dict, compare=False, repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Release:
    """A new state of a contract against its last one: what version rules judge.

    `old` is None for a contract that is new, `new` for one that is gone; `required` is the bump
    that the findings on the change demand; `published` has the versions released before with the
    hash of their content, empty where that is not known, None where no version is. `evidence` is
    what history proves about what goes. `before` says why nobody can read what a contract without
    an old state said before.
    """

    old: Contract | None
    new: Contract | None
    required: Bump
    changed: bool
    published: Mapping[str, str] | None = None
    evidence: Evidence = NO_EVIDENCE
    before: Unproven | None = None


@dataclass(frozen=True, slots=True)
class OnChange:
    """Judges each change of these subjects (see `Change.subject`)."""

    subjects: tuple[str, ...]
    run: Callable[[Change, Pair], Iterable[Hit]]


@dataclass(frozen=True, slots=True)
class OnElement:
    """Judges each element of these kinds in one contract."""

    kinds: tuple[type[Element], ...]
    run: Callable[[Element, Site], Iterable[Hit]]


@dataclass(frozen=True, slots=True)
class OnRegistry:
    """Judges all contracts together. Its hits name their place themselves (`Hit.where`)."""

    run: Callable[[Registry], Iterable[Hit]]


@dataclass(frozen=True, slots=True)
class OnRelease:
    """Judges the step from one state of a contract to the next, after the changes are judged."""

    run: Callable[[Release], Iterable[Hit]]


@dataclass(frozen=True, slots=True)
class OnPolicy:
    """Judges a change of the policy itself. Its hits name their place themselves (`Hit.where`)."""

    run: Callable[[PolicyStep], Iterable[Hit]]


@dataclass(frozen=True, slots=True)
class OnWaiver:
    """Judges each waiver of a contract, once it is known what it covers."""

    run: Callable[[Use], Iterable[Hit]]


Judge = OnChange | OnElement | OnRegistry | OnRelease | OnPolicy | OnWaiver


@dataclass(frozen=True, slots=True, kw_only=True)
class Chapter:
    """What the default branch said from a day (`2026-01-31`) on; `tagged` if it was released."""

    day: str
    text: str
    tagged: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Example:
    """Contract texts, and the paths at which the rule strikes (none: the good way).

    A text is the part of a contract that matters; `bot.core.rule.whole` adds the head. For lint
    rules `old` is empty; for rules on the registry `new` has documents separated by `---`. For
    rules on releases an empty text is a contract that is not there. A document that begins with
    the comment `# .github/contract-steward.yml` is the policy, one with `# .github/CODEOWNERS` is
    that file, one that begins with `# example.waivers.yaml` has the waivers of the contract.

    `history` is the default branch up to the old text, oldest first, and `today` the day on which
    it is judged, under the default window; `shallow` says that the clone begins with the history,
    `readers` who still reads the contract.
    """

    title: str
    new: str
    old: str = ""
    strikes: tuple[str, ...] = ()
    history: tuple[Chapter, ...] = ()
    today: str = ""
    shallow: bool = False
    readers: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """One rule of the catalogue.

    `weight` None: the effect and the compatibility mode decide. `certain` False: the break may
    happen but need not, so it weighs UNSURE. `bump` is what the change demands where it does
    not break. `mirror` names the rule for the opposite change, or `no_mirror` says why none.
    """

    id: str
    name: str
    plane: Plane
    effect: Effect = Effect.NONE
    weight: Weight | None = None
    certain: bool = True
    bump: Bump = Bump.MINOR
    since: str = "0.1.0"
    summary: str
    why: str
    instead: str
    examples: tuple[Example, ...]
    judge: Judge
    mirror: str | None = None
    no_mirror: str | None = None
    aliases: tuple[str, ...] = field(default=())

    @property
    def family(self) -> str:
        """The family that the rule's number tells."""
        return FAMILIES[self.id[:3]]

    @property
    def protects(self) -> Protects:
        """Whom the rule protects, told by its effect."""
        return protected(self.effect)

    def weighs(self, direction: Direction) -> Weight:
        """Return the rule's weight under a compatibility mode's direction."""
        if self.weight is not None:
            return self.weight
        return weigh(self.effect, direction, certain=self.certain)


FAMILIES: Mapping[str, str] = {
    "DC0": "lint",
    "DC1": "structure",
    "DC2": "identity",
    "DC3": "types",
    "DC4": "constraints",
    "DC5": "values",
    "DC6": "keys",
    "DC7": "quality",
    "DC8": "governance",
    "DC9": "lifecycle",
}

_HEAD = {
    "apiVersion": "v3.2.0",
    "kind": "DataContract",
    "id": "example",
    "version": "1.0.0",
    "status": "active",
}


def whole(text: str) -> str:
    """Return an example's text as a whole contract: the head's keys added where it has none."""
    own = {line.split(":", 1)[0] for line in text.splitlines() if line[:1].isalpha()}
    return "".join(f"{key}: {value}\n" for key, value in _HEAD.items() if key not in own) + text
