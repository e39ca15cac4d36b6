"""The policy of a repository as values, and what of it holds for one contract."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from fnmatch import fnmatchcase

from bot.core.contract.model import Contract
from bot.core.conventions import DEFAULT_CONVENTIONS, Conventions
from bot.core.finding import Weight
from bot.core.mode import FULL, Direction, Mode, read_mode

DEFAULT_PATHS = (
    "contracts",
    "**/*.odcs.yaml",
    "**/*.odcs.yml",
    "**/*.odps.yaml",
    "**/*.odps.yml",
)
"""Where contracts are looked for without a policy: a folder, and the names that tools agree on."""
SETTINGS_FILE = ".github/contract-steward.yml"


@dataclass(frozen=True, slots=True, kw_only=True)
class Scope:
    """Settings for some of the contracts: those of a domain, or those whose path matches."""

    source: str
    domain: str | None = None
    paths: tuple[str, ...] = ()
    compatibility: Mode | None = None
    rules: Mapping[str, Weight] = field(default_factory=dict)

    def covers(self, contract: Contract) -> bool:
        """Tell whether the scope holds for a contract."""
        if self.domain is not None:
            return contract.domain == self.domain
        return any(fnmatchcase(contract.file, pattern) for pattern in self.paths)


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """The whole policy file, defaults applied. `file` is None where the repository has none."""

    file: str | None = None
    contracts: tuple[str, ...] = DEFAULT_PATHS
    compatibility: Mode = FULL
    compatibility_set: bool = False
    conventions: Conventions = DEFAULT_CONVENTIONS
    rules: Mapping[str, Weight] = field(default_factory=dict)
    scopes: tuple[Scope, ...] = ()


DEFAULT_SETTINGS = Settings()


@dataclass(frozen=True, slots=True, kw_only=True)
class Effective:
    """What holds for one contract, each with the place that says so."""

    compatibility: Mode
    compatibility_source: str
    weights: Mapping[str, Weight]
    weight_sources: Mapping[str, str]
    ignored: str | None = None
    """A compatibility mode that the contract asked for and that would loosen the policy."""


def effective(settings: Settings, contract: Contract) -> Effective:
    """Return the settings that hold for a contract: general, domain, path, then its own.

    A later scope wins over an earlier one. The contract itself may only tighten: its mode is
    joined with the policy's, never put in its place.
    """
    mode = settings.compatibility
    source = settings.file if settings.file and settings.compatibility_set else "default"
    weights = dict(settings.rules)
    sources = dict.fromkeys(weights, settings.file or "default")
    for scope in settings.scopes:
        if scope.covers(contract):
            if scope.compatibility is not None:
                mode, source = scope.compatibility, scope.source
            weights.update(scope.rules)
            sources.update(dict.fromkeys(scope.rules, scope.source))
    own = own_mode(contract)
    ignored = None
    if own is not None:
        joined = join(mode, own)
        if joined != mode:
            mode, source = joined, f"customProperties of {contract.file}"
        if joined != own:
            ignored = str(own)
    return Effective(
        compatibility=mode,
        compatibility_source=source or "default",
        weights=weights,
        weight_sources=sources,
        ignored=ignored,
    )


def own_mode(contract: Contract) -> Mode | None:
    """Return the mode that the contract asks for in customProperty `compatibilityMode`."""
    for custom in contract.custom_properties:
        if custom.property == "compatibilityMode" and isinstance(custom.value, str):
            return read_mode(custom.value)
    return None


def join(first: Mode, second: Mode) -> Mode:
    """Return the loosest mode that is at least as tight as both."""
    directions = {first.direction, second.direction} - {Direction.NONE}
    direction = Direction.FULL if len(directions) > 1 else next(iter(directions), Direction.NONE)
    transitive = first.transitive or second.transitive
    return Mode(direction, transitive and direction is not Direction.NONE)
