"""The policy file and the environment: the only reader of either."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from bot.adapters.approval_settings import approval_policy, approval_scope
from bot.adapters.schema_faults import by_line, fault_at, meant, published_schema, schema_faults
from bot.adapters.yaml_reader import read_yaml
from bot.core.approvals.policy import ApprovalPolicy
from bot.core.approvals.policy import faults as faults_of_approvals
from bot.core.contract.node import Document, MapNode, Node, SeqNode, Step
from bot.core.conventions import Conventions
from bot.core.errors import ErrorCode, Fault, StewardError
from bot.core.finding import Weight
from bot.core.mode import FULL, Mode, read_mode
from bot.core.policy.settings import DEFAULT_LIMITS, DEFAULT_PATHS, Scope, Settings, WaiverLimits
from bot.core.policy.window import DEFAULT_WINDOW, Window
from bot.core.sets.sensitivity import DEFAULT

WEIGHTS = {weight.word: weight for weight in Weight}
_SCOPES = ("domains", "paths")


def debugging() -> bool:
    """Tell whether the user asked for tracebacks."""
    return os.environ.get("STEWARD_DEBUG", "") not in ("", "0")


def caching() -> bool:
    """Tell whether anything may be kept between runs: not where STEWARD_CACHE says `off`."""
    return os.environ.get("STEWARD_CACHE", "").lower() not in {"off", "0", "no", "false"}


def environment() -> Mapping[str, str]:
    """Return the variables that the process was started with."""
    return dict(os.environ)


def cache_folder() -> Path | None:
    """Return where STEWARD_CACHE_DIR lets what is kept between runs lie, None without it."""
    named = os.environ.get("STEWARD_CACHE_DIR", "")
    return Path(named) if named else None


def settings_schema() -> dict[str, Any]:
    """Return the JSON Schema of the policy file, as published."""
    return published_schema("settings")


def read_settings(data: bytes, file: str, rule_names: Mapping[str, str]) -> Settings:
    """Return the policy in the bytes of the file.

    `rule_names` has every rule's id, name and alias, each with the rule's name. Raises
    StewardError with every fault: unknown keys, modes, rules and weights, with did-you-mean.
    """
    document = read_yaml(data, file)
    faults = schema_faults(document, settings_schema(), ErrorCode.BAD_SETTINGS)
    faults += [*_rule_faults(document, rule_names), *_repeated_teams(document)]
    if faults:
        raise StewardError(*sorted(set(faults), key=by_line))
    approvals = approval_policy(document.root)
    faults = _combination_faults(document, approvals)
    if faults:
        raise StewardError(*faults)
    return _settings(document, approvals, rule_names)


def _settings(
    document: Document, approvals: ApprovalPolicy, rule_names: Mapping[str, str]
) -> Settings:
    root, file = document.root, document.file
    return Settings(
        file=file,
        contracts=_texts(root.get("contracts")) or DEFAULT_PATHS,
        compatibility=_mode(root) or FULL,
        window=Window(
            _whole(root, "deprecation", "window", DEFAULT_WINDOW.days) or 0,
            _whole(root, "deprecation", "releases", DEFAULT_WINDOW.releases) or 0,
        ),
        conventions=_conventions(root),
        rules=_weights(root.get("rules")),
        scopes=tuple(
            scope for part in _SCOPES for scope in _scopes(root, part, file, approvals.teams)
        ),
        approvals=approvals,
        waivers=_limits(root, rule_names),
        sources=dict(_sources(root, "", file)),
    )


def _rule_faults(document: Document, rule_names: Mapping[str, str]) -> list[Fault]:
    """Return the fault of each rule that the file names and that is none."""
    return [
        fault_at(
            document,
            path,
            f"`{name}` is no rule",
            meant(name, rule_names),
            key=True,
            code=ErrorCode.UNKNOWN_RULE,
        )
        for path, name in _named_rules(document.root)
        if name not in rule_names
    ]


def _repeated_teams(document: Document) -> Iterator[Fault]:
    """Yield the fault of each team that is there with `@` and without: it is one team."""
    teams = document.root.get("teams")
    if not isinstance(teams, MapNode):
        return
    for name in teams:
        if name.startswith("@") and name[1:] in teams:
            message = f"the team `{name}` is there twice, with `@` and without"
            yield fault_at(document, ["teams", name], message, "keep one of the two", key=True)


def _named_rules(root: MapNode) -> Iterator[tuple[list[Step], str]]:
    """Yield each rule of the catalogue that the file names, with the path of the name."""
    holders: list[tuple[list[Step], Node]] = [([], root)]
    for part in _SCOPES:
        scopes = root.get(part)
        if isinstance(scopes, MapNode):
            holders += [([part, name], scope) for name, scope in scopes.items()]
    for path, holder in holders:
        rules = holder.get("rules") if isinstance(holder, MapNode) else None
        if isinstance(rules, MapNode):
            yield from (([*path, "rules", name], name) for name in rules)
    yield from _listed(root, ["waivers", "never"])
    extra = _at(root, "approvals", "rules")
    for index in range(len(extra) if isinstance(extra, SeqNode) else 0):
        yield from _listed(root, ["approvals", "rules", index, "if", "rules"])


def _listed(root: MapNode, path: list[Step]) -> Iterator[tuple[list[Step], str]]:
    for index, name in enumerate(_texts(_at(root, *path))):
        yield [*path, index], name


def _combination_faults(document: Document, approvals: ApprovalPolicy) -> list[Fault]:
    """Return what is wrong in how the rules of approvals hang together."""
    hint = f"the rules are: {', '.join(f'`{rule.name}`' for rule in approvals.rules) or 'none'}"
    return [
        fault_at(document, ["approvals", "require"], f"`approvals.require`: {told}", hint, key=True)
        for told in faults_of_approvals(approvals)
    ]


def _at(node: Node, *path: Step) -> Node:
    """Return the node at a path, None where it leads nowhere."""
    for step in path:
        if isinstance(node, MapNode):
            node = node.get(str(step))
        elif isinstance(node, SeqNode) and isinstance(step, int):
            node = node[step]
        else:
            return None
    return node


def _mode(node: MapNode) -> Mode | None:
    value = node.get("compatibility")
    return read_mode(value) if isinstance(value, str) else None


def _texts(value: Node) -> tuple[str, ...]:
    return tuple(str(item) for item in value) if isinstance(value, SeqNode) else ()


def _whole(node: MapNode, part: str, key: str, default: int | None) -> int | None:
    """Return a whole number, also one that is written `90.0`, as JSON Schema has it."""
    value = _at(node, part, key)
    return int(value) if isinstance(value, int | float) else default


def _weights(value: Node) -> Mapping[str, Weight]:
    if not isinstance(value, MapNode):
        return {}
    return {name: WEIGHTS[str(word)] for name, word in value.items() if str(word) in WEIGHTS}


def _conventions(root: MapNode) -> Conventions:
    words = _texts(_at(root, "conventions", "classifications"))
    return Conventions(
        between_inclusive=_at(root, "conventions", "mustBeBetween") != "exclusive",
        sensitivity=tuple((word,) for word in words) or DEFAULT,
    )


def _limits(root: MapNode, rule_names: Mapping[str, str]) -> WaiverLimits:
    return WaiverLimits(
        max_days=_whole(root, "waivers", "maxDays", None) or DEFAULT_LIMITS.max_days,
        never=frozenset(rule_names[name] for name in _texts(_at(root, "waivers", "never"))),
    )


def _scopes(
    root: MapNode, part: str, file: str, teams: Mapping[str, tuple[str, ...]]
) -> Iterator[Scope]:
    scopes = root.get(part)
    if not isinstance(scopes, MapNode):
        return
    for name, scope in scopes.items():
        if isinstance(scope, MapNode):
            yield Scope(
                source=f"{file}:{scopes.marks[name][0][0]} ({part}.{name})",
                domain=name if part == "domains" else None,
                paths=(name,) if part == "paths" else (),
                compatibility=_mode(scope),
                days=_whole(scope, "deprecation", "window", None),
                releases=_whole(scope, "deprecation", "releases", None),
                approvals=approval_scope(scope, teams),
                rules=_weights(scope.get("rules")),
                sources=dict(_sources(scope, "", file, f" ({part}.{name})")),
            )


def _sources(node: MapNode, prefix: str, file: str, told: str = "") -> Iterator[tuple[str, str]]:
    """Yield the place of each setting below a node, by its dotted name."""
    for key, value in node.items():
        name = f"{prefix}{key.removeprefix('@') if prefix == 'teams.' else key}"
        if isinstance(value, MapNode) and name != "approvals.require":
            if name not in _SCOPES:
                yield from _sources(value, f"{name}.", file, told)
        else:
            yield name, f"{file}:{node.marks[key][0][0]}{told}"
