"""Asks for approvals: who is needed for a range, and what the reviews that are handed in say."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from bot.core.approvals.answer import ApprovalTree
from bot.core.approvals.codeowners import CodeOwners, unknown_teams
from bot.core.approvals.need import Need, Needs, Requirement
from bot.core.approvals.policy import ApprovalPolicy
from bot.core.approvals.pull_request import PullRequest, Teams
from bot.core.approvals.scene import ChangedFile, ChangedProduct
from bot.core.contract.model import Contract, DataProduct
from bot.core.errors import Fault
from bot.core.lineage.graph import Lineage
from bot.core.policy.settings import Settings
from bot.core.records import dataclass, replace
from bot.core.review import ContractReview


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """What has to be known beside reviews: who is in these teams, and the statuses of the head."""

    teams: frozenset[str]
    statuses: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Asking:
    """What else differs in the range, who owns its files at the base, and where reviews come from.

    `pull_request` is called with the paths that approvals are given for, and only where reviews are
    needed at all. None: there are no reviews; it is told who will be asked. `complete` then adds
    what else the host knows.
    """

    files: tuple[ChangedFile, ...]
    codeowners: CodeOwners | None
    proposed: CodeOwners | None = None
    """CODEOWNERS as it will be, for the lines of it that GitHub will skip."""
    pull_request: Callable[[frozenset[str]], PullRequest] | None = None
    complete: Callable[[PullRequest, Wanted], PullRequest] | None = None


def approvals(
    entries: Sequence[ContractReview],
    products: tuple[ChangedProduct, ...],
    settings: Settings,
    asking: Asking,
    weave: Callable[[], Lineage],
) -> ApprovalTree | None:
    """Return what must be approved and how far it is; None where there is no policy file.

    `weave` returns the lineage of the base; it is called where a change hurts somebody.
    """
    if settings.file is None:
        return None
    from bot.core.approvals.evaluate import (  # noqa: PLC0415  # only where somebody is asked
        evaluate,
        wants_reviews,
        will_be_asked,
    )
    from bot.core.approvals.extra import needs  # noqa: PLC0415  # as above
    from bot.core.consulting import Changes, hurts, scene  # noqa: PLC0415  # as above

    lineage = weave() if hurts(entries) else None
    changes = Changes(files=asking.files, products=products, codeowners=asking.codeowners)
    found = scene(entries, changes, settings, lineage)
    asked = needs(found, None)
    if asking.pull_request is None:
        return replace(will_be_asked(asked), notes=_notes(asking, Teams()))
    if not wants_reviews(asked):
        nobody = PullRequest(number=0, author=None, base="", head="")
        return replace(evaluate(asked, nobody, settings.approvals), notes=_notes(asking, Teams()))
    pull_request = asking.pull_request(frozenset(_paths(asked)))
    if asking.complete is not None:
        wanted = Wanted(
            teams=frozenset(_teams(asked, settings.approvals)),
            statuses=_statuses(settings.approvals),
        )
        pull_request = asking.complete(pull_request, wanted)
    tree = evaluate(needs(found, pull_request), pull_request, settings.approvals)
    return replace(tree, notes=_notes(asking, pull_request.teams))


def _notes(asking: Asking, teams: Teams) -> tuple[Fault, ...]:
    """Return what is wrong with CODEOWNERS as it is, and as it will be."""
    both = [owners for owners in (asking.codeowners, asking.proposed) if owners is not None]
    told = [fault for owners in both for fault in owners.faults]
    told += [fault for owners in both for fault in unknown_teams(owners, teams.missing)]
    return tuple(dict.fromkeys(told))


def pair_products(
    old: Sequence[Contract | DataProduct], new: Sequence[Contract | DataProduct]
) -> tuple[ChangedProduct, ...]:
    """Return which data product became which, by id, in the order of their files."""
    before = {found.id: found for found in old if isinstance(found, DataProduct)}
    after = {found.id: found for found in new if isinstance(found, DataProduct)}
    pairs = [
        ChangedProduct(old=before.get(name), new=after.get(name))
        for name in dict.fromkeys((*before, *after))
    ]
    return tuple(sorted(pairs, key=lambda pair: pair.paths))


def _paths(need: Need) -> set[str]:
    match need:
        case Requirement():
            return set(need.content)
        case Needs():
            return {path for part in need.parts for path in _paths(part)}
        case _:
            return set()


def _teams(need: Need, policy: ApprovalPolicy) -> Iterator[str]:
    """Yield every team whose members may matter: those asked, and those in conditions."""
    match need:
        case Requirement():
            yield from need.who.teams
        case Needs():
            for part in need.parts:
                yield from _teams(part, policy)
        case _:
            pass
    yield from policy.objectors.teams
    for rule in policy.rules:
        yield from (*rule.ask.givers.teams, *rule.when.author_in.teams)
        yield from rule.when.only_contributors_in.teams


def _statuses(policy: ApprovalPolicy) -> bool:
    return any(rule.when.statuses or rule.ask.statuses for rule in policy.rules)
