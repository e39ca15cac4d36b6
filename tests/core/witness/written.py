"""Contracts of one object, written as the tests need them."""

from __future__ import annotations

import json

from bot.core.contract.model import Contract, SchemaObject
from bot.core.rule import Pair, whole
from tests.reading import contract

_SERVER = """\
servers:
- {server: main, type: postgres, host: db.example.com, port: 5432, database: d, schema: s}
"""


def contract_of(*fields: str, server: bool = True) -> Contract:
    """Return a contract with one object `orders`; each field is what stands between the braces."""
    lines = "".join(f"  - {{{field}}}\n" for field in fields)
    text = f"{_SERVER if server else ''}schema:\n- name: orders\n  properties:\n{lines}"
    return contract(whole(text))


def object_of(*fields: str, server: bool = True) -> SchemaObject:
    return contract_of(*fields, server=server).schema[0]


def pair_of(old: str, new: str, *, server: bool = True) -> Pair:
    """Return two contracts that differ in one field, beside a required `id`."""
    key = "name: id, logicalType: integer, required: true"
    return Pair(
        old=contract_of(*([key, old] if old else [key]), server=server),
        new=contract_of(*([key, new] if new else [key]), server=server),
    )


def contract_from(fields: list[dict[str, object]]) -> Contract:
    """Return a contract with one object `orders` of the fields, given as JSON values."""
    return contract(
        whole(f"schema:\n- name: orders\n  properties: {json.dumps(fields, ensure_ascii=False)}\n")
    )
