"""What the steward says about a change or a contract, and how much it weighs."""

from __future__ import annotations

import json
from datetime import date
from enum import IntEnum, StrEnum

from bot.core.errors import Location
from bot.core.records import dataclass, field
from bot.core.waiver import Waiver


class Effect(StrEnum):
    """What a change does to the set of admissible data."""

    TIGHTENS = "tightens"
    LOOSENS = "loosens"
    BOTH = "both"
    UNDETERMINED = "undetermined"
    NONE = "none"


class Plane(StrEnum):
    """What a change touches. Wire and source obey the compatibility mode."""

    WIRE = "wire"
    SOURCE = "source"
    SEMANTIC = "semantic"
    GOVERNANCE = "governance"
    LIFECYCLE = "lifecycle"


class Weight(IntEnum):
    """How much a finding weighs; ordered, so that max() and >= mean what they say.

    BREAKING and UNSURE are said of changes, ERROR and WARNING of contracts and of the process.
    """

    OFF = 0
    NOTE = 1
    WARNING = 2
    UNSURE = 3
    ERROR = 4
    BREAKING = 5

    @property
    def word(self) -> str:
        """The weight as users write and read it."""
        return self.name.lower()


class Confidence(StrEnum):
    """How sure a finding is: a witness shows it, a rule says it, a likeness suggests it."""

    PROVEN = "proven"
    RULE = "rule"
    HEURISTIC = "heuristic"


class Bump(IntEnum):
    """The part of a semantic version that must grow (semver.org, clauses 6 to 8)."""

    NONE = 0
    PATCH = 1
    MINOR = 2
    MAJOR = 3

    @property
    def word(self) -> str:
        """The bump as users write and read it."""
        return self.name.lower()


@dataclass(frozen=True, slots=True)
class Witness:
    """A row of one object, valid under one of the two contracts and not under the other.

    `row` is a JSON value; `valid_under` is "old" or "new"; `violates` says what the other
    contract demands.
    """

    row: object
    valid_under: str
    violates: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Hit:
    """Where a rule struck and what it says. The runner stamps rule, weight and place.

    `before` and `after` replace the change's own values where a rule can say it better;
    `path` and `key` point a lint finding below the element that was handed to the rule. `base` is
    a place in the old file, where a rule on releases knows a better one than that of `key`.
    `contract` is the id of the document, where a rule on all of them knows it; `about` and
    `first_day` are those of a finding.
    """

    message: str
    path: str | None = None
    key: str | None = None
    before: object = None
    after: object = None
    hint: str | None = None
    heuristic: bool = False
    where: Location | None = None
    base: Location | None = None
    contract: str = ""
    about: tuple[str, str] | None = None
    first_day: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """A hit with its rule and its weight: all that a reader or a machine needs.

    `base` and `head` are the places in the old and the new file; `base_line` of a removal is
    the removed element, its `head` the element that enclosed it.
    """

    rule: str
    name: str
    weight: Weight
    effect: Effect
    plane: Plane
    confidence: Confidence
    bump: Bump
    contract: str
    path: str
    message: str
    hint: str
    before: object = None
    after: object = None
    base: Location | None = None
    head: Location | None = None
    witness: Witness | None = None
    release: str | None = None
    """The earlier release that breaks, under a transitive mode."""
    impacted: tuple[str, ...] = field(default=())
    waiver: Waiver | None = None
    """What excuses the finding; it is told, and does not make the answer no."""
    subject: str = ""
    """The change that was judged (see `Change.subject`); empty for what is said of a text."""
    about: tuple[str, str] | None = None
    """The id of the other contract that is meant, and the path in it ("" is all of it)."""
    first_day: date | None = None
    """The day on which this is no fault any more, where it is enough to wait for it."""

    @property
    def fingerprint(self) -> str:
        """A hash of rule, contract, path and values; rewording a message never changes it."""
        from hashlib import sha256  # noqa: PLC0415  # loads OpenSSL, and not every answer asks

        identity = [self.rule, self.contract, self.path, self.before, self.after]
        text = json.dumps(identity, sort_keys=True, ensure_ascii=False, default=str)
        return sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:16]

    @property
    def breaking(self) -> bool:
        """Whether the finding alone makes the answer no: nothing excuses it."""
        return self.weight >= Weight.ERROR and self.waiver is None
