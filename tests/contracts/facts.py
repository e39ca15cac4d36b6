"""Looks into the bundled contracts and data products by the words that the first users use."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path

from tests.contracts import standard
from tests.contracts.standard import Values, each

FOLDER = Path(__file__).resolve().parents[2] / "contracts"


def load(name: str) -> Values:
    """Return the contract in the file of that name, such as `orders/topic`."""
    return standard.load(_text(f"{name}.odcs.yaml"))


def product(name: str) -> Values:
    """Return the data product in the file of that name, such as `telecom/products/ingestion`."""
    return standard.load(_text(f"{name}.odps.yaml"))


def products(domain: str) -> dict[str, Values]:
    """Return the data products of a domain by the name of their file."""
    files = sorted((FOLDER / domain / "products").glob("*.odps.yaml"))
    return {file.name.partition(".")[0]: standard.load(file.read_text("utf-8")) for file in files}


def fields(name: str, object_name: str) -> dict[str, Values]:
    """Return the fields of an object by name, in the order of the contract."""
    (found,) = [one for one in each(load(name), "schema") if one["name"] == object_name]
    return {str(field["name"]): field for field in each(found, "properties")}


def customs(values: Values) -> dict[str, object]:
    """Return the custom properties of a contract, a product or a part of one."""
    return {str(one["property"]): one["value"] for one in each(values, "customProperties")}


def levels(name: str) -> dict[str, tuple[object, object]]:
    """Return the service levels of a contract: value and unit by property."""
    return {
        str(level["property"]): (level["value"], level.get("unit"))
        for level in each(load(name), "slaProperties")
    }


def rules(name: str) -> dict[str, Values]:
    """Return the quality rules of a contract by `object.field.id`, or `object.id`."""
    return {
        f"{path}.{rule['id']}": rule
        for path, values in standard.fields(load(name))
        for rule in each(values, "quality")
    }


def said(rule: Values) -> tuple[object, object, object]:
    """Return what a rule measures, by which measure it passes, and how serious it is."""
    (limit,) = [(key, value) for key, value in rule.items() if key.startswith("must")]
    measured = rule.get("metric") or " ".join(str(rule["query"]).split())
    return measured, limit, rule["severity"]


def options(field: Values) -> Mapping[str, object]:
    """Return the options of a field's type."""
    found = field.get("logicalTypeOptions", {})
    assert isinstance(found, Mapping)
    return found


def values_of(field: Values) -> list[object]:
    """Return the allowed values of a field."""
    return [value["value"] for value in each(field, "enum")]


def ports(values: Values, side: str) -> dict[str, frozenset[str]]:
    """Return what a product reads or offers: the elements in `uses` by the contract's id."""
    return {
        str(port["contractId"]): frozenset(_texts(customs(port).get("uses", [])))
        for port in each(values, side)
        if "contractId" in port
    }


def _texts(value: object) -> Iterator[str]:
    assert isinstance(value, list)
    yield from map(str, value)


@cache
def _text(file: str) -> str:
    return (FOLDER / file).read_text("utf-8")
