"""The use cases: compare two texts, lint files, review a range, follow a contract's history."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from bot.around import Around, difference, reaching
from bot.asking import Asking, approvals, pair_products
from bot.core.approvals.answer import ApprovalTree
from bot.core.check import govern, lint, survey
from bot.core.contract.model import Contract, DataProduct
from bot.core.deprecation.evidence import Evidence
from bot.core.errors import ErrorCode, Fault, Location, StewardError
from bot.core.excusing import excused_files
from bot.core.finding import Finding
from bot.core.history.file_paths import twins
from bot.core.lineage.graph import Lineage
from bot.core.mode import Mode
from bot.core.policy.settings import DEFAULT_SETTINGS, Settings
from bot.core.policy.step import PolicyStep
from bot.core.records import dataclass
from bot.core.review import (
    ContractReview,
    Judging,
    LintReport,
    Review,
    decide,
    review_contract,
    review_new,
    review_removed,
)
from bot.core.rule import Registry
from bot.core.versions import release_line
from bot.endings import Past, evidence, published
from bot.ports import (
    FileChange,
    History,
    OpenShelf,
    ReadDocument,
    ReadWaivers,
    SourceFile,
    Tree,
    Version,
)
from bot.waiving import Excusing, Readers, Waivers, read_all, turned

Progress = Callable[[str, int, int], None]
"""Told what is being done, how many are done, and how many there are."""


@dataclass(frozen=True, slots=True)
class _Loaded:
    """The documents that could be read, and the faults of those that could not."""

    documents: tuple[tuple[SourceFile, Contract | DataProduct], ...]
    faults: tuple[Fault, ...]


def lint_tree(  # noqa: PLR0913  # the files, and how they are read and judged
    tree: Tree,
    judging: Judging,
    read: ReadDocument,
    progress: Progress | None = None,
    read_waivers: ReadWaivers | None = None,
    *,
    whole: bool = True,
) -> LintReport:
    """Return what is wrong in the files of a tree; one broken file never hides the others.

    `whole` False: the tree has only some of the contracts, and what the policy names may be among
    the others.
    """
    files = tuple(tree.files())
    loaded = _load(tree, files, read, progress)
    contracts = tuple(found for _, found in loaded.documents if isinstance(found, Contract))
    products = tuple(found for _, found in loaded.documents if isinstance(found, DataProduct))
    findings = [
        finding for found in contracts for finding in lint(found, judging.ruleset(found)[0])
    ]
    if contracts:
        settings = judging.settings if whole and not loaded.faults else DEFAULT_SETTINGS
        registry = Registry(contracts=contracts, products=products, settings=settings)
        findings += survey(registry, judging.general())
    waivers = read_all(tree, tree.waivers(), read_waivers) if read_waivers else Waivers()
    told = excused_files(findings, waivers.told, judging, [file.path for file in files])
    return LintReport(
        files=len(files),
        faults=(*_twin_faults(files), *loaded.faults, *waivers.faults),
        findings=tuple(sorted(told, key=_by_place)),
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Woven:
    """The lineage of the documents that could be read, and the faults of those that could not."""

    lineage: Lineage
    faults: tuple[Fault, ...]


def weave_tree(tree: Tree, read: ReadDocument, progress: Progress | None = None) -> Woven:
    """Return the lineage that the files of a tree tell together."""
    from bot.core.lineage.weaving import weave  # noqa: PLC0415  # other use cases need it not

    loaded = _load(tree, tuple(tree.files()), read, progress)
    contracts = tuple(found for _, found in loaded.documents if isinstance(found, Contract))
    products = tuple(found for _, found in loaded.documents if isinstance(found, DataProduct))
    return Woven(
        lineage=weave(Registry(contracts=contracts, products=products)), faults=loaded.faults
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Range:
    """Two trees, the history that joins them, and how their files are read.

    Without a `past` neither windows nor released versions are judged: a mere comparison. Without
    `asking` nobody is asked to approve.
    """

    history: History
    base: Tree
    head: Tree
    read: ReadDocument
    read_waivers: ReadWaivers | None = None
    """Without it there are no waivers."""
    proposed: Settings | None = None
    """The policy of the head, where it is another one than that of the base."""
    policy_faults: tuple[Fault, ...] = ()
    """Why the policy of the head cannot be read."""
    past: Past | None = None
    asking: Asking | None = None
    shelf: OpenShelf | None = None
    """Opens the documents of a tree by the names that they have and use."""


def review_range(
    span: Range, judging: Judging, mode: Mode | None = None, progress: Progress | None = None
) -> Review:
    """Return the review of everything that differs between two trees.

    Reads only the files that changed, and for a transitive mode the earlier releases of those.
    """
    changes = tuple(span.history.changes(span.base, span.head))
    before = _load(span.base, [change.old for change in changes if change.old], span.read, None)
    after = _load(span.head, [change.new for change in changes if change.new], span.read, progress)
    before = _with_lost(before, changes, after, span)
    steps = pair_up(changes, before, after)
    files = [side.file for step in steps for side in (step.old, step.new) if side]
    readers = Readers(document=span.read, waivers=span.read_waivers)
    turn = turned(span.history, span.base, span.head, readers, files)
    steps = (*steps, *(Step(found, found) for found in turn.untouched))
    steps = tuple(sorted(steps, key=_step_path))
    proven = evidence([(one.old, one.new) for one in steps], span.history, span.past, judging)
    judged = [
        _review_step(step, known, span, judging, mode)
        for step, known in zip(steps, proven, strict=True)
    ]
    excusing = Excusing(head=span.head, read=span.read_waivers, judging=judging, turn=turn)
    entries, unread = excusing.reviews(judged)
    registry, lineage = _governed(span, judging), None
    if span.shelf is not None:
        differing = difference(changes, before.documents, after.documents, after.faults)
        around = Around(span.base, span.shelf, differing)
        entries, lineage = reaching(entries, around)
        broken = around.newly_broken(judging)
        registry += excusing.elsewhere(broken, entries)
    faults = (*after.faults, *unread, *span.policy_faults)
    asked = _asked(entries, (before, after), span, judging, lineage)
    return Review(
        base=span.base.label,
        head=span.head.label,
        contracts=entries,
        registry=registry,
        faults=faults,
        verdict=decide(entries, registry, faults, asked),
        approvals=asked,
        waivers=turn.changes,
    )


def _with_lost(
    before: _Loaded, changes: Sequence[FileChange], after: _Loaded, span: Range
) -> _Loaded:
    """Return the base with its broken contracts as they were when they last could be read."""
    if not before.faults:
        return before
    from bot.recovering import last_readable  # noqa: PLC0415  # hardly ever needed

    lost = last_readable(
        changes, before.faults, after.documents, (span.history, span.base), span.read
    )
    return _Loaded((*before.documents, *lost), before.faults)


def _governed(span: Range, judging: Judging) -> tuple[Finding, ...]:
    """Return what the rules say about a change of the policy: it holds from then on."""
    if span.proposed is None:
        return ()
    return govern(PolicyStep(old=judging.settings, new=span.proposed), judging.general())


def _asked(
    entries: Sequence[ContractReview],
    sides: tuple[_Loaded, _Loaded],
    span: Range,
    judging: Judging,
    lineage: Lineage | None,
) -> ApprovalTree | None:
    """Return what must be approved, where the range says how approvals are asked for."""
    if span.asking is None:
        return None
    before, after = ([found for _, found in side.documents] for side in sides)
    return approvals(
        entries,
        pair_products(before, after),
        judging.settings,
        span.asking,
        lambda: lineage or weave_tree(span.base, span.read).lineage,
    )


@dataclass(frozen=True, slots=True)
class Step:
    """One contract on both sides of a range; a side is None where the contract is not there."""

    old: Contract | None
    new: Contract | None


def pair_up(changes: Sequence[FileChange], before: _Loaded, after: _Loaded) -> tuple[Step, ...]:
    """Return which contract became which: by id and release line, else by id and path.

    A file that moved is one contract, two majors of one id are two. A contract whose new file
    cannot be read is left out: its fault is told instead, and it is not called removed.
    """
    old = [found for _, found in before.documents if isinstance(found, Contract)]
    new = [found for _, found in after.documents if isinstance(found, Contract)]
    unreadable = {fault.where.file for fault in after.faults if fault.where}
    broken = {
        change.old.path
        for change in changes
        if change.old and change.new and change.new.path in unreadable
    }
    steps: list[Step] = []
    for key in (
        lambda found: (found.id, release_line(found.version), found.file),
        lambda found: (found.id, release_line(found.version)),
        lambda found: (found.id, found.file),
        lambda found: found.id,
    ):
        waiting = {key(found): found for found in reversed(new)}
        for found in list(old):
            partner = waiting.pop(key(found), None)
            if partner is not None:
                steps.append(Step(found, partner))
                old = [entry for entry in old if entry is not found]
                new = [entry for entry in new if entry is not partner]
    steps += [Step(found, None) for found in old if found.file not in broken]
    steps += [Step(None, found) for found in new]
    return tuple(sorted(steps, key=_step_path))


def _step_path(step: Step) -> str:
    found = step.new or step.old
    return found.file if found else ""


def _review_step(
    step: Step, proven: Evidence, span: Range, judging: Judging, mode: Mode | None
) -> ContractReview:
    released = published(step.old, step.new, span.history, span.past)
    if step.old is None and step.new is not None:
        return review_new(step.new, judging, published=released, evidence=proven)
    if step.new is None and step.old is not None:
        return review_removed(step.old, judging, evidence=proven)
    if step.old is None or step.new is None:
        message = "a step has at least one side"
        raise ValueError(message)
    chosen = mode or judging.ruleset(step.old)[1]
    earlier: tuple[Contract, ...] = ()
    if chosen.transitive:
        line = release_line(step.new.version)
        earlier = tuple(
            found
            for _, found in released_versions(span.history, span.base, step.old, span.read)
            if release_line(found.version) == line and found.version != step.old.version
        )
    return review_contract(
        step.old,
        step.new,
        judging,
        mode=mode,
        earlier=earlier,
        published=released,
        evidence=proven,
    )


def released_versions(
    history: History, tip: Tree, contract: Contract, read: ReadDocument
) -> Iterator[tuple[Version, Contract]]:
    """Yield each released version of a contract along the first-parent line, newest first.

    A release is the last state of the file under one `version`. States that cannot be read
    are passed over: they were never valid releases.
    """
    seen: set[str] = set()
    for version in history.versions(tip, contract.id, contract.file):
        try:
            found = read(history.at(version.commit).read(version.file), version.file.path)
        except StewardError:
            continue
        if isinstance(found, Contract) and found.version not in seen:
            seen.add(found.version)
            yield version, found


def _twin_faults(files: Sequence[SourceFile]) -> Iterator[Fault]:
    """Yield the fault of each file that a clone on a Mac or on Windows would lose."""
    for first, *others in twins(file.path for file in files):
        for path in others:
            yield Fault(
                ErrorCode.UNSAFE_PATH,
                f"the path differs from {first} in upper and lower case, or in how an accent is"
                " encoded, and in nothing else",
                "rename one of the two: macOS and Windows can hold only one",
                Location(path),
            )


def _load(
    tree: Tree, files: Sequence[SourceFile], read: ReadDocument, progress: Progress | None
) -> _Loaded:
    documents: list[tuple[SourceFile, Contract | DataProduct]] = []
    faults: list[Fault] = []
    for done, file in enumerate(files):
        if progress is not None:
            progress("Reading contracts", done, len(files))
        try:
            documents.append((file, read(tree.read(file), file.path)))
        except StewardError as error:
            faults.extend(error.faults)
    return _Loaded(tuple(documents), tuple(faults))


def _by_place(finding: Finding) -> tuple[object, ...]:
    place = finding.head or Location("")
    return (place.file, place.line, place.column, finding.rule, finding.path)
