"""Every change has a finding: what the diff tells, some rule tells people."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from copy import deepcopy

import pytest

from bot.adapters.reading import read
from bot.core.catalogue import Catalogue
from bot.core.check import Ruleset
from bot.core.contract.model import Contract
from bot.core.diff.walk import diff
from bot.core.errors import StewardError
from bot.core.rule import OnChange, Pair
from bot.core.rules import CATALOGUE
from tests.core.diff.told import read as contract_of
from tests.fuzz.drive import FILE
from tests.fuzz.growing import seeds
from tests.fuzz.writing import Tree, written
from tests.inventory.texts import field, listed

RULES = Catalogue.of(CATALOGUE)
RULESET = Ruleset(rules=CATALOGUE, weights={})
_GONE = object()
_LARGE = 8
Path = tuple[str | int, ...]


def untold(old: Contract, new: Contract) -> list[str]:
    """Return the changes without a finding, each by subject and path.

    What comes or goes with something else of the same element is told by that.
    """
    pair = Pair(old=old, new=new)
    changes = list(diff(old, new))
    told: defaultdict[str, int] = defaultdict(int)
    for change in changes:
        for rule in RULES.on_change(change.subject):
            if isinstance(rule.judge, OnChange) and RULESET.weight(rule):
                told[change.place.path] += len(list(rule.judge.run(change, pair)))
    return [f"{one.subject} {one.place.path}" for one in changes if not told[one.place.path]]


def places(tree: Tree, path: Path = ()) -> Iterator[tuple[Path, Tree]]:
    """Yield everything in a tree with its path."""
    if isinstance(tree, dict | list):
        for key, value in tree.items() if isinstance(tree, dict) else enumerate(tree):
            yield (*path, key), value
            yield from places(value, (*path, key))


def others(value: Tree) -> Iterator[object]:
    """Yield what may stand where a value does: it in other words, less of it, or nothing."""
    match value:
        case bool():
            yield not value
        case str():
            yield from (value.upper(), f"${{V:-{value}}}", "${V}", f"{value} ", f"{value}x")
        case int() | float():
            yield from (value + 1, float(value), -value)
        case list():
            yield from (value[::-1], value[1:], value + value)
        case _:
            pass
    yield _GONE


def with_other(tree: Tree, path: Path, value: object) -> Tree:
    """Return a copy of the tree with another value at the path."""
    copy = deepcopy(tree)
    owner = copy
    for step in path[:-1]:
        owner = owner[step]
    if value is _GONE:
        del owner[path[-1]]
    else:
        owner[path[-1]] = value
    return copy


def pairs() -> Iterator[tuple[Contract, Contract]]:
    """Yield each kind of place of the grown contracts once with each other value, both ways.

    Small contracts come first, and the largest are left out: small ones are compared fast.
    """
    seen: set[tuple[object, ...]] = set()
    for tree in sorted(seeds(), key=lambda tree: len(written(tree)))[:-_LARGE]:
        old = contract_in(tree)
        for path, value in places(tree) if old else ():
            keys = tuple(step for step in path if isinstance(step, str))[-2:]
            for number, other in enumerate(others(value)):
                mark = (keys, number, type(value))
                if old is None or mark in seen:
                    continue
                seen.add(mark)
                new = contract_in(with_other(tree, path, other))
                if new is not None:
                    yield from ((old, new), (new, old))


def contract_in(tree: Tree) -> Contract | None:
    """Return the contract in a tree; None where it is none."""
    try:
        found = read(written(tree), FILE)
    except StewardError:
        return None
    return found if isinstance(found, Contract) else None


def test_every_change_of_one_value_has_a_finding() -> None:
    found = {one for old, new in pairs() for one in untold(old, new)}

    assert sorted(found) == []


@pytest.mark.parametrize(
    ("old", "new"),
    [
        pytest.param("tenant: Acme", "tenant: ACME", id="a tenant in another case"),
        pytest.param(
            listed("servers", "server: s, type: kafka, host: h"),
            listed("servers", 'server: s, type: kafka, host: "${H:-h}"'),
            id="a host that becomes the default of a variable",
        ),
        pytest.param(
            listed("servers", "server: s, type: local, path: a, format: csv"),
            listed("servers", "server: s, type: local, path: a, format: csv, encoding: utf-8"),
            id="the default encoding written out",
        ),
        pytest.param(
            "price: {id: a, priceAmount: 1}",
            "price: {id: b, priceAmount: 1}",
            id="the id of the price",
        ),
        pytest.param(
            field("logicalType: string"),
            field("logicalType: string, primaryKeyPosition: 2"),
            id="a position in a key, without a key",
        ),
        pytest.param(
            field("logicalType: boolean"),
            field("logicalType: boolean, logicalTypeOptions: {format: 'HH:mm'}"),
            id="a format of truth values",
        ),
        pytest.param(
            field("logicalType: boolean, logicalTypeOptions: {pattern: a}"),
            field("logicalType: boolean, logicalTypeOptions: {pattern: b}"),
            id="a pattern of truth values",
        ),
    ],
)
def test_a_change_that_changes_nothing_is_told(old: str, new: str) -> None:
    before, after = contract_of(old), contract_of(new)

    assert list(diff(before, after))
    assert untold(before, after) == untold(after, before) == []
