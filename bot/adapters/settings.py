"""The policy file and the environment: the only reader of either."""

from __future__ import annotations

import json
import os
from collections.abc import Mapping
from difflib import get_close_matches
from importlib import resources
from typing import Any

from bot.adapters.yaml_reader import read_yaml
from bot.core.contract.node import Document, MapNode, Node, SeqNode
from bot.core.conventions import Conventions
from bot.core.errors import ErrorCode, Fault, StewardError
from bot.core.finding import Weight
from bot.core.mode import FULL, MODES, Mode, read_mode
from bot.core.policy.settings import DEFAULT_PATHS, Scope, Settings
from bot.core.sets.sensitivity import DEFAULT

WEIGHTS = {weight.word: weight for weight in Weight}


def debugging() -> bool:
    """Tell whether the user asked for tracebacks."""
    return os.environ.get("STEWARD_DEBUG", "") not in ("", "0")


def settings_schema() -> dict[str, Any]:
    """Return the JSON Schema of the policy file, as published."""
    text = resources.files("bot").joinpath("schemas/settings.schema.json").read_text("utf-8")
    schema: dict[str, Any] = json.loads(text)
    return schema


def read_settings(data: bytes, file: str, rule_names: Mapping[str, str]) -> Settings:
    """Return the policy in the bytes of the file.

    `rule_names` has every rule's id, name and alias, each with the rule's name. Raises
    StewardError with every fault: unknown keys, modes, rules and weights, with did-you-mean.
    """
    document = read_yaml(data, file)
    faults = [*_schema_faults(document), *_rule_faults(document, rule_names)]
    if faults:
        raise StewardError(*sorted(set(faults), key=_by_line))
    root = document.root
    return Settings(
        file=file,
        contracts=_texts(root.get("contracts")) or DEFAULT_PATHS,
        compatibility=_mode(root) or FULL,
        compatibility_set="compatibility" in root,
        conventions=_conventions(root),
        rules=_weights(root.get("rules")),
        scopes=(*_scopes(root, "domains", file), *_scopes(root, "paths", file)),
    )


def _schema_faults(document: Document) -> list[Fault]:
    import jsonschema_rs  # noqa: PLC0415  # no file, no need

    schema = settings_schema()
    if jsonschema_rs.validator_for(schema).is_valid(document.root):
        return []
    from jsonschema import Draft202012Validator  # noqa: PLC0415  # 70 ms, and only for faults

    faults = []
    for error in Draft202012Validator(schema).iter_errors(document.root):
        faults.extend(_explained(error, document))
    return faults


def _explained(error: Any, document: Document) -> list[Fault]:  # noqa: ANN401  # imported late
    path = list(error.absolute_path)
    if error.validator == "additionalProperties":
        known = list(error.schema.get("properties", ()))
        return [
            _fault(document, [*path, key], f"`{key}` is no setting", _meant(key, known), key=True)
            for key in error.instance
            if key not in known
        ]
    name = ".".join(str(entry) for entry in path) or "the file"
    if error.validator == "enum":
        allowed = [str(value) for value in error.validator_value]
        hint = _meant(str(error.instance), allowed)
        return [_fault(document, path, f"`{name}` cannot be `{error.instance}`", hint)]
    if error.validator == "required":
        return [_fault(document, path, f"`{name}`: {error.message}", "add the key")]
    wanted = error.validator_value if error.validator == "type" else error.validator
    hint = f"give it a value of type {wanted}; see `steward config --schema`"
    return [_fault(document, path, f"`{name}` has the wrong form", hint)]


def _rule_faults(document: Document, rule_names: Mapping[str, str]) -> list[Fault]:
    places: list[tuple[list[str | int], Node]] = [(["rules"], document.root.get("rules"))]
    for part in ("domains", "paths"):
        scopes = document.root.get(part)
        if isinstance(scopes, MapNode):
            for name, scope in scopes.items():
                if isinstance(scope, MapNode):
                    places.append(([part, name, "rules"], scope.get("rules")))
    return [
        _fault(
            document,
            [*path, name],
            f"`{name}` is no rule",
            _meant(name, [*rule_names]),
            key=True,
            code=ErrorCode.UNKNOWN_RULE,
        )
        for path, rules in places
        if isinstance(rules, MapNode)
        for name in rules
        if name not in rule_names
    ]


def _fault(  # noqa: PLR0913  # a fault with the place it is found at
    document: Document,
    path: list[Any],
    message: str,
    hint: str,
    *,
    key: bool = False,
    code: ErrorCode = ErrorCode.BAD_SETTINGS,
) -> Fault:
    where = document.locate(path, key=key)
    return Fault(code, message, hint, where, document.line(where.line))


def _meant(word: str, known: list[str]) -> str:
    near = get_close_matches(word, known, n=1, cutoff=0.6)
    return f"did you mean `{near[0]}`?" if near else f"known here: {', '.join(known[:40])}"


def _by_line(fault: Fault) -> tuple[int, int, str]:
    where = fault.where
    return (where.line, where.column, fault.message) if where else (0, 0, fault.message)


def _mode(node: MapNode) -> Mode | None:
    value = node.get("compatibility")
    return read_mode(value) if isinstance(value, str) else None


def _texts(value: Node) -> tuple[str, ...]:
    return tuple(str(item) for item in value) if isinstance(value, SeqNode) else ()


def _weights(value: Node) -> Mapping[str, Weight]:
    if not isinstance(value, MapNode):
        return {}
    return {name: WEIGHTS[str(word)] for name, word in value.items() if str(word) in WEIGHTS}


def _conventions(root: MapNode) -> Conventions:
    node = root.get("conventions")
    if not isinstance(node, MapNode):
        return Conventions()
    words = _texts(node.get("classifications"))
    return Conventions(
        between_inclusive=node.get("mustBeBetween") != "exclusive",
        sensitivity=tuple((word,) for word in words) or DEFAULT,
    )


def _scopes(root: MapNode, part: str, file: str) -> list[Scope]:
    scopes = root.get(part)
    if not isinstance(scopes, MapNode):
        return []
    return [
        Scope(
            source=f"{file}:{scopes.marks[name][0][0]} ({part}.{name})",
            domain=name if part == "domains" else None,
            paths=(name,) if part == "paths" else (),
            compatibility=_mode(scope),
            rules=_weights(scope.get("rules")),
        )
        for name, scope in scopes.items()
        if isinstance(scope, MapNode)
    ]


def modes_in_words() -> tuple[str, ...]:
    """Return the names of all compatibility modes."""
    return tuple(str(mode) for mode in MODES)
