"""The policy of a repository as values, and what of it holds for one contract."""

from __future__ import annotations

from collections.abc import Mapping
from fnmatch import fnmatchcase

from bot.core.approvals.policy import DEFAULT_APPROVALS, ApprovalPolicy, ApprovalScope
from bot.core.contract.model import Contract
from bot.core.conventions import DEFAULT_CONVENTIONS, Conventions
from bot.core.finding import Weight
from bot.core.mode import FULL, Mode
from bot.core.policy.window import DEFAULT_WINDOW, Window
from bot.core.policy.wishes import (
    MODE,
    WINDOW_DAYS,
    WINDOW_RELEASES,
    Refusal,
    Wish,
    join,
    wishes,
)
from bot.core.records import dataclass, field

DEFAULT_PATHS = (
    "contracts",
    "**/*.odcs.yaml",
    "**/*.odcs.yml",
    "**/*.odps.yaml",
    "**/*.odps.yml",
)
"""Where contracts are looked for without a policy: a folder, and the names that tools agree on."""
SETTINGS_FILE = ".github/contract-steward.yml"
DEFAULT_SOURCE = "default"

COMPATIBILITY = "compatibility"
DAYS = "deprecation.window"
RELEASES = "deprecation.releases"


@dataclass(frozen=True, slots=True, kw_only=True)
class Scope:
    """Settings for some of the contracts: those of a domain, or those whose path matches.

    None is what the scope does not say. `sources` has the place of each setting that it says,
    by names such as `deprecation.window` and `rules.field-removed`.
    """

    source: str
    domain: str | None = None
    paths: tuple[str, ...] = ()
    compatibility: Mode | None = None
    days: int | None = None
    releases: int | None = None
    approvals: ApprovalScope = ApprovalScope()
    rules: Mapping[str, Weight] = field(default_factory=dict)
    sources: Mapping[str, str] = field(default_factory=dict)

    @property
    def name(self) -> str:
        """What the policy calls it, such as `domains.sales`."""
        return f"paths.{self.paths[0]}" if self.domain is None else f"domains.{self.domain}"

    def covers(self, contract: Contract) -> bool:
        """Tell whether the scope holds for a contract."""
        if self.domain is not None:
            return contract.domain == self.domain
        return any(fnmatchcase(contract.file, pattern) for pattern in self.paths)


@dataclass(frozen=True, slots=True, kw_only=True)
class WaiverLimits:
    """What the policy says of waivers: how long one may last, and what none may cover.

    `never` has names of rules.
    """

    max_days: int = 180
    never: frozenset[str] = frozenset()


DEFAULT_LIMITS = WaiverLimits()


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """The whole policy file, defaults applied. `file` is None where the repository has none.

    `approvals` has the board, the roster of teams and the identities too. `sources` has the place
    of each setting that the file says, by its dotted name.
    """

    file: str | None = None
    contracts: tuple[str, ...] = DEFAULT_PATHS
    compatibility: Mode = FULL
    window: Window = DEFAULT_WINDOW
    conventions: Conventions = DEFAULT_CONVENTIONS
    rules: Mapping[str, Weight] = field(default_factory=dict)
    scopes: tuple[Scope, ...] = ()
    approvals: ApprovalPolicy = DEFAULT_APPROVALS
    waivers: WaiverLimits = DEFAULT_LIMITS
    sources: Mapping[str, str] = field(default_factory=dict)

    def source(self, name: str) -> str:
        """Return the place that says a setting, `default` where none does."""
        return self.sources.get(name, DEFAULT_SOURCE)


DEFAULT_SETTINGS = Settings()


@dataclass(frozen=True, slots=True, kw_only=True)
class Effective:
    """What holds for one contract; `sources` has the place that says each of it.

    `refused` has what the contract asks for and does not get, since it would loosen the policy.
    """

    compatibility: Mode
    window: Window
    approvals: ApprovalPolicy
    weights: Mapping[str, Weight]
    sources: Mapping[str, str]
    refused: tuple[Refusal, ...] = ()

    def source(self, name: str) -> str:
        """Return the place that says a setting, `default` where none does."""
        return self.sources.get(name, DEFAULT_SOURCE)


@dataclass(slots=True)
class _Holding:
    """The settings that hold so far, while one scope after the other is laid over them."""

    mode: Mode
    days: int
    releases: int
    approvals: ApprovalPolicy
    weights: dict[str, Weight]
    sources: dict[str, str]
    refused: list[Refusal] = field(default_factory=list)

    def lay(self, scope: Scope) -> None:
        """Put what a scope says in the place of what held."""
        self.mode = scope.compatibility or self.mode
        self.days = self.days if scope.days is None else scope.days
        self.releases = self.releases if scope.releases is None else scope.releases
        self.approvals = self.approvals.scoped(scope.approvals)
        self.weights |= scope.rules
        self.sources |= scope.sources

    def grant(self, wish: Wish) -> None:
        """Join what a contract asks for with what holds, and keep in mind where it differs."""
        held, holds = self._joined(wish)
        name = _SETTINGS[wish.property]
        if holds != wish.value:
            source = self.sources.get(name, DEFAULT_SOURCE)
            self.refused.append(Refusal(wish, holds, source))
        if holds != held:
            self.sources[name] = f"customProperties of {wish.place}"

    def _joined(self, wish: Wish) -> tuple[Mode | int, Mode | int]:
        """Return what held and what holds now."""
        if isinstance(wish.value, Mode):
            mode, self.mode = self.mode, join(self.mode, wish.value)
            return mode, self.mode
        if wish.property == WINDOW_DAYS:
            days, self.days = self.days, max(self.days, wish.value)
            return days, self.days
        releases, self.releases = self.releases, max(self.releases, wish.value)
        return releases, self.releases


_SETTINGS = {MODE: COMPATIBILITY, WINDOW_DAYS: DAYS, WINDOW_RELEASES: RELEASES}


def effective(settings: Settings, contract: Contract) -> Effective:
    """Return the settings that hold for a contract: general, domain, path, then its own.

    A later scope wins over an earlier one. The contract itself may only tighten: what it asks
    for is joined with the policy, never put in its place.
    """
    holding = _Holding(
        mode=settings.compatibility,
        days=settings.window.days,
        releases=settings.window.releases,
        approvals=settings.approvals,
        weights=dict(settings.rules),
        sources=dict(settings.sources),
    )
    for scope in settings.scopes:
        if scope.covers(contract):
            holding.lay(scope)
    for wish in wishes(contract):
        holding.grant(wish)
    return Effective(
        compatibility=holding.mode,
        window=Window(holding.days, holding.releases),
        approvals=holding.approvals,
        weights=holding.weights,
        sources=holding.sources,
        refused=tuple(holding.refused),
    )
