"""Who can give an approval: from names in contracts, policy and CODEOWNERS to logins and teams.

Only what the base commit says counts. A name that is no login is never taken for one: only an
identity of the policy, or a `gitHandle` beside it, says which account it is.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from enum import StrEnum

from bot.core.approvals.policy import ApprovalPolicy, Givers
from bot.core.approvals.pull_request import Teams
from bot.core.approvals.who import Who, who_of
from bot.core.contract.model import Contract, CustomProperty, DataProduct, TeamMember
from bot.core.contract.node import MapNode, Node, SeqNode
from bot.core.records import dataclass

_LOGIN = re.compile(r"[A-Za-z0-9](?:[A-Za-z0-9-]{0,38})(?:_[A-Za-z0-9]+)?(?:\[bot\])?")
_TEAM = re.compile(r"[A-Za-z0-9][A-Za-z0-9-]*/[A-Za-z0-9_.-]+")
_ROLES = ("owner", "steward")


class Membership(StrEnum):
    """Whether somebody is among those who can give an approval."""

    YES = "yes"
    NO = "no"
    UNKNOWN = "unknown"


def membership(who: Who, login: str, teams: Teams) -> Membership:
    """Tell whether a login is one of these people, or in one of these teams."""
    key = login.lower()
    if key in {person.lower() for person in who.people}:
        return Membership.YES
    names = [team.lower() for team in who.teams]
    if any(key in teams.members.get(name, ()) for name in names):
        return Membership.YES
    return Membership.UNKNOWN if unknown_teams(who, teams) else Membership.NO


def unknown_teams(who: Who, teams: Teams) -> tuple[str, ...]:
    """Return the teams whose members nobody knows."""
    return tuple(
        team
        for team in who.teams
        if team.lower() not in teams.members and team.lower() not in teams.missing
    )


def known_teams(policy: ApprovalPolicy, teams: Teams) -> Teams:
    """Return the teams of the host, and those of the policy's roster that the host cannot tell."""
    roster = {
        name.removeprefix("@").lower(): frozenset(
            person.lower() for person in given(Givers(people=members), policy).people
        )
        for name, members in policy.teams.items()
    }
    members = {name.removeprefix("@").lower(): found for name, found in teams.members.items()}
    lowered = {name: frozenset(login.lower() for login in found) for name, found in members.items()}
    missing = {name.removeprefix("@").lower() for name in teams.missing}
    return Teams(members={**roster, **lowered}, missing=frozenset(missing))


def given(givers: Givers, policy: ApprovalPolicy) -> Who:
    """Return who the givers of a policy or of CODEOWNERS are: there a bare name is a login."""
    people = resolve((_marked(name) for name in givers.people), policy)
    return people | who_of((), (name.removeprefix("@") for name in givers.teams), ())


def _marked(name: str) -> str:
    return name if "@" in name else f"@{name}"


def resolve(names: Iterable[str], policy: ApprovalPolicy) -> Who:
    """Return whom names mean: `@login`, `@org/team`, a team of the roster, or an identity."""
    identities = {name.lower(): login for name, login in policy.identities.items()}
    roster = {name.removeprefix("@").lower() for name in policy.teams}
    people: list[str] = []
    teams: list[str] = []
    nameless: list[str] = []
    for name in names:
        text = name.strip()
        body = text.removeprefix("@")
        if (login := identities.get(text.lower())) is not None:
            people.append(login.removeprefix("@"))
        elif body.lower() in roster or (text != body and _TEAM.fullmatch(body)):
            teams.append(body)
        elif text != body and _LOGIN.fullmatch(body):
            people.append(body)
        elif text:
            nameless.append(text)
    return who_of(people, teams, nameless)


def owners_named(document: Contract | DataProduct, policy: ApprovalPolicy) -> Who:
    """Return who a document names: owners and stewards of its team, and the team's `gitTeam`.

    Who has left the team (`dateOut`) is passed over for who came instead.
    """
    team = document.team
    if team is None:
        return Who()
    names: list[str] = []
    for member in team.members:
        if any(word in (member.role or "").lower() for word in _ROLES):
            names += _names(member)
    names += _custom(team.custom_properties, "gitTeam")
    return resolve(names, policy)


def _names(member: TeamMember) -> Iterator[str]:
    if member.date_out is not None:
        if member.replaced_by_username:
            yield member.replaced_by_username
        return
    handles = [_marked(name) for name in _custom(member.custom_properties, "gitHandle")]
    yield from handles or [member.username]


def _custom(properties: Iterable[CustomProperty], name: str) -> Iterator[str]:
    for entry in properties:
        if entry.property == name and isinstance(entry.value, str) and entry.value.strip():
            yield entry.value.strip()


@dataclass(frozen=True, slots=True, kw_only=True)
class Approvers:
    """One entry of a contract's `changeApprovers`: so many of these, where one of `when` changed.

    `trouble` says why the entry cannot be read.
    """

    who: Who
    count: int = 1
    when: tuple[str, ...] = ()
    trouble: str | None = None


def change_approvers(contract: Contract, policy: ApprovalPolicy) -> tuple[Approvers, ...]:
    """Return whom a contract wants to be asked besides, by its customProperty `changeApprovers`.

    A list of names, or of mappings with `group`, and with `min` and `when` where they are needed.
    """
    found: list[Approvers] = []
    for custom in contract.custom_properties:
        if custom.property == "changeApprovers":
            value = custom.value
            entries = value if isinstance(value, SeqNode) else [value]
            found += [_approvers(entry, policy) for entry in entries]
    return tuple(found)


def _approvers(entry: Node, policy: ApprovalPolicy) -> Approvers:
    if isinstance(entry, str):
        return Approvers(who=resolve((entry,), policy))
    if not isinstance(entry, MapNode):
        return Approvers(who=Who(), trouble="an entry is neither a name nor a mapping")
    group, count, when = entry.get("group"), entry.get("min", 1), entry.get("when")
    words = when if isinstance(when, SeqNode) else [] if when is None else [when]
    if not isinstance(group, str):
        return Approvers(who=Who(), trouble="an entry names no `group`")
    if isinstance(count, bool) or not isinstance(count, int) or count < 1:
        return Approvers(who=Who(), trouble=f"`min` of `{group}` is no number from 1 on")
    told = tuple(word for word in words if isinstance(word, str))
    if len(told) < len(words):
        return Approvers(who=Who(), trouble=f"`when` of `{group}` is no list of words")
    return Approvers(who=resolve((group,), policy), count=count, when=told)
