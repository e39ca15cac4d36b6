"""Says what a policy holds, setting by setting, each with the place that says it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from bot.core.approvals.policy import (
    AllOf,
    AnyOf,
    ApprovalPolicy,
    ApprovalScope,
    Ask,
    Combination,
    ExtraRule,
    Givers,
    Named,
    When,
)
from bot.core.contract.model import Contract
from bot.core.finding import Bump, Weight
from bot.core.policy.settings import (
    COMPATIBILITY,
    DAYS,
    RELEASES,
    Effective,
    Scope,
    Settings,
    effective,
)
from bot.core.records import dataclass

REFUSED = "refused"


@dataclass(frozen=True, slots=True)
class Row:
    """A setting by its dotted name, its value as JSON has it, and where it is said."""

    setting: str
    value: object
    source: str


def policy_rows(settings: Settings) -> Iterator[Row]:
    """Yield every setting of a policy, defaults included, then what domains and paths say."""
    held: dict[str, object] = {
        "contracts": list(settings.contracts),
        COMPATIBILITY: str(settings.compatibility),
        DAYS: settings.window.days,
        RELEASES: settings.window.releases,
    }
    yield from _rows(held | _common(settings, settings.approvals), settings.sources)
    yield from _rows(_weights(settings.rules), settings.sources)
    for scope in settings.scopes:
        for row in _rows(_of_scope(scope), scope.sources):
            yield Row(f"{scope.name}.{row.setting}", row.value, row.source)


def contract_rows(settings: Settings, contract: Contract) -> Iterator[Row]:
    """Yield every setting as it holds for one contract, then what it asked for in vain."""
    own = effective(settings, contract)
    held: dict[str, object] = {
        "contracts": list(settings.contracts),
        COMPATIBILITY: str(own.compatibility),
        DAYS: own.window.days,
        RELEASES: own.window.releases,
        "owners": _names(own.approvals.givers),
    }
    yield from _rows(held | _common(settings, own.approvals) | _weights(own.weights), own.sources)
    yield from _refused(own)


def _refused(own: Effective) -> Iterator[Row]:
    for refusal in own.refused:
        wish = refusal.wish
        value = wish.value if isinstance(wish.value, int) else str(wish.value)
        yield Row(f"{REFUSED}.{wish.property}", value, f"customProperties of {wish.place}")


def _rows(held: Mapping[str, object], sources: Mapping[str, str]) -> Iterator[Row]:
    for name, value in held.items():
        yield Row(name, value, sources.get(name, "default"))


def _common(settings: Settings, approvals: ApprovalPolicy) -> dict[str, object]:
    """Return what a contract cannot change."""
    return {
        **_of_approvals(approvals),
        "waivers.maxDays": settings.waivers.max_days,
        "waivers.never": sorted(settings.waivers.never),
        "conventions.mustBeBetween": (
            "inclusive" if settings.conventions.between_inclusive else "exclusive"
        ),
        "conventions.classifications": [rung[0] for rung in settings.conventions.sensitivity],
    }


def _weights(rules: Mapping[str, Weight]) -> dict[str, object]:
    return {f"rules.{name}": weight.word for name, weight in rules.items()}


def _of_scope(scope: Scope) -> dict[str, object]:
    said: ApprovalScope = scope.approvals
    held: dict[str, object] = {
        COMPATIBILITY: str(scope.compatibility) if scope.compatibility else None,
        DAYS: scope.days,
        RELEASES: scope.releases,
        "owners": None if said.givers is None else _names(said.givers),
        "approvals.owners": said.owners,
        "approvals.consumers": said.consumers,
        **_weights(scope.rules),
    }
    return {name: value for name, value in held.items() if value is not None}


def _of_approvals(policy: ApprovalPolicy) -> dict[str, object]:
    return {
        "approvals.owners": policy.owners,
        "approvals.consumers": policy.consumers,
        "approvals.board.count": policy.board.count,
        "approvals.board.for": sorted(map(str, policy.board.matters)),
        "approvals.severalRoles": policy.several_roles,
        "approvals.author": policy.author,
        "approvals.contributors": policy.contributors,
        "approvals.ignoreUpdateMerges": policy.ignore_update_merges,
        "approvals.ignoreCommitsBy": list(policy.ignore_commits_by),
        "approvals.boundTo": str(policy.bound_to),
        "approvals.request": str(policy.request),
        "approvals.objectors": _names(policy.objectors),
        "approvals.rules": [_rule(rule) for rule in policy.rules],
        "approvals.require": None if policy.require is None else _combination(policy.require),
        "board": _names(policy.board.givers),
        **{f"teams.{team}": list(members) for team, members in policy.teams.items()},
        **{f"identities.{name}": login for name, login in policy.identities.items()},
    }


def _names(givers: Givers) -> list[str]:
    return [*givers.people, *(f"@{team}" for team in givers.teams)]


def _rule(rule: ExtraRule) -> dict[str, object]:
    return {"name": rule.name, "if": _when(rule.when), "requires": _ask(rule.ask)}


def _when(when: When) -> dict[str, object]:
    said: dict[str, object] = {
        "changedFiles": list(when.changed_files),
        "noChangedFiles": list(when.no_changed_files),
        "labels": list(when.labels),
        "statuses": list(when.statuses),
        "domains": list(when.domains),
        "bump": None if when.bump is Bump.NONE else when.bump.word,
        "rules": list(when.rules),
        "heads": list(when.heads),
        "authorIn": _names(when.author_in),
        "onlyContributorsIn": _names(when.only_contributors_in),
    }
    return {name: value for name, value in said.items() if value}


def _ask(ask: Ask) -> dict[str, object]:
    said: dict[str, object] = {
        "count": ask.count,
        "from": _names(ask.givers),
        "labels": list(ask.labels),
        "statuses": list(ask.statuses),
    }
    return {name: value for name, value in said.items() if value}


def _combination(tree: Combination) -> object:
    match tree:
        case Named():
            return tree.rule
        case AllOf():
            return {"and": [_combination(part) for part in tree.parts]}
        case AnyOf():
            return {"or": [_combination(part) for part in tree.parts]}
