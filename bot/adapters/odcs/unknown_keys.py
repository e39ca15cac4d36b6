"""Explains keys that the standard does not have where they stand."""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterator

from bot.adapters.odcs.case import Case, Path, owners
from bot.adapters.odcs.mistakes import HINTS
from bot.adapters.odcs.shipped import PRODUCT
from bot.adapters.odcs.structure import Condition, Place
from bot.adapters.odcs.wording import listed, shown, spelled, thing
from bot.adapters.yaml.scalars import BadNumberError, resolve
from bot.core.contract.node import MapNode, Node
from bot.core.contract.synonyms import logical_type
from bot.core.errors import ErrorCode, Fault

_CLOSE = 0.7
_FEW_OWNERS = 3
_NULLABLE = frozenset(("isnullable", "nullable"))
_TYPE_KEYS = frozenset(("type", "datatype"))


def unknown_key_faults(case: Case, path: Path) -> Iterator[tuple[str, Fault]]:
    """Yield each key of the mapping at the path that the standard has not there, and its fault."""
    place = case.place(path)
    if place is None or not isinstance(place.node, MapNode):
        return
    for key in place.unknown_keys():
        conditions = place.unmet(key)
        if any(_is_itself_wrong(case, path, place, condition) for condition in conditions):
            continue
        noun = _noun(case, place)
        statement = f"{case.standard} has no key `{shown(key)}` in {noun}"
        hint = _hint(case, path, place, key)
        fault = case.fault(ErrorCode.UNKNOWN_KEY, (*path, key), statement, hint, key=True)
        yield key, fault


def _is_itself_wrong(case: Case, path: Path, place: Place, condition: Condition) -> bool:
    """Tell whether a condition's own key is a fault already: by its value, or by its absence."""
    node = place.node
    if not isinstance(node, MapNode) or condition.key not in node:
        return condition.key in place.required_keys()
    inner = case.place((*path, condition.key))
    return inner is not None and node[condition.key] not in inner.values()


def _noun(case: Case, place: Place) -> str:
    node = place.node
    kind = place.kind
    if kind == "Server" and isinstance(node, MapNode) and isinstance(node.get("type"), str):
        return f"a server of type `{shown(str(node['type']))}`"
    if kind == "Team" and "members" not in place.keys:
        kind = "TeamMember"
    return thing(kind, case.whole)


def _hint(case: Case, path: Path, place: Place, key: str) -> str:
    node = place.node
    value = node[key] if isinstance(node, MapNode) else None
    return (
        _curated(case, place, key, value)
        or _respelled(place, key)
        or _since(case, path, place, key)
        or _close(place, key)
        or _conditional(place, key)
        or _other_option(case, path, key)
        or _elsewhere(place, key)
        or _custom(place, key)
    )


def _plain(key: str) -> str:
    return key.lower().replace("_", "").replace("-", "").replace(" ", "")


def _curated(case: Case, place: Place, key: str, value: Node) -> str | None:
    group = "product" if case.standard.schema == PRODUCT and not place.kind else place.kind
    plain = _plain(key)
    is_property = group in {"SchemaProperty", "SchemaItemProperty"}
    if is_property and plain in _NULLABLE and isinstance(value, bool):
        default = ", or nothing: it is the default" if value else ""
        return f"ODCS says it the other way round: write `required: {spelled(not value)}`{default}"
    if is_property and plain in _TYPE_KEYS and isinstance(value, str):
        return _type_hint(value)
    text = HINTS.get(group, {}).get(plain)
    if text is None:
        return None
    if "members" not in place.keys and case.standard.schema.startswith("odcs-3.0"):
        text = text.replace("`team.members`", "`team`").replace("`members`", "`team`")
    return text.format(value=_value(value), key=_as_text(key))


def _as_text(key: str) -> str:
    """Return a key as a value that YAML reads as a text: `null`, `~` and `1` in quotes."""
    plain = re.fullmatch(r"[\w.-]+(?: [\w.-]+)*", key) is not None
    told = shown(key, 40)
    return told if plain and _is_text(key) else f'"{told}"'


def _is_text(plain: str) -> bool:
    try:
        return isinstance(resolve(plain), str)
    except BadNumberError:
        return False


def _value(value: Node) -> str:
    """Return a value as it may be written again: quotes only where text needs them."""
    if isinstance(value, str) and value.replace("_", "").replace("-", "").isalnum():
        return shown(value)
    return "…" if value is None or isinstance(value, dict | list) else spelled(value)


def _type_hint(value: str) -> str:
    logical = logical_type(value)
    if logical == value:
        return f"write `logicalType: {logical}`"
    physical = f"`physicalType: {shown(value, 40)}`"
    if logical:
        return f"write `logicalType: {logical}`, and {physical} for the database's own type"
    return f"write {physical} for the database's own type, and a `logicalType` of ODCS"


def _available(place: Place) -> list[str]:
    present = place.node if isinstance(place.node, MapNode) else MapNode()
    return [key for key in place.keys if not place.unmet(key) and key not in present]


def _respelled(place: Place, key: str) -> str | None:
    for allowed in _available(place):
        if _plain(allowed) == _plain(key):
            return f"write `{allowed}`"
    return None


def _since(case: Case, path: Path, place: Place, key: str) -> str | None:
    for version, later in case.later(path) if key not in place.keys else ():
        if key in later.keys:
            return (
                f"`{key}` came with {version}; this file declares {case.standard.declared}:"
                f" raise `apiVersion` to {version} or later"
            )
    return None


def _close(place: Place, key: str) -> str | None:
    found = difflib.get_close_matches(key[:60], _available(place), 1, _CLOSE)
    return f"did you mean `{found[0]}`?" if found else None


def _conditional(place: Place, key: str) -> str | None:
    ways: dict[str, list[str]] = {}
    for condition in place.unmet(key):
        ways.setdefault(condition.key, []).extend(filter(None, [condition.value]))
    told = [_way(name, values) for name, values in ways.items()]
    if not told:
        return None
    custom = "; if it is needed, keep it under `customProperties`"
    return f"it is for {' or '.join(told)}{custom if 'customProperties' in place.keys else ''}"


def _way(name: str, values: list[str]) -> str:
    if len(values) > 1:
        return f"`{name}` {listed(values, most=6)}"
    return f"`{name}: {values[0]}`" if values else f"`{name}`"


def _other_option(case: Case, path: Path, key: str) -> str | None:
    """Return for which logical types an option is, where it is one."""
    parent = case.place(path[:-1]) if path and path[-1] == "logicalTypeOptions" else None
    names = [
        condition.value or "…"
        for part in (parent.parts if parent else ())
        if key
        in part.schema.get("properties", {}).get("logicalTypeOptions", {}).get("properties", ())
        for condition in part.when
    ]
    return f"it is for {_way('logicalType', names)}" if names else None


def _elsewhere(place: Place, key: str) -> str | None:
    found = [owner for owner in owners(key) if owner != place.kind]
    if not found or len(found) > _FEW_OWNERS:
        return None
    nouns = dict.fromkeys(thing(owner, "the root of a contract") for owner in found)
    return f"it belongs to {' or '.join(nouns)}"


def _custom(place: Place, key: str) -> str:
    if "customProperties" in place.keys and place.kind != "customProperties":
        return (
            "keep it under `customProperties`:"
            f" `- {{property: {_as_text(key)}, value: …}}`, or take it out"
        )
    return f"take it out, or use one of {listed(_available(place), most=8)}"
