"""What has to be released: what is on the default branch against what is tagged."""

from __future__ import annotations

from collections.abc import Container, Iterable, Mapping, Sequence
from datetime import datetime
from itertools import groupby

from bot.core.contract.model import Contract
from bot.core.errors import ErrorCode, Fault, Location
from bot.core.records import dataclass
from bot.core.release.tag_names import tag_name
from bot.core.review import facts
from bot.core.versions import UNSTABLE, parse


@dataclass(frozen=True, slots=True, kw_only=True)
class State:
    """A contract as one commit of the default branch left it; `blob` is the id of its file."""

    commit: str
    time: datetime
    summary: str
    blob: str
    contract: Contract


@dataclass(frozen=True, slots=True, kw_only=True)
class Tagged:
    """What a tag holds: its commit, and the contract there. None where none can be read."""

    commit: str
    contract: Contract | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Planned:
    """A version to be released: the commit that brought it, and the version before it."""

    tag: str
    state: State
    previous: Contract | None

    @property
    def contract(self) -> Contract:
        """The contract as it is released."""
        return self.state.contract

    @property
    def preliminary(self) -> bool:
        """Whether the version is a pre-release (Semantic Versioning 2.0.0, clause 9)."""
        version = parse(self.contract.version)
        return bool(version and version.prerelease)


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """What to release, oldest first, and what may not be: each fault says why."""

    releases: tuple[Planned, ...]
    faults: tuple[Fault, ...]


def versions(states: Iterable[State]) -> tuple[tuple[State, ...], ...]:
    """Return the states, newest first as given, version by version.

    A version that comes back later is one of its own: a revert is not the same release.
    """
    grouped = groupby(states, key=lambda state: state.contract.version)
    return tuple(tuple(states) for _, states in grouped)


def plan_contract(
    states: Sequence[State],
    tags: Mapping[str, Tagged],
    *,
    all_versions: bool,
    unpublished: Container[str] = (),
) -> Plan:
    """Return what is to be released of one contract file.

    `states` are its states on the default branch, newest first; `tags` what is tagged, by name.
    A draft or a proposal promises nothing, so it is not released.
    Versions newer than the newest tagged one are released, each at the commit that brought it;
    of a contract without any tag only the newest, unless `all_versions` is asked for. Running
    again plans nothing that is tagged, but for the tags that are `unpublished`. A version whose
    tag holds something else is a fault, and so is one that changed after it had been brought:
    what is released stays what it was.
    """
    releases: list[Planned] = []
    faults: list[Fault] = []
    told = versions(state for state in states if not unstable(state.contract))
    passed = False
    for index, group in enumerate(told):
        brought = group[-1]
        name = tag_name(brought.contract.id, brought.contract.version)
        if parse(brought.contract.version) is None:
            if index == 0:
                faults.append(_no_version(brought.contract))
            continue
        if passed and not all_versions and name not in unpublished:
            continue
        faults += _changed_since(group, name)
        if name in tags:
            passed = True
            faults += _held(tags[name], brought, name)
            if name not in unpublished:
                continue
        previous = told[index + 1][0].contract if index + 1 < len(told) else None
        releases.append(Planned(tag=name, state=brought, previous=previous))
    known = any(tag_name(group[0].contract.id, group[0].contract.version) in tags for group in told)
    if not known and not all_versions:
        releases = releases[:1]
    return Plan(releases=tuple(reversed(releases)), faults=tuple(faults))


def unstable(contract: Contract) -> bool:
    """Tell whether a contract is a draft or a proposal: nothing is promised yet."""
    return (contract.status or "").strip().lower() in UNSTABLE


def _no_version(contract: Contract) -> Fault:
    return Fault(
        ErrorCode.CANNOT_RELEASE,
        f"`{contract.version}` is no semantic version, so `{contract.id}` cannot be released",
        "write a version such as 1.0.0",
        _place(contract),
    )


def _changed_since(group: Sequence[State], name: str) -> Iterable[Fault]:
    """Yield the fault of a version whose content changed after it had been brought."""
    newest, brought = group[0], group[-1]
    if newest.blob != brought.blob and facts(brought.contract, newest.contract):
        yield Fault(
            ErrorCode.CANNOT_RELEASE,
            f"version {newest.contract.version} of `{newest.contract.id}` was brought by"
            f" {brought.commit[:10]} and changed since, by {newest.commit[:10]}",
            f"release the change as a new version; {name} stays what it was",
            _place(newest.contract),
        )


def _held(tagged: Tagged, brought: State, name: str) -> Iterable[Fault]:
    """Yield the fault of a tag that holds something else than the version that was merged."""
    if tagged.contract is None or facts(tagged.contract, brought.contract):
        yield Fault(
            ErrorCode.CANNOT_RELEASE,
            f"the tag {name} is on {tagged.commit[:10]}, where `{brought.contract.id}` is not what"
            f" {brought.commit[:10]} brought as {brought.contract.version}",
            "a released version never changes: give the new content a new version, or ask who"
            " moved the tag",
            _place(brought.contract),
        )


def _place(contract: Contract) -> Location:
    (line, column), _ = contract.node.marks.get("version", ((1, 1), (1, 1)))
    return Location(contract.file, line, column)
