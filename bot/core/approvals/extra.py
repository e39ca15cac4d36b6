"""The policy's own rules of approvals: when they apply, and how they hang together."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from enum import StrEnum
from fnmatch import fnmatchcase

from bot.core.approvals.contributors import everyone
from bot.core.approvals.need import Need, Needs, Requirement, Role, Skipped
from bot.core.approvals.people import Membership, given, known_teams, membership
from bot.core.approvals.policy import AllOf, AnyOf, Combination, ExtraRule, Givers, Named, When
from bot.core.approvals.pull_request import PullRequest, succeeded
from bot.core.approvals.requirements import requirements
from bot.core.approvals.scene import Scene, bound_to_head
from bot.core.finding import Bump


class Holds(StrEnum):
    """Whether a condition holds. UNKNOWN: who is meant cannot be known. LATER: no pull request."""

    YES = "yes"
    NO = "no"
    UNKNOWN = "unknown"
    LATER = "later"


def needs(scene: Scene, pull_request: PullRequest | None) -> Needs:
    """Return everything that must be approved, as a tree; with no parts where nothing must be.

    Without a pull request, what depends on one is told as needed.
    """
    parts: list[Need] = [*requirements(scene)]
    if scene.policy.rules:
        parts.append(_own_rules(scene, pull_request))
    return Needs(title="everything", every=True, parts=tuple(parts))


def _own_rules(scene: Scene, pull_request: PullRequest | None) -> Need:
    told = {rule.name: _rule(scene, rule, pull_request) for rule in scene.policy.rules}
    if scene.policy.require is None:
        return Needs(title="the policy's rules", every=True, parts=tuple(told.values()))
    return _combined(scene.policy.require, told)


def _combined(tree: Combination, told: Mapping[str, Need]) -> Need:
    match tree:
        case Named(rule):
            return told[rule]
        case AllOf(parts):
            return Needs(
                title="all of these", every=True, parts=tuple(_combined(one, told) for one in parts)
            )
        case AnyOf(parts):
            return Needs(
                title="one of these",
                every=False,
                parts=tuple(_combined(one, told) for one in parts),
            )


def _rule(scene: Scene, rule: ExtraRule, pull_request: PullRequest | None) -> Need:
    key = f"rule:{rule.name}"
    answers = dict(_answers(rule.when, scene, pull_request))
    if Holds.NO in answers.values():
        failed = next(name for name, answer in answers.items() if answer is Holds.NO)
        return Skipped(key=key, title=rule.name, why=f"`{failed}` does not hold")
    unknown = [name for name, answer in answers.items() if answer is Holds.UNKNOWN]
    later = [name for name, answer in answers.items() if answer is Holds.LATER]
    trouble = f"nobody knows whether `{unknown[0]}` holds" if unknown else None
    reason = f"the policy's rule `{rule.name}` applies"
    if later:
        reason += f", if `{'`, `'.join(later)}` holds"
    return Requirement(
        key=key,
        role=Role.RULE,
        side=key,
        title=f"rule `{rule.name}`",
        count=rule.ask.count,
        who=given(rule.ask.givers, scene.policy),
        reasons=(reason,),
        content=scene.content(_about(scene, rule.when)),
        head=bound_to_head(scene, breaking=any(one.breaking for one in scene.contracts)),
        labels=rule.ask.labels,
        statuses=rule.ask.statuses,
        trouble=trouble,
    )


def _about(scene: Scene, when: When) -> tuple[str, ...]:
    """Return the files that an approval of a rule is given for: those it names, else contracts."""
    if when.changed_files:
        return tuple(path for path in scene.changed_paths if _any_fits(path, when.changed_files))
    return tuple(path for changed in scene.contracts for path in changed.paths)


def _answers(
    when: When, scene: Scene, pull_request: PullRequest | None
) -> Iterator[tuple[str, Holds]]:
    """Yield each condition that is given, by its key in the policy, and whether it holds."""
    yield from _of_changes(when, scene)
    if pull_request is not None:
        yield from _of_pull_request(when, scene, pull_request)
        return
    later = {
        "labels": when.labels,
        "statuses": when.statuses,
        "heads": when.heads,
        "authorIn": when.author_in,
        "onlyContributorsIn": when.only_contributors_in,
    }
    yield from ((name, Holds.LATER) for name, wanted in later.items() if wanted)


def _of_changes(when: When, scene: Scene) -> Iterator[tuple[str, Holds]]:
    paths = scene.changed_paths
    if when.changed_files:
        yield "changedFiles", _plain(any(_any_fits(path, when.changed_files) for path in paths))
    if when.no_changed_files:
        found = any(_any_fits(path, when.no_changed_files) for path in paths)
        yield "noChangedFiles", _plain(not found)
    if when.domains:
        domains = {side.domain for one in scene.contracts for side in (one.old, one.new) if side}
        yield "domains", _plain(bool(domains & set(when.domains)))
    if when.bump is not Bump.NONE:
        required = max((one.required for one in scene.contracts), default=Bump.NONE)
        gone = any(one.new is None for one in scene.contracts)
        yield "bump", _plain(gone or required >= when.bump)
    if when.rules:
        struck = {
            name for one in scene.contracts for f in one.findings for name in (f.rule, f.name)
        }
        yield "rules", _plain(bool(struck & set(when.rules)))


def _of_pull_request(
    when: When, scene: Scene, pull_request: PullRequest
) -> Iterator[tuple[str, Holds]]:
    if when.labels:
        yield "labels", _plain(set(when.labels) <= pull_request.labels)
    if when.statuses:
        yield "statuses", _plain(all(succeeded(pull_request, name) for name in when.statuses))
    if when.heads:
        yield "heads", _plain(_any_fits(pull_request.head_name, when.heads))
    if when.author_in:
        people = None if pull_request.author is None else frozenset((pull_request.author,))
        yield "authorIn", _all_in(people, when.author_in, scene, pull_request)
    if when.only_contributors_in:
        made = everyone(pull_request, scene.policy)
        yield (
            "onlyContributorsIn",
            _all_in(made, when.only_contributors_in, scene, pull_request),
        )


def _all_in(
    people: frozenset[str] | None, givers: Givers, scene: Scene, pull_request: PullRequest
) -> Holds:
    if people is None:
        return Holds.UNKNOWN
    who, teams = given(givers, scene.policy), known_teams(scene.policy, pull_request.teams)
    answers = {membership(who, login, teams) for login in people}
    if Membership.NO in answers:
        return Holds.NO
    return Holds.UNKNOWN if Membership.UNKNOWN in answers else Holds.YES


def _any_fits(text: str, patterns: tuple[str, ...]) -> bool:
    return any(fnmatchcase(text, pattern) for pattern in patterns)


def _plain(found: bool) -> Holds:  # noqa: FBT001  # a truth value is what it turns
    return Holds.YES if found else Holds.NO
