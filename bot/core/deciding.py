"""Turns what a review found into one verdict, with what to do next."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from bot.core.approvals.answer import ApprovalTree, State
from bot.core.approvals.steps import pending_steps, undecided_steps
from bot.core.errors import Fault
from bot.core.finding import Finding, Weight
from bot.core.policy.settings import DEFAULT_LIMITS, WaiverLimits
from bot.core.records import replace
from bot.core.review import (
    ContractReview,
    Failed,
    Passed,
    Pending,
    Review,
    Undecided,
    Verdict,
    blocks,
)
from bot.core.steps import Bounds, contract_steps, doubtful_steps, registry_steps, unproven_steps


def decide(
    contracts: Sequence[ContractReview],
    registry: Sequence[Finding],
    faults: Sequence[Fault],
    approvals: ApprovalTree | None = None,
    limits: WaiverLimits = DEFAULT_LIMITS,
) -> Verdict:
    """Return the verdict, the gravest first: not to be judged, refused, waiting, passed.

    What cannot be read cannot be judged, and what cannot be judged does not merge. Errors fail:
    the author has to act, so that is told before anybody is asked to approve. Approvals count
    where they were handed in: without reviews the tree only says who will be asked. `limits` are
    those of waivers: none is advised that the policy refuses.
    """
    unproven = tuple(step for entry in contracts for step in unproven_steps(entry))
    undecided = (*unproven, *(undecided_steps(approvals) if approvals else ()))
    if faults:
        return Undecided((*(_mending(fault) for fault in faults), *undecided))
    steps = _steps(contracts, registry, Bounds(limits=limits, board=approvals is not None))
    missing = pending_steps(approvals) if approvals else ()
    unknown = approvals and approvals.judged and approvals.state is State.UNDECIDED
    if unproven or unknown:
        return Undecided((*undecided, *steps, *missing))
    if steps:
        return Failed((*steps, *missing))
    if approvals and approvals.judged and approvals.state is State.PENDING:
        return Pending(missing)
    return Passed()


def by_compatibility(review: Review) -> Review:
    """Return the review with the verdict of the mode alone: what is not compatible fails.

    A comparison asks whether the new contract keeps its promises, not whether its version
    announces that it does not: that is told as the bump to make, and in the steps. Nor does it
    ask what is wrong in the text, which `lint` tells, nor what else the policy refuses, which
    `review` does: an error on a change that breaks nothing is a warning here.
    """
    told = tuple(replace(entry, lint=()) for entry in review.contracts)
    verdict = decide(told, review.registry, review.faults)
    if isinstance(verdict, Undecided):
        return replace(review, contracts=told, verdict=verdict)
    asked = replace(review, contracts=tuple(map(_of_the_mode, told)))
    if asked.compatible:
        return replace(asked, verdict=Passed())
    return replace(asked, verdict=Failed(tuple(_keeping_steps(told))))


def _of_the_mode(entry: ContractReview) -> ContractReview:
    """Return a contract with what the mode says of it; why it may not go, where it is gone."""
    findings = tuple(
        replace(found, weight=Weight.WARNING) if found.weight is Weight.ERROR else found
        for found in entry.findings
    )
    return replace(entry, findings=findings, gate=entry.gate if entry.new is None else ())


def _keeping_steps(contracts: Sequence[ContractReview]) -> Iterator[str]:
    """Yield what to do about each contract that is not compatible, what may break first."""
    for entry in contracts:
        if entry.compatible:
            continue
        judged = replace(entry, findings=tuple(filter(blocks, entry.findings)))
        steps = (*doubtful_steps(judged), *contract_steps(judged, Bounds()))
        version = entry.suggestion or "a new major version"
        kept = f"keep it compatible under the mode {entry.mode}, or release it as {version}"
        yield from steps or (f"{entry.id}: {kept}.",)


def not_judged(base: str, head: str, faults: Sequence[Fault]) -> Review:
    """Return the review of two sides of which one could not be read: nobody can tell."""
    return Review(
        base=base,
        head=head,
        contracts=(),
        registry=(),
        faults=tuple(faults),
        verdict=decide((), (), faults),
    )


def _mending(fault: Fault) -> str:
    place = f"{fault.where}: " if fault.where else ""
    return f"Mend {place}{fault.message}."


def _steps(
    contracts: Sequence[ContractReview], registry: Sequence[Finding], bounds: Bounds
) -> tuple[str, ...]:
    """Return the steps contract by contract, each with what it does to other files."""
    across = tuple(registry_steps(contracts, registry))
    told: list[str] = []
    for entry in contracts:
        told += contract_steps(entry, bounds)
        told += (step for identity, step in across if identity == entry.id)
    told += (step for identity, step in across if not identity)
    return tuple(dict.fromkeys(told))
