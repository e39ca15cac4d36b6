"""What must be approved, why, and by whom: from changes, ownership, impact and policy.

Everything is read from the base: its policy, its owners, its consumers. Whoever is taken out of a
list by the very change is asked all the same.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from bot.core.approvals.board import of_board
from bot.core.approvals.need import Requirement, Role
from bot.core.approvals.people import Approvers, change_approvers, given, resolve
from bot.core.approvals.scene import (
    ChangedContract,
    ChangedProduct,
    Consumer,
    Scene,
    board,
    bound_to_head,
    owners,
)
from bot.core.approvals.who import Who


def requirements(scene: Scene) -> tuple[Requirement, ...]:
    """Return what must be approved, save the policy's own rules: owners, consumers, the board."""
    found = [need for contract in scene.contracts for need in _of_contract(scene, contract)]
    found += [_of_product(scene, product) for product in scene.products]
    found += [_of_consumer(scene, one) for one in scene.consumers]
    found += of_board(scene)
    return tuple(need for need in found if need.count > 0)


def _of_contract(scene: Scene, changed: ChangedContract) -> Iterator[Requirement]:
    who = _owners_of(scene, changed)
    title = f"owner of `{changed.id}`"
    content = scene.content(changed.paths)
    head = bound_to_head(scene, breaking=changed.breaking)
    if changed.old is None:
        reason = f"`{changed.id}` is new"
    elif changed.new is None:
        reason = f"`{changed.id}` is removed"
    else:
        reason = f"`{changed.id}` changes"
    yield Requirement(
        key=f"owner:{changed.id}:{changed.paths[-1]}",
        role=Role.OWNER,
        side=Role.OWNER,
        title=title,
        count=changed.policy.owners,
        who=who,
        reasons=(reason,),
        content=content,
        head=head,
    )
    if changed.old is not None:
        for number, entry in enumerate(change_approvers(changed.old, changed.policy), 1):
            word = _concerned(changed, entry.when)
            if word is not None or entry.trouble:
                yield _of_approvers(scene, changed, entry, (number, word or "", who))


def _owners_of(scene: Scene, changed: ChangedContract) -> Who:
    """Return the owners at the base; of a new contract those of its place, else the board."""
    if changed.old is not None:
        return owners(scene, changed.old, changed.policy, changed.old.file)
    path = changed.paths[-1]
    placed = given(changed.policy.givers, changed.policy) or given(
        scene.owned(path), changed.policy
    )
    return placed or board(scene)


def _of_approvers(
    scene: Scene, changed: ChangedContract, entry: Approvers, told: tuple[int, str, Who]
) -> Requirement:
    number, word, who = told
    named = (*(f"@{team}" for team in entry.who.teams), *entry.who.people)
    names = ", ".join(f"`{name}`" for name in named)
    because = f", where `{word}` changes" if word else ""
    trouble = f"changeApprovers of `{changed.id}`: {entry.trouble}" if entry.trouble else None
    own = set(entry.who.teams) <= set(who.teams) and set(entry.who.people) <= set(who.people)
    return Requirement(
        key=f"approver:{changed.id}:{changed.paths[-1]}:{number}",
        role=Role.APPROVER,
        side=Role.OWNER if own else f"{Role.APPROVER}:{names}",
        title=f"approver of `{changed.id}`",
        count=entry.count,
        who=entry.who,
        reasons=(f"`{changed.id}` asks for {names or 'approvers'}{because}",),
        content=scene.content(changed.paths),
        head=bound_to_head(scene, breaking=changed.breaking),
        trouble=trouble,
    )


def _concerned(changed: ChangedContract, when: Sequence[str]) -> str | None:
    """Return the word of `when` that a change fits, "" where it asks always; None: no word fits.

    A word is that of a change (`classification`), of a weight or plane (`breaking`, `wire`), or
    the id or name of a rule. A contract that goes concerns everyone.
    """
    if not when or changed.new is None:
        return ""
    told = {part for subject in changed.subjects for part in _words(subject)}
    for finding in changed.findings:
        told |= {finding.weight.word, finding.plane, finding.rule.lower(), finding.name}
    return next((word for word in when if word.lower() in told), None)


def _words(subject: str) -> set[str]:
    return {part.lower() for part in subject.replace(".", " ").split()}


def _of_product(scene: Scene, changed: ChangedProduct) -> Requirement:
    document = changed.old or changed.new
    if document is None:
        message = "a changed product has at least one side"
        raise ValueError(message)
    who = owners(scene, document, scene.policy, document.file) if changed.old else Who()
    word = "changes" if changed.old and changed.new else "is new" if changed.new else "is removed"
    return Requirement(
        key=f"owner:{document.id}:{changed.paths[-1]}",
        role=Role.OWNER,
        side=Role.OWNER,
        title=f"owner of the data product `{document.id}`",
        count=scene.policy.owners,
        who=who or given(scene.owned(changed.paths[-1]), scene.policy) or board(scene),
        reasons=(f"the data product `{document.id}` {word}",),
        content=scene.content(changed.paths),
        head=bound_to_head(scene, breaking=False),
    )


def _of_consumer(scene: Scene, one: Consumer) -> Requirement:
    """Return what a consumer has to approve.

    It stands on the side of the owners where its own document changes along, or its team is
    theirs: the people who approve that as owners could not approve this as well.
    """
    hurting = [changed for changed in scene.contracts if set(changed.paths) & set(one.paths)]
    who = _speaking_for(scene, one)
    same = all(who.is_one_team_with(_owners_of(scene, changed)) for changed in hurting)
    along = one.document is not None and one.document.file in _documents(scene)
    return Requirement(
        key=f"consumer:{one.name}",
        role=Role.CONSUMER,
        side=Role.OWNER if along or (hurting and same) else Role.CONSUMER,
        title=f"consumer `{one.name}`",
        count=max((changed.policy.consumers for changed in hurting), default=1),
        who=who,
        reasons=tuple(_reading(one)),
        content=scene.content(path for changed in hurting for path in changed.paths),
        head=bound_to_head(scene, breaking=True),
    )


def _speaking_for(scene: Scene, one: Consumer) -> Who:
    """Return who answers for a consumer: its document's owners, else whom its readers name."""
    if one.document is not None:
        return owners(scene, one.document, scene.policy, one.document.file)
    return resolve(one.named, scene.policy)


def _documents(scene: Scene) -> set[str]:
    contracts = [changed.old for changed in scene.contracts]
    products = [changed.old for changed in scene.products]
    return {found.file for found in (*contracts, *products) if found is not None}


_MOST_READS = 3


def _reading(one: Consumer) -> Iterator[str]:
    """Yield which changed elements a consumer reads, and by which rules they were found."""
    for name in one.reads[:_MOST_READS]:
        yield f"the {one.what} `{one.name}` reads `{name}`"
    if len(one.reads) > _MOST_READS:
        yield f"and {len(one.reads) - _MOST_READS} more elements"
    if one.rules:
        yield f"found by {', '.join(one.rules[:_MOST_READS])}"
