"""What a repository demands of approvals, as its policy file says it. Only values; no decision."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum

from bot.core.finding import Bump
from bot.core.records import dataclass, field, replace

MOST_NESTED = 10
"""How deep `and` and `or` may stand in each other; the same bound as policy-bot's."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Givers:
    """Who can give an approval: any of the people, and any member of the teams.

    An empty list means nobody, never anybody. People are logins, or e-mail addresses and ODCS
    usernames that the identities lead to a login; teams are `org/team` or names of the roster.
    A leading `@` is left out by whoever builds it.
    """

    people: tuple[str, ...] = ()
    teams: tuple[str, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.people or self.teams)


NOBODY = Givers()


class Matter(StrEnum):
    """What the governance board may have to agree to (`approvals.board.for`)."""

    MAJOR = "major"
    """A breaking change, a new major version, or a contract that goes."""
    WAIVER = "waiver"
    """A file of waivers that is added, changed or removed."""
    POLICY = "policy"
    """The policy file, with its roster and its identities."""
    OWNERSHIP = "ownership"
    """CODEOWNERS, and the team, the owners or the approvers that a contract names."""
    CONSUMERS = "consumers"
    """Who is registered as a reader: a data product's ports, a contract's `consumers`."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Board:
    """The governance board (`board`, and `approvals.board` for the rest).

    Without givers the owners of the policy file, as CODEOWNERS names them, are the board.
    """

    givers: Givers = NOBODY
    count: int = 1
    matters: frozenset[Matter] = frozenset(Matter)


class Binding(StrEnum):
    """How long an approval holds (`approvals.bound_to`).

    CONTENT: as long as the files it was given for are unchanged. HEAD: besides, no commit may have
    come after it, save update merges and commits of ignored committers where the policy says so.
    MAJORS: as HEAD for what a breaking change needs, as CONTENT for everything else.
    """

    CONTENT = "content"
    HEAD = "head"
    MAJORS = "majors"


class Requesting(StrEnum):
    """Who is asked for a review (`approvals.request`).

    NAMED: people and teams as they are named. PEOPLE: people, and the members of teams. TEAMS:
    teams alone. NOBODY: the report says who can approve, and nobody is asked.
    """

    NAMED = "named"
    PEOPLE = "people"
    TEAMS = "teams"
    NOBODY = "nobody"


@dataclass(frozen=True, slots=True, kw_only=True)
class When:
    """The `if` of a rule of approvals: everything that is given must hold; nothing always holds.

    `changed_files`: one changed file matches one of the patterns, under its old name or its new
    one. `no_changed_files`: none does. `labels`: all are set. `statuses`: every run of each
    succeeded, and there was one. `domains`: a changed contract belongs to one. `bump`: a contract
    needs at least so much. `rules`: a rule with one of these ids or names found something. `heads`:
    the head branch matches a pattern; that of a fork is called `owner:branch`. `author_in`: the
    author is one of these; `only_contributors_in`: so is everyone who wrote or committed, the
    author included.
    """

    changed_files: tuple[str, ...] = ()
    no_changed_files: tuple[str, ...] = ()
    labels: tuple[str, ...] = ()
    statuses: tuple[str, ...] = ()
    domains: tuple[str, ...] = ()
    bump: Bump = Bump.NONE
    rules: tuple[str, ...] = ()
    heads: tuple[str, ...] = ()
    author_in: Givers = NOBODY
    only_contributors_in: Givers = NOBODY


@dataclass(frozen=True, slots=True, kw_only=True)
class Ask:
    """The `requires` of a rule: so many approvals of these, and these conditions.

    `labels` and `statuses` are conditions beside the approvals, never a replacement for one. With
    a count of 0 and no condition, nothing is required.
    """

    count: int = 1
    givers: Givers = NOBODY
    labels: tuple[str, ...] = ()
    statuses: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class ExtraRule:
    """One entry of `approvals.rules`. Where its `if` does not hold, it is skipped."""

    name: str
    when: When = field(default_factory=When)
    ask: Ask = field(default_factory=Ask)


@dataclass(frozen=True, slots=True)
class Named:
    """A rule of `approvals.rules`, by its name."""

    rule: str


@dataclass(frozen=True, slots=True)
class AllOf:
    """Every part is needed (`and`)."""

    parts: tuple[Combination, ...]


@dataclass(frozen=True, slots=True)
class AnyOf:
    """One part is enough (`or`)."""

    parts: tuple[Combination, ...]


Combination = Named | AllOf | AnyOf
"""How the rules of `approvals.rules` hang together (`approvals.require`)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ApprovalScope:
    """What a domain or a path pattern says of approvals (`domains.X.approvals`); None: nothing.

    `givers` are the owners of its contracts, beside those that a contract itself names.
    """

    owners: int | None = None
    consumers: int | None = None
    givers: Givers | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ApprovalPolicy:
    """The part `approvals` of the policy file, with the roster and the identities.

    `owners`: how many owners of each changed contract approve. `consumers`: how many of each
    consumer that a breaking change reaches. `givers`: the owners of contracts that a scope adds.
    `several_roles`: whether one person may approve as owner, as consumer and as the board at once.
    `author` and `contributors`: whether approvals of the pull request's author, and of everyone
    else who wrote or committed one of its commits, count; neither implies the other.
    `ignore_update_merges`: whether someone whose only commit is a merge of the base branch, made
    on the web, is no contributor. `ignore_commits_by`: logins whose commits make nobody a
    contributor, where both author and committer are among them. `objectors`: who holds the change
    up by requesting changes. `rules`: what is required besides; `require` combines them, without it
    all are needed. `teams`: the members of teams, `identities`: the login behind an e-mail address
    or an ODCS username.
    """

    owners: int = 1
    consumers: int = 1
    givers: Givers = NOBODY
    board: Board = field(default_factory=Board)
    several_roles: bool = False
    author: bool = False
    contributors: bool = False
    ignore_update_merges: bool = False
    ignore_commits_by: tuple[str, ...] = ()
    bound_to: Binding = Binding.CONTENT
    request: Requesting = Requesting.NAMED
    objectors: Givers = NOBODY
    rules: tuple[ExtraRule, ...] = ()
    require: Combination | None = None
    teams: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    identities: Mapping[str, str] = field(default_factory=dict)

    def scoped(self, scope: ApprovalScope) -> ApprovalPolicy:
        """Return the policy as it holds within a scope."""
        return replace(
            self,
            owners=self.owners if scope.owners is None else scope.owners,
            consumers=self.consumers if scope.consumers is None else scope.consumers,
            givers=self.givers if scope.givers is None else scope.givers,
        )


def faults(policy: ApprovalPolicy) -> tuple[str, ...]:
    """Return what is wrong in the combination of rules, in words; nothing where all is well.

    Rules named twice, a combination that names a rule there is not, an empty `and` or `or`, and
    nesting deeper than MOST_NESTED.
    """
    names = [rule.name for rule in policy.rules]
    told = [
        f"two rules are named `{name}`" for name in dict.fromkeys(names) if names.count(name) > 1
    ]
    if policy.require is not None:
        told += _faults(policy.require, frozenset(names), 1)
    return tuple(dict.fromkeys(told))


def _faults(tree: Combination, names: frozenset[str], depth: int) -> list[str]:
    if depth > MOST_NESTED + 1:
        return [f"`and` and `or` stand deeper in each other than {MOST_NESTED}"]
    match tree:
        case Named():
            return [] if tree.rule in names else [f"there is no rule `{tree.rule}`"]
        case AllOf() | AnyOf():
            word = "and" if isinstance(tree, AllOf) else "or"
            if not tree.parts:
                return [f"`{word}` is empty"]
            return [told for part in tree.parts for told in _faults(part, names, depth + 1)]


DEFAULT_APPROVALS = ApprovalPolicy()
