"""Who owns a contract, and whether a change took its last owner."""

from __future__ import annotations

from bot.core.contract.model import Contract, Team, TeamMember
from bot.core.diff.changes import Change, Changed, Removed
from bot.core.rule import Pair


def took_last_owner(change: Change, pair: Pair) -> bool:
    """Tell whether the change took an owner, and the contract has none any more."""
    return _was_owner(change) and _is_owned(pair.old) and not _is_owned(pair.new)


def _is_owned(contract: Contract) -> bool:
    return any(_owns(member) for member in (contract.team.members if contract.team else ()))


def _owns(member: TeamMember) -> bool:
    role = (member.role or "").lower()
    left = member.date_out is not None and member.replaced_by_username is None
    return "owner" in role and not left


def _was_owner(change: Change) -> bool:
    match change:
        case Removed(element=Team() as team):
            return any(_owns(member) for member in team.members)
        case Removed(element=TeamMember() as member):
            return _owns(member)
        case Changed(before=TeamMember() as member, attribute="role" | "dateOut"):
            return _owns(member)
        case _:
            return False
