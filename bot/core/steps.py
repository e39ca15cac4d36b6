"""What to do now, in the order in which a producer would: what makes it right comes first."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date

from bot.core.finding import Bump, Finding, Weight
from bot.core.lineage.paths import prefixes
from bot.core.policy.settings import DEFAULT_LIMITS, WaiverLimits
from bot.core.policy.waivers import NEVER_WAIVED, waivable
from bot.core.records import dataclass
from bot.core.review import ContractReview, blocks
from bot.core.waiver import waivers_files
from bot.core.wording import listing

_ENDS = frozenset(("object removed", "field removed", "object renamed", "field renamed"))
"""Changes that take something away: where no window is asked for, all they need is the version."""
_ENDED = frozenset(
    (
        "contract-deleted-while-active",
        "contract-ended-with-readers",
        "element-removed-before-its-day",
        "element-removed-early",
        "element-removed-undeprecated",
    )
)
"""Rules that keep something from going."""
_TOO_SMALL = frozenset(("version-not-bumped", "version-bumped-too-little"))
_MOST_BREAKS = 5
_MOST_PLACES = 4


@dataclass(frozen=True, slots=True, kw_only=True)
class Bounds:
    """What the policy says of waivers: which rules none may cover, and whether a board agrees."""

    limits: WaiverLimits = DEFAULT_LIMITS
    board: bool = False


def contract_steps(entry: ContractReview, bounds: Bounds) -> Iterator[str]:
    """Yield what to do about one contract, what makes it right first.

    Where something breaks there are two ways: to keep what goes, and, if the break is meant, the
    version that announces it, the day to wait for, and the waiver where it cannot wait.
    """
    asking = [found for found in entry.gate if found.breaking]
    version = [found for found in asking if found.name in NEVER_WAIVED]
    ends = list(_latest([found for found in asking if found.name in _ENDED]))
    breaks = list(_breaks(entry, ends)) if version else []
    told = [*ends, *breaks[:_MOST_BREAKS]]
    yield from (_step(entry, found) for found in told)
    if len(breaks) > _MOST_BREAKS:
        left = len(breaks) - _MOST_BREAKS
        yield f"{entry.id}: keep what {left:,} more breaking changes take away, too."
    if told:
        yield from _meant(_version(entry, version), ends, _excuse(entry, ends, bounds))
    else:
        yield from (_step(entry, found) for found in version)
    others = (found for found in asking if found.name not in NEVER_WAIVED | _ENDED)
    errors = (found for found in (*entry.findings, *entry.lint) if _is_error(found))
    yield from (_step(entry, found) for found in (*others, *errors))


def doubtful_steps(entry: ContractReview) -> Iterator[str]:
    """Yield what to do about what may break: until it is known not to, the answer is no."""
    doubtful = [one for one in entry.findings if blocks(one) and one.weight is Weight.UNSURE]
    yield from (_step(entry, found) for found in doubtful[:_MOST_BREAKS])
    if len(doubtful) > _MOST_BREAKS:
        left = len(doubtful) - _MOST_BREAKS
        yield f"{entry.id}: see to {left:,} more changes that may break, too."


def _is_error(found: Finding) -> bool:
    return found.weight is Weight.ERROR and found.waiver is None


def _latest(findings: Sequence[Finding]) -> Iterator[Finding]:
    """Yield the findings; of those that only wait for a day, the last one for each element."""
    last: dict[str, date] = {}
    for one in findings:
        if one.first_day is not None:
            last[one.path] = max(one.first_day, last.get(one.path, one.first_day))
    return (one for one in findings if one.first_day in (None, last.get(one.path)))


def _breaks(entry: ContractReview, ends: Sequence[Finding]) -> Iterator[Finding]:
    """Yield the breaking changes that could be left out, but for those told as ends already.

    What takes something away and is not among the ends may go: all it needs is the version.
    """
    if entry.required is not Bump.MAJOR:
        return
    ended = {prefix for one in ends for prefix in prefixes(one.path)}
    for one in entry.findings:
        asks = one.weight is Weight.BREAKING and one.waiver is None
        if asks and one.subject not in _ENDS and one.path not in ended:
            yield one


def _version(entry: ContractReview, asking: Sequence[Finding]) -> str:
    """Return how the version is made right; nothing where it is."""
    short = {found.name for found in asking} <= _TOO_SMALL
    if not asking or entry.new is None or entry.old is None:
        return ""
    if short and entry.suggestion not in (None, entry.old.version):
        return f"write `version: {entry.suggestion}` (`steward bump {entry.new.file}` does it)"
    hint = " ".join(found.hint for found in asking).removesuffix(".")
    return hint[:1].lower() + hint[1:]


def _meant(version: str, ends: Sequence[Finding], excuse: str) -> Iterator[str]:
    """Yield the other way: what the break needs, if it is meant."""
    days = [one.first_day for one in ends if one.first_day is not None]
    wait = f"wait until {max(days)} (UTC)" if days and len(days) == len(ends) else ""
    if version:
        more = " or ".join(filter(None, (wait, excuse)))
        rest = f", and {more}" if more else ""
        start = "Or, if the break is meant" if more or not ends else "When it may go"
        yield f"{start}: {version}{rest}."
    elif excuse:
        yield f"Or, if it cannot wait: {excuse}."


def _excuse(entry: ContractReview, ends: Sequence[Finding], bounds: Bounds) -> str:
    """Return how the ends may be excused; nothing where the policy allows no waiver of them."""
    contract = entry.new or entry.old
    if contract is None or not ends:
        return ""
    names = tuple(dict.fromkeys(one.name for one in ends))
    if not all(waivable(name, bounds.limits) for name in names):
        return ""
    agreed = ", to which the board agrees" if bounds.board else ""
    return f"write a waiver of {listing(names)} into `{waivers_files(contract.file)[0]}`{agreed}"


def registry_steps(
    entries: Sequence[ContractReview], registry: Sequence[Finding]
) -> Iterator[tuple[str, str]]:
    """Yield what to do across contracts: the id of the contract that causes it, or "", and a step.

    What one change does to other files is one step, however many files there are.
    """
    causes: dict[str, list[ContractReview]] = {}
    for entry in entries:
        if entry.old is not None:
            causes.setdefault(entry.id, []).append(entry)
    groups: dict[tuple[str, str], list[Finding]] = {}
    for found in registry:
        if not found.breaking:
            continue
        cause = _cause(found, causes)
        if cause is None:
            yield "", _across(found)
        else:
            groups.setdefault(cause, []).append(found)
    for (identity, path), group in groups.items():
        yield identity, _folded(identity, path, group, causes[identity])


def _cause(
    found: Finding, causes: Mapping[str, Sequence[ContractReview]]
) -> tuple[str, str] | None:
    """Return the contract whose change strikes another file, and the element that goes."""
    if found.about is None or found.about[0] not in causes:
        return None
    identity, path = found.about
    entries = causes[identity]
    own = {side.file for entry in entries for side in (entry.old, entry.new) if side}
    if found.head is not None and found.head.file in own:
        return None
    if all(entry.new is None for entry in entries):
        return identity, ""
    gone = {fact.path for entry in entries for fact in entry.facts if fact.subject in _ENDS}
    return identity, next((one for one in prefixes(path) if one in gone), path)


def _folded(
    identity: str, path: str, group: Sequence[Finding], entries: Sequence[ContractReview]
) -> str:
    places = tuple(dict.fromkeys(str(found.head) for found in group if found.head))
    files = {found.head.file for found in group if found.head}
    number = f"{len(files):,} other file{' reads' if len(files) == 1 else 's read'}"
    if path:
        what, instead = f"`{path}` of `{identity}`, which goes", "something else"
    elif all(entry.new is None for entry in entries):
        what, instead = f"`{identity}`, which goes", "another contract"
    else:
        what, instead = f"a version of `{identity}` that will not be here", "another one"
    return (
        f"{number} {what}: {listing(places, _MOST_PLACES)}."
        f" Let {'it' if len(files) == 1 else 'them'} read {instead} in the same change."
    )


def _step(entry: ContractReview, found: Finding) -> str:
    place = f" ({found.head})" if found.head else ""
    return f"{entry.id}{place}: {found.message}. {found.hint}"


def _across(found: Finding) -> str:
    place = f"{found.head}: " if found.head else ""
    return f"{place}{found.message}. {found.hint}"


def unproven_steps(entry: ContractReview) -> Iterator[str]:
    """Yield what to do about what the process asks and nobody can tell."""
    for found in entry.gate:
        if found.weight is Weight.UNSURE and found.waiver is None:
            yield _step(entry, found)
