"""Registries made up at random, small and full of names that clash."""

from __future__ import annotations

from collections.abc import Mapping

import yaml
from hypothesis import strategies as st

from bot.adapters.reading import read
from bot.core.contract.model import Contract, DataProduct
from bot.core.lineage.caused import entry_of
from bot.core.lineage.logic import from_sql
from bot.core.lineage.names import Names, names_of
from bot.core.lineage.shelf import Shelf, Volume
from bot.core.rule import Registry

IDS = ("a", "b", "c", "a.b", "b.t", "C")
OBJECTS = ("t", "u", "a")
FIELDS = ("x", "y", "z")
DOMAINS = ("d", "a", "e")
FILES = tuple(f"{folder}{number}.yaml" for folder in ("", "k/") for number in range(4))

Found = Contract | DataProduct

_element = st.tuples(st.sampled_from(OBJECTS), st.sampled_from(FIELDS)).map(".".join)
_started = st.sampled_from((*IDS, *DOMAINS))
_reference = st.one_of(
    _element,
    st.tuples(_started, _element).map(".".join),
    st.tuples(_started, st.sampled_from(OBJECTS)).map(".".join),
    st.sampled_from((*IDS, *OBJECTS, "elsewhere.table.column")),
)
_sql = st.one_of(
    _element.map(lambda text: f"SUM({text})"),
    st.tuples(st.sampled_from(FIELDS), _started, st.sampled_from(OBJECTS)).map(
        lambda parts: " ".join(("SELECT", parts[0], "FROM", f"{parts[1]}.{parts[2].upper()}"))
    ),
)
_join = st.one_of(
    _element.map(lambda text: {"to": text}),
    st.tuples(
        st.sampled_from((*FILES, "../0.yaml")), st.sampled_from(OBJECTS), st.sampled_from(FIELDS)
    ).map(lambda parts: {"to": f"{parts[0]}#schema/{parts[1]}/properties/{parts[2]}"}),
)
_field = st.fixed_dictionaries(
    {"logicalType": st.just("string")},
    optional={
        "transformSourceObjects": st.lists(_reference, min_size=1, max_size=2),
        "transformLogic": _sql,
        "relationships": st.lists(_join, min_size=1, max_size=1),
        "deprecated": st.booleans(),
    },
)
_object = st.dictionaries(st.sampled_from(FIELDS), _field, min_size=1, max_size=3)
_consumer = st.sampled_from((*IDS, "p", "somebody")).flatmap(
    lambda name: st.fixed_dictionaries(
        {"id": st.just(name), "team": st.just(f"team {name}")},
        optional={"uses": st.lists(_element, min_size=1, max_size=2)},
    )
)
_contract = st.fixed_dictionaries(
    {
        "id": st.sampled_from(IDS),
        "version": st.sampled_from(("1.0.0", "1.2.0", "2.0.0")),
        "status": st.sampled_from(("active", "active", "deprecated", "retired")),
        "schema": st.dictionaries(st.sampled_from(OBJECTS), _object, min_size=1, max_size=2),
    },
    optional={
        "name": st.sampled_from(("One", "one", "Two")),
        "domain": st.sampled_from(DOMAINS),
        "consumers": st.lists(_consumer, min_size=1, max_size=2),
    },
)
_port = st.fixed_dictionaries(
    {
        "name": st.sampled_from(("in", "out")),
        "version": st.sampled_from(("1.0.0", "2.0.0")),
        "contractId": st.sampled_from((*IDS, "nowhere")),
    }
)
_input = st.fixed_dictionaries({}, optional={"uses": st.lists(_element, min_size=1, max_size=2)})
_product = st.fixed_dictionaries(
    {
        "id": st.sampled_from(("p", "q", "a")),
        "inputs": st.lists(st.tuples(_port, _input), max_size=2),
        "outputs": st.lists(_port, max_size=1),
    }
)


def documents() -> st.SearchStrategy[dict[str, str]]:
    """Give texts of contracts and data products by the paths of their files."""
    one = st.one_of(_contract.map(_contract_text), _product.map(_product_text))
    return st.dictionaries(st.sampled_from(FILES), one, min_size=2, max_size=6)


def _contract_text(told: Mapping[str, object]) -> str:
    schema = told["schema"]
    assert isinstance(schema, dict)
    root: dict[str, object] = {"apiVersion": "v3.2.0", "kind": "DataContract"}
    root |= {key: value for key, value in told.items() if key not in {"schema", "consumers"}}
    root["schema"] = [
        {
            "id": name,
            "name": name,
            "properties": [
                {"id": inner, "name": inner, **field} for inner, field in fields.items()
            ],
        }
        for name, fields in schema.items()
    ]
    if "consumers" in told:
        root["customProperties"] = [{"property": "consumers", "value": told["consumers"]}]
    return yaml.safe_dump(root, sort_keys=False)


def _product_text(told: Mapping[str, object]) -> str:
    inputs, outputs = told["inputs"], told["outputs"]
    assert isinstance(inputs, list)
    root: dict[str, object] = {"apiVersion": "v1.0.0", "kind": "DataProduct"}
    root |= {"status": "active", "id": told["id"]}
    if inputs:
        root["inputPorts"] = [
            port | {"customProperties": [{"property": "uses", "value": used["uses"]}]}
            if used
            else port
            for port, used in inputs
        ]
    if outputs:
        root["outputPorts"] = outputs
    return yaml.safe_dump(root, sort_keys=False)


def parsed(texts: Mapping[str, str]) -> dict[str, Found]:
    """Return the documents by their files, in the order of those."""
    return {file: read(texts[file].encode(), file) for file in sorted(texts)}


def registry_of(found: Mapping[str, Found]) -> Registry:
    """Return the registry of documents."""
    return Registry(
        contracts=tuple(one for one in found.values() if isinstance(one, Contract)),
        products=tuple(one for one in found.values() if isinstance(one, DataProduct)),
    )


def shelf_of(found: Mapping[str, Found]) -> Shelf:
    """Return a shelf with no more of the documents than their essence."""
    entries = {file: entry_of(one.node, file) for file, one in found.items()}
    return Shelf(
        {file: names for file, (names, _) in entries.items()}, lambda file: entries[file][1]
    )


def whole_shelf_of(found: Mapping[str, Found]) -> dict[str, tuple[Names, Volume]]:
    """Return whole documents as they are laid over those of a shelf."""
    return {file: (names_of(one, from_sql), Volume(one, from_sql)) for file, one in found.items()}
