"""The use case of reviewing a range: what differs between two trees, and what to say about it."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from bot.app.around import Around, difference, reaching
from bot.app.asking import Asking, approvals, pair_products
from bot.app.documents import Loaded, Progress, load
from bot.app.endings import Past, evidence, published
from bot.app.lineages import weave_tree
from bot.app.pairing import Step, pair_up, step_path
from bot.app.states import earlier_releases
from bot.app.waiving import Excusing, Readers, turned
from bot.core.approvals.answer import ApprovalTree
from bot.core.check import govern
from bot.core.contract.model import Contract
from bot.core.deciding import decide
from bot.core.deprecation.evidence import Evidence, Unproven
from bot.core.errors import Fault
from bot.core.finding import Finding
from bot.core.lineage.graph import Lineage
from bot.core.mode import Mode
from bot.core.policy.step import PolicyStep
from bot.core.records import dataclass
from bot.core.review import (
    ContractReview,
    Judging,
    Review,
    review_contract,
    review_new,
    review_removed,
)
from bot.ports import FileChange, History, OpenShelf, ReadDocument, ReadWaivers, Tree


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
    policy: PolicyStep | None = None
    """What the range does to the policy, where it does something."""
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
    before = load(span.base, [change.old for change in changes if change.old], span.read, None)
    after = load(span.head, [change.new for change in changes if change.new], span.read, progress)
    before, lost = _with_lost(before, changes, after, span)
    steps = pair_up(changes, before, after)
    files = [side.file for step in steps for side in (step.old, step.new) if side]
    readers = Readers(document=span.read, waivers=span.read_waivers)
    turn = turned(span.history, span.base, span.head, readers, files)
    steps = (*steps, *(Step(found, found) for found in turn.untouched))
    steps = tuple(sorted(steps, key=step_path))
    proven = evidence([(one.old, one.new) for one in steps], span.history, span.past, judging)
    judged = [
        _review_step(step, known, span, judging, mode, lost)
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
        verdict=decide(entries, registry, faults, asked, judging.settings.waivers),
        approvals=asked,
        waivers=turn.changes,
    )


Lost = Mapping[str, Unproven]
"""Why nobody knows what a contract said before, by the path that it has now.

By an empty path: what holds for every one that looks new.
"""


def _with_lost(
    before: Loaded, changes: Sequence[FileChange], after: Loaded, span: Range
) -> tuple[Loaded, Lost]:
    """Return the base with its broken contracts as they were when they last could be read."""
    if not before.faults:
        return before, {}
    from bot.app.recovering import Base, recovered  # noqa: PLC0415  # hardly ever needed

    base = Base(history=span.history, tree=span.base, read=span.read, has=_ids(before, span))
    found = recovered(changes, before.faults, after.documents, base)
    return Loaded((*before.documents, *found.documents), before.faults), found.lost


def _ids(before: Loaded, span: Range) -> Callable[[str], bool]:
    """Return what tells whether a readable file of the base has an id."""
    opens = span.shelf
    if opens is None:
        known = {found.id for _, found in before.documents}
        return lambda identity: identity in known
    return lambda identity: any(True for _ in opens(span.base).called(identity))


def _governed(span: Range, judging: Judging) -> tuple[Finding, ...]:
    """Return what the rules say about a change of the policy: it holds from then on."""
    return () if span.policy is None else govern(span.policy, judging.general())


def _asked(
    entries: Sequence[ContractReview],
    sides: tuple[Loaded, Loaded],
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


def _review_step(  # noqa: PLR0913, PLR0917  # the step, what is known of it, and how it is judged
    step: Step, proven: Evidence, span: Range, judging: Judging, mode: Mode | None, lost: Lost
) -> ContractReview:
    released = published(step.old, step.new, span.history, span.past)
    if step.old is None and step.new is not None:
        before = lost.get(step.new.file, lost.get(""))
        return review_new(step.new, judging, published=released, evidence=proven, before=before)
    if step.new is None and step.old is not None:
        return review_removed(step.old, judging, evidence=proven)
    if step.old is None or step.new is None:
        message = "a step has at least one side"
        raise ValueError(message)
    chosen = mode or judging.ruleset(step.old)[1]
    earlier: tuple[Contract, ...] = ()
    if chosen.transitive:
        earlier = earlier_releases(span.history, span.base, step.old, step.new, span.read)
    return review_contract(
        step.old,
        step.new,
        judging,
        mode=mode,
        earlier=earlier,
        published=released,
        evidence=proven,
    )
