"""GitHub's description of its REST API, cut down to the operations that the stand-in has.

Loading the whole description takes many seconds; the cut is made once and kept in `.cache`.
"""

from __future__ import annotations

import copy
import hashlib
import json
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from tests.github.npm import CACHE, package

Json = dict[str, object]
CUT = "4"
"""Counts up when this module cuts otherwise."""
LEFT_OUT = frozenset(
    {"discriminator", "example", "examples", "externalDocs", "x-github", "x-octokit"}
)
METHODS = frozenset({"get", "put", "post", "patch", "delete"})


def described(operations: Iterable[tuple[str, str]], version: str) -> Json:
    """Return the description of these operations (method, path) at a version of the API.

    Raises KeyError for an operation that GitHub does not describe.
    """
    source = package("@octokit/openapi")
    wanted = sorted(set(operations))
    told = json.loads((source / "package.json").read_text("utf-8"))["version"]
    key = hashlib.sha256(json.dumps([CUT, told, version, wanted]).encode()).hexdigest()[:16]
    kept = CACHE / f"openapi-{version}-{key}.json"
    if not kept.is_file():
        whole = json.loads((source / "generated/api.github.com.json").read_text("utf-8"))
        _keep(kept, cut(whole, wanted, version))
    read: Json = json.loads(kept.read_text("utf-8"))
    return read


def _keep(file: Path, made: Json) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    fresh = file.with_suffix(".new")
    fresh.write_text(json.dumps(made), "utf-8")
    fresh.replace(file)


def cut(whole: Json, wanted: Iterable[tuple[str, str]], version: str) -> Json:
    """Return a description of these operations only, with all that they refer to."""
    paths: dict[str, Json] = {}
    for method, template in wanted:
        item = _at(whole, ["paths", template])
        shared = {name: part for name, part in item.items() if name not in METHODS}
        paths.setdefault(template, shared)[method.lower()] = item[method.lower()]
    # The upload host has an address of its own; the judge calls it by that.
    made: Json = {name: whole[name] for name in ("openapi", "info", "servers")}
    made |= {"paths": paths, "components": components(whole, paths)}
    mended = _mend(made, version)
    assert isinstance(mended, dict)
    return mended


def components(whole: Json, start: object) -> dict[str, Json]:
    """Return the components that a part of a description refers to, directly or not."""
    kept: dict[str, Json] = {}
    for name in _reached(whole, start):
        _, _, kind, key = name.split("/")
        kept.setdefault(kind, {})[key] = _at(whole, ["components", kind, key])
    return kept


def _at(whole: object, way: Iterable[str]) -> Json:
    for step in way:
        assert isinstance(whole, dict)
        whole = whole[step]
    assert isinstance(whole, dict)
    return whole


def _reached(whole: Json, start: object) -> set[str]:
    """Return every `$ref` that can be reached from a part of the description."""
    reached: set[str] = set()
    pending = [*_references(start)]
    while pending:
        name = pending.pop()
        if name not in reached:
            reached.add(name)
            pending += _references(_at(whole, name.split("/")[1:]))
    return reached


def _references(part: object) -> Iterator[str]:
    if isinstance(part, dict):
        if isinstance(part.get("$ref"), str):
            yield part["$ref"]
        for name, inner in part.items():
            if name not in {"example", "examples"}:
                yield from _references(inner)
    elif isinstance(part, list):
        for inner in part:
            yield from _references(inner)


def _mend(part: object, version: str) -> object:
    """Leave out examples, and put right what keeps a true answer from being judged so.

    An enum that may be null must list null, and a choice that may be null must offer it. A
    discriminator cannot tell a list by a key. Changes that come with a later version of the API
    stand beside the older words; they are applied up to the version that is asked for.
    """
    if isinstance(part, list):
        return [_mend(inner, version) for inner in part]
    if not isinstance(part, dict):
        return part
    part = _changed(part, version)
    mended = {
        name: _mend(inner, version)
        for name, inner in part.items()
        if name not in LEFT_OUT and inner is not None
    }
    enum = mended.get("enum")
    if mended.get("nullable") is True and isinstance(enum, list) and None not in enum:
        mended["enum"] = [*enum, None]
    choice = mended.get("oneOf")
    if mended.get("nullable") is True and isinstance(choice, list):
        mended["oneOf"] = [*choice, {"type": "object", "nullable": True, "enum": [None]}]
    return mended


def _changed(part: Json, version: str) -> Json:
    changes = part.get("x-github-breaking-changes")
    if not isinstance(changes, list):
        return part
    changed: Json = copy.deepcopy(
        {k: v for k, v in part.items() if k != "x-github-breaking-changes"}
    )
    for change in changes:
        if change["version"] <= version:
            changed = _patched(changed, change["patch"])
    return changed


def _patched(part: Json, patch: object) -> Json:
    if isinstance(patch, dict):
        merged = _merged(part, patch)
        assert isinstance(merged, dict)
        return merged
    assert isinstance(patch, list)
    for step in patch:
        _step(part, step)
    return part


def _merged(part: object, patch: object) -> object:
    """Return a part with a merge patch applied (RFC 7396)."""
    if not isinstance(patch, dict):
        return patch
    merged = dict(part) if isinstance(part, dict) else {}
    for name, inner in patch.items():
        if inner is None:
            merged.pop(name, None)
        else:
            merged[name] = _merged(merged.get(name), inner)
    return merged


def _step(part: Json, step: Mapping[str, object]) -> None:
    """Apply one step of a JSON patch (RFC 6902)."""
    *way, last = [p.replace("~1", "/").replace("~0", "~") for p in str(step["path"])[1:].split("/")]
    place: object = part
    for name in way:
        place = place[int(name)] if isinstance(place, list) else _at(place, [name])
    if isinstance(place, list):
        if step["op"] == "remove":
            del place[int(last)]
        elif step["op"] == "add":
            place.insert(len(place) if last == "-" else int(last), step["value"])
        else:
            place[int(last)] = step["value"]
    elif isinstance(place, dict):
        if step["op"] == "remove":
            place.pop(last, None)
        else:
            place[last] = step["value"]
