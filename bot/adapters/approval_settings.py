"""From the nodes of the policy file to what it demands of approvals. The nodes are valid."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TypeVar

from bot.core.approvals.policy import (
    DEFAULT_APPROVALS,
    AllOf,
    AnyOf,
    ApprovalPolicy,
    ApprovalScope,
    Ask,
    Binding,
    Board,
    Combination,
    ExtraRule,
    Givers,
    Matter,
    Named,
    Requesting,
    When,
)
from bot.core.contract.node import MapNode, Node, SeqNode
from bot.core.finding import Bump

_Default = TypeVar("_Default", int, None)
_BUMPS = {bump.word: bump for bump in Bump}


def approval_policy(root: MapNode) -> ApprovalPolicy:
    """Return what the file demands, with the board, the roster of teams and the identities."""
    node = _mapping(root.get("approvals"))
    default = DEFAULT_APPROVALS
    teams = _teams(root)
    return ApprovalPolicy(
        owners=_count(node, "owners", default.owners),
        consumers=_count(node, "consumers", default.consumers),
        board=_board(_mapping(node.get("board")), givers(root.get("board"), teams)),
        several_roles=node.get("severalRoles") is True,
        author=node.get("author") is True,
        contributors=node.get("contributors") is True,
        ignore_update_merges=node.get("ignoreUpdateMerges") is True,
        ignore_commits_by=tuple(map(_bare, _texts(node, "ignoreCommitsBy"))),
        bound_to=Binding(str(node.get("boundTo", default.bound_to))),
        request=Requesting(str(node.get("request", default.request))),
        objectors=givers(node.get("objectors"), teams),
        rules=tuple(_rule(_mapping(entry), teams) for entry in _list(node, "rules")),
        require=_combination(node["require"]) if "require" in node else None,
        teams=teams,
        identities={
            name: _bare(str(login)) for name, login in _mapping(root.get("identities")).items()
        },
    )


def approval_scope(scope: MapNode, teams: Mapping[str, tuple[str, ...]]) -> ApprovalScope:
    """Return what a domain or a path says of approvals; `teams` is the roster."""
    node = _mapping(scope.get("approvals"))
    return ApprovalScope(
        owners=_count(node, "owners", None),
        consumers=_count(node, "consumers", None),
        givers=givers(scope["owners"], teams) if "owners" in scope else None,
    )


def givers(node: Node, teams: Mapping[str, tuple[str, ...]]) -> Givers:
    """Return the people and the teams of a list.

    A team is what the roster has, or what is written `org/team`; all others are people.
    """
    names = [_bare(str(entry)) for entry in node] if isinstance(node, SeqNode) else []
    told = {name: name in teams or ("/" in name and "@" not in name) for name in names}
    return Givers(
        people=tuple(name for name, team in told.items() if not team),
        teams=tuple(name for name, team in told.items() if team),
    )


def _teams(root: MapNode) -> Mapping[str, tuple[str, ...]]:
    return {
        _bare(name): tuple(_bare(str(member)) for member in members)
        for name, members in _mapping(root.get("teams")).items()
        if isinstance(members, SeqNode)
    }


def _board(node: MapNode, members: Givers) -> Board:
    default = DEFAULT_APPROVALS.board
    matters = node.get("for")
    return Board(
        givers=members,
        count=_count(node, "count", default.count),
        matters=(
            frozenset(Matter(str(matter)) for matter in matters)
            if isinstance(matters, SeqNode)
            else default.matters
        ),
    )


def _rule(node: MapNode, teams: Mapping[str, tuple[str, ...]]) -> ExtraRule:
    when, ask = _mapping(node.get("if")), _mapping(node.get("requires"))
    return ExtraRule(
        name=str(node["name"]),
        when=When(
            changed_files=_texts(when, "changedFiles"),
            no_changed_files=_texts(when, "noChangedFiles"),
            labels=_texts(when, "labels"),
            statuses=_texts(when, "statuses"),
            domains=_texts(when, "domains"),
            bump=_BUMPS[str(when.get("bump", Bump.NONE.word))],
            rules=_texts(when, "rules"),
            heads=_texts(when, "heads"),
            author_in=givers(when.get("authorIn"), teams),
            only_contributors_in=givers(when.get("onlyContributorsIn"), teams),
        ),
        ask=Ask(
            count=_count(ask, "count", 1),
            givers=givers(ask.get("from"), teams),
            labels=_texts(ask, "labels"),
            statuses=_texts(ask, "statuses"),
        ),
    )


def _combination(node: Node) -> Combination:
    if not isinstance(node, MapNode):
        return Named(str(node))
    if "and" in node:
        return AllOf(tuple(map(_combination, _list(node, "and"))))
    return AnyOf(tuple(map(_combination, _list(node, "or"))))


def _count(node: MapNode, key: str, default: _Default) -> int | _Default:
    value = node.get(key)
    return default if value is None or isinstance(value, str | list | dict) else int(value)


def _mapping(node: Node) -> MapNode:
    return node if isinstance(node, MapNode) else MapNode()


def _list(node: MapNode, key: str) -> tuple[Node, ...]:
    value = node.get(key)
    return tuple(value) if isinstance(value, SeqNode) else ()


def _texts(node: MapNode, key: str) -> tuple[str, ...]:
    return tuple(str(entry) for entry in _list(node, key))


def _bare(name: str) -> str:
    return name.removeprefix("@")
