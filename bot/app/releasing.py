"""The use cases of releasing: what is due, what each version brought, the changelog."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence

from bot.app.documents import Progress
from bot.app.states import states
from bot.core.contract.model import Contract, DataProduct
from bot.core.errors import Fault, StewardError
from bot.core.policy.settings import effective
from bot.core.records import dataclass, replace
from bot.core.release.notes import Notes, notes
from bot.core.release.plan import Plan, Planned, State, Tagged, plan_contract, unstable, versions
from bot.core.release.tag_names import contract_of, tag_name
from bot.core.review import Judging
from bot.core.versions import parse
from bot.ports import History, ReadDocument, SourceFile, Tree


@dataclass(frozen=True, slots=True, kw_only=True)
class Due:
    """A version that is to be released, its notes, and the bytes of the contract file."""

    planned: Planned
    notes: Notes
    data: bytes


@dataclass(frozen=True, slots=True, kw_only=True)
class Reconciled:
    """What is to be released, oldest first, and what keeps other versions from it.

    `contracts` counts the contract files that were looked at: drafts and proposals are not.
    """

    contracts: int
    due: tuple[Due, ...]
    faults: tuple[Fault, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Registered:
    """A repository as releasing sees it: the tip of the default branch and what leads to it."""

    history: History
    tip: Tree
    read: ReadDocument
    judging: Judging


def reconcile(
    registered: Registered,
    *,
    all_versions: bool = False,
    unpublished: Collection[str] = (),
    progress: Progress | None = None,
) -> Reconciled:
    """Return what is on the default branch and not yet released.

    `unpublished` are tags that a run made which did not live to publish them: they are due again.
    Looks at what is there, never at what happened: whatever an interrupted or a lost run left
    undone is due again, and what was done is not. Raises StewardError on a shallow clone.
    """
    files = tuple(registered.tip.files())
    tags = _Tags(
        commits=registered.history.released(),
        unpublished=unpublished,
        all_versions=all_versions,
    )
    faults: list[Fault] = []
    plans: list[Plan] = []
    for done, file in enumerate(files):
        if progress is not None:
            progress("Looking for releases", done, len(files))
        try:
            contract = _contract(registered.read, registered.tip.read(file), file.path)
        except StewardError as error:
            faults += error.faults
            continue
        if contract is not None and not unstable(contract):
            plans.append(_plan(registered, contract, file, tags))
    faults += [fault for plan in plans for fault in plan.faults]
    planned = sorted((found for plan in plans for found in plan.releases), key=_by_time)
    return Reconciled(
        contracts=len(plans),
        due=tuple(_due(registered, found, plans, tags.commits) for found in planned),
        faults=tuple(faults),
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class _Tags:
    """What is tagged, the commit of each tag; which tags are unpublished; whether all are due."""

    commits: Mapping[str, str]
    unpublished: Collection[str]
    all_versions: bool

    def may_lack(self, contract: Contract) -> bool:
        """Tell whether a version of a contract that is older than its own may be due."""
        return self.all_versions or any(_version_of(tag, contract.id) for tag in self.unpublished)


def _plan(registered: Registered, contract: Contract, file: SourceFile, tags: _Tags) -> Plan:
    name = tag_name(contract.id, contract.version)
    if name in tags.commits and not tags.may_lack(contract):
        tagged = _tagged(registered, tags.commits[name], contract)
        if tagged.contract is not None and tagged.contract.node == contract.node:
            return Plan(releases=(), faults=())
    known_states = tuple(states_of(registered, contract, file.path))
    own = {tag_name(contract.id, state.contract.version): state for state in reversed(known_states)}
    known = {
        tag: _tagged(registered, tags.commits[tag], state.contract)
        for tag, state in own.items()
        if tag in tags.commits
    }
    return plan_contract(
        known_states, known, all_versions=tags.all_versions, unpublished=tags.unpublished
    )


def states_of(registered: Registered, contract: Contract, path: str) -> Iterator[State]:
    """Yield the states of a contract file on the default branch that can be read, newest first."""
    found = states(registered.history, registered.tip, contract.id, path, registered.read)
    for version, state in found:
        yield State(
            commit=version.commit,
            time=version.time,
            summary=version.summary,
            blob=version.file.id,
            contract=state,
        )


def _tagged(registered: Registered, commit: str, contract: Contract) -> Tagged:
    """Return the contract that a tag holds: at the same path, or wherever its id is there."""
    tree = registered.history.at(commit)
    for file in _candidates(tree, contract.file):
        try:
            found = _contract(registered.read, tree.read(file), file.path)
        except StewardError:
            continue
        if found is not None and (found.id, found.version) == (contract.id, contract.version):
            return Tagged(commit=commit, contract=found)
    return Tagged(commit=commit, contract=None)


def _candidates(tree: Tree, path: str) -> Iterator[SourceFile]:
    """Yield the file at the path, and only then all others: listing them costs more."""
    yield SourceFile(path, "")
    yield from tree.files()


def _due(
    registered: Registered, planned: Planned, plans: Sequence[Plan], tags: Mapping[str, str]
) -> Due:
    previous = planned.previous or _on_other_line(registered, planned, plans, tags)
    found = replace(planned, previous=previous)
    return Due(
        planned=found,
        notes=notes_of(registered.judging, found.state, previous),
        data=registered.history.at(found.state.commit).read(
            SourceFile(found.contract.file, found.state.blob)
        ),
    )


def _on_other_line(
    registered: Registered, planned: Planned, plans: Sequence[Plan], tags: Mapping[str, str]
) -> Contract | None:
    """Return the highest lower version of the same id, released before or due as well.

    A new major in a file of its own has no earlier version there; its readers come from the line
    before.
    """
    contract = planned.contract
    due = {
        found.contract.version: found.contract
        for plan in plans
        for found in plan.releases
        if found.contract.id == contract.id
    }
    known = {version for tag in tags if (version := _version_of(tag, contract.id))}
    own = parse(contract.version)
    lower = [
        (parsed, version)
        for version in known | set(due)
        if (parsed := parse(version)) is not None and own is not None and parsed < own
    ]
    if not lower:
        return None
    version = max(lower)[1]
    if version in due:
        return due[version]
    looked_for = replace(contract, version=version)
    return _tagged(registered, tags[tag_name(contract.id, version)], looked_for).contract


def _version_of(tag: str, contract_id: str) -> str | None:
    """Return the version that a tag names, where it is one of the contract."""
    found = contract_of(tag)
    return found[1] if found is not None and tag_name(contract_id, found[1]) == tag else None


def notes_of(judging: Judging, state: State, previous: Contract | None) -> Notes:
    """Return the notes of a version against the one before it."""
    window = window_days(judging, state.contract)
    return notes(state.contract, previous, state.time, judging, window)


def window_days(judging: Judging, contract: Contract) -> int:
    """Return the days for which what is deprecated stays, under the contract's policy."""
    return effective(judging.settings, contract).window.days


def changelog(registered: Registered, contract: Contract, path: str) -> tuple[Notes, ...]:
    """Return the notes of every version of a contract, newest first.

    A version is dated by the commit that brought it to the default branch.
    """
    groups = versions(states_of(registered, contract, path))
    told = []
    for index, group in enumerate(groups):
        previous = groups[index + 1][0].contract if index + 1 < len(groups) else None
        shown = replace(group[0], time=group[-1].time, commit=group[-1].commit)
        told.append(notes_of(registered.judging, shown, previous))
    return tuple(told)


def _contract(read: ReadDocument, data: bytes, path: str) -> Contract | None:
    found: Contract | DataProduct = read(data, path)
    return found if isinstance(found, Contract) else None


def _by_time(planned: Planned) -> tuple[object, ...]:
    return (planned.state.time, planned.tag)
