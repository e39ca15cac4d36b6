"""Turns what a review found into one verdict, with what to do next."""

from __future__ import annotations

from collections.abc import Sequence

from bot.core.approvals.answer import ApprovalTree, State
from bot.core.approvals.steps import pending_steps, undecided_steps
from bot.core.errors import Fault
from bot.core.finding import Finding
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
)
from bot.core.steps import Bounds, contract_steps, registry_steps, unproven_steps


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
    announces that it does not; nor what is wrong in its text, which `lint` tells.
    """
    told = tuple(replace(entry, lint=()) for entry in review.contracts)
    review = replace(review, contracts=told, verdict=decide(told, review.registry, review.faults))
    if review.compatible or not isinstance(review.verdict, Passed):
        return review
    steps = tuple(
        f"{entry.id}: keep it compatible under the mode {entry.mode}, "
        f"or release it as {entry.suggestion or 'a new major version'}."
        for entry in review.contracts
        if not entry.compatible
    )
    return replace(review, verdict=Failed(steps))


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
