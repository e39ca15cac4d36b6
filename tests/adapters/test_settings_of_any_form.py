"""Whatever a policy or a file of waivers says: it is read, or its faults are told with lines."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any, TypeVar

from hypothesis import given, settings
from hypothesis import strategies as st

from bot.adapters.schema_faults import published_schema
from bot.adapters.settings import read_settings
from bot.adapters.waivers import read_waivers
from bot.core.errors import StewardError
from bot.core.policy.settings import effective
from bot.core.policy.step import PolicyStep
from bot.core.policy.telling import policy_rows
from bot.core.rule import OnRegistry, Registry, whole
from bot.core.rules.governance.policy_names_nothing import POLICY_NAMES_NOTHING
from tests.reading import contract

NAMES = {"DC104": "field-removed", "field-removed": "field-removed"}
SALES = contract(whole("domain: sales\n"), "contracts/a.yaml")


def keys(part: object) -> set[str]:
    """Return every key that a schema names, at any place."""
    if isinstance(part, dict):
        found = set(part.get("properties", ()))
        return found.union(*(keys(inner) for inner in part.values()))
    if isinstance(part, list):
        return set().union(*map(keys, part))
    return set()


KEYS = sorted(keys(published_schema("settings")) | keys(published_schema("waivers")))
WORDS = st.sampled_from(
    [
        *("full", "none", "off", "error", "DC104", "field-removed", "sales", "@acme/board", "ada"),
        *("major", "head", "nobody", "2026-12-31", "2026-02-30", "", " ", "[", "0123456789abcdef"),
    ]
)
SCALARS = WORDS | st.integers(-2, 400) | st.booleans() | st.none() | st.just(90.0)
TREES: st.SearchStrategy[Any] = st.recursive(
    SCALARS,
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(st.sampled_from(KEYS) | WORDS, inner, max_size=4)
    ),
    max_leaves=12,
)
FILES = st.dictionaries(st.sampled_from(KEYS), TREES, max_size=5)


def parts(name: str) -> st.SearchStrategy[dict[str, Any]]:
    """Return files that hold one part of the policy, mostly well formed."""
    definitions = published_schema("settings")["$defs"]
    root = published_schema("settings")["properties"]
    part = root.get(name, definitions.get(name, {}))
    known = list(part.get("properties", KEYS))
    return st.dictionaries(st.sampled_from(known), TREES, max_size=4).map(lambda said: {name: said})


Read = TypeVar("Read")


def outcome(read: Callable[[], Read]) -> Read | StewardError:
    """Return what was read, or the refusal."""
    try:
        return read()
    except StewardError as error:
        return error


@settings(max_examples=250)
@given(FILES | st.sampled_from(["approvals", "deprecation", "waivers"]).flatmap(parts))
def test_a_policy_is_read_or_refused(said: dict[str, Any]) -> None:
    text = json.dumps(said).encode()
    found = outcome(lambda: read_settings(text, "policy.yml", NAMES))
    if isinstance(found, StewardError):
        assert all(fault.where is not None for fault in found.faults)
        return

    told = list(policy_rows(found))
    assert json.loads(json.dumps([row.value for row in told])) == [row.value for row in told]
    assert list(PolicyStep(old=found, new=found).changes()) == []
    assert effective(found, SALES).refused == ()
    judge = POLICY_NAMES_NOTHING.judge
    assert isinstance(judge, OnRegistry)
    list(judge.run(Registry(contracts=(SALES,), settings=found)))


ENTRIES = st.fixed_dictionaries(
    {},
    optional={
        "rule": WORDS,
        "fingerprint": WORDS,
        "path": SCALARS,
        "reason": WORDS,
        "owner": WORDS,
        "expires": WORDS,
        "other": SCALARS,
    },
)


@settings(max_examples=150)
@given(st.lists(ENTRIES | TREES, max_size=3) | TREES)
def test_a_file_of_waivers_is_read_or_refused(said: object) -> None:
    text = json.dumps({"waivers": said}).encode()
    found = outcome(lambda: read_waivers(text, "a.waivers.yaml", NAMES))
    if isinstance(found, StewardError):
        assert all(fault.where is not None for fault in found.faults)
        return

    assert all(waiver.reason and waiver.owner for waiver in found)
    assert len({waiver.subject for waiver in found}) == len(found)
