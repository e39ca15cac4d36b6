"""Finds references between the contracts of a tree that lead nowhere."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator, Mapping

from tests.contracts.standard import Values, each, fields, load, texts

Paths = Mapping[str, frozenset[str]]
"""The objects and fields of each contract, by its id; those of all majors together."""


def dangling(tree: Mapping[str, str]) -> list[str]:
    """Return a line for each reference in the contracts and products of a tree that is broken."""
    read = {
        file: load(text)
        for file, text in tree.items()
        if file.endswith((".odcs.yaml", ".odps.yaml"))
    }
    contracts = {file: values for file, values in read.items() if "schema" in values}
    known: dict[str, frozenset[str]] = {}
    versions: set[tuple[str, str]] = set()
    for values in contracts.values():
        name = str(values["id"])
        known[name] = known.get(name, frozenset()) | {path for path, _ in fields(values)}
        versions.add((name, _major(values["version"])))
    broken: list[str] = []
    for file, values in read.items():
        found = _of_contract(file, values, contracts, known) if file in contracts else ()
        broken += [f"{file}: {line}" for line in (*found, *_of_ports(values, known, versions))]
    return broken


def _of_contract(
    file: str, values: Values, contracts: Mapping[str, Values], known: Paths
) -> Iterator[str]:
    own = known[str(values["id"])]
    for path, field in fields(values):
        for source in texts(field, "transformSourceObjects"):
            head, _, rest = source.partition(".")
            if source not in own and rest not in known.get(head, ()):
                yield f"{path} comes from {source}"
        for relation in each(field, "relationships"):
            if not _reaches(file, str(relation["to"]), contracts):
                yield f"{path} refers to {relation['to']}"
    for level in each(values, "slaProperties"):
        if "element" in level and level["element"] not in own:
            yield f"a service level is on {level['element']}"


def _reaches(file: str, reference: str, contracts: Mapping[str, Values]) -> bool:
    where, _, inside = reference.partition("#")
    target = posixpath.normpath(posixpath.join(posixpath.dirname(file), where))
    here: Values = contracts.get(target, {})
    steps = inside.split("/")
    for kind, name in zip(steps[::2], steps[1::2], strict=True):
        here = next((item for item in each(here, kind) if item.get("id") == name), {})
    return bool(here)


def _of_ports(values: Values, known: Paths, versions: set[tuple[str, str]]) -> Iterator[str]:
    for port in (*each(values, "inputPorts"), *each(values, "outputPorts")):
        name = port.get("contractId")
        if name is None:
            continue
        if (name, _major(port["version"])) not in versions:
            yield f"a port names {name} {port['version']}"
        for custom in each(port, "customProperties"):
            yield from (
                f"a port uses {path} of {name}"
                for path in texts(custom, "value")
                if path not in known.get(str(name), ())
            )


def _major(version: object) -> str:
    return str(version).partition(".")[0]
