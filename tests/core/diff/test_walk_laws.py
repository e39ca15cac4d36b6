"""What holds for the changes between any two contracts."""

from __future__ import annotations

import json
import random

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bot.core.diff.changes import Added, Changed, Removed, Renamed, Reordered
from tests.core.diff.told import changes
from tests.inventory.texts import fields

_A, _B, _C = (f"name: {name}, logicalType: string" for name in "abc")

Json = dict[str, object]
names = st.sampled_from(["a", "b", "c", "d e", "x.y", "[]", ""])
flags = st.fixed_dictionaries(
    {},
    optional={
        "required": st.booleans(),
        "description": st.sampled_from(["one", "two"]),
        "tags": st.lists(st.sampled_from(["gold", "pii"]), max_size=2),
        "id": st.sampled_from(["id_1", "id_2"]),
        "quality": st.just([{"metric": "nullValues", "mustBe": 0}]),
    },
)
leaves = st.builds(
    lambda kind, more: {"logicalType": kind, **more},
    st.sampled_from(["string", "integer", "boolean"]),
    flags,
)


def holders(inner: st.SearchStrategy[Json]) -> st.SearchStrategy[Json]:
    named = st.lists(
        st.builds(lambda name, entry: {"name": name, **entry}, names, inner), max_size=3
    )
    return st.one_of(
        st.builds(lambda entries: {"logicalType": "object", "properties": entries}, named),
        st.builds(lambda entry: {"logicalType": "array", "items": entry}, inner),
        st.builds(
            lambda key, value: {"logicalType": "map", "map": {"key": key, "value": value}},
            leaves,
            inner,
        ),
    )


entries = st.recursive(leaves, holders, max_leaves=6)
contracts = st.lists(
    st.builds(
        lambda name, properties: {"name": name, "properties": properties},
        names,
        st.lists(st.builds(lambda name, entry: {"name": name, **entry}, names, entries)),
    ),
    max_size=3,
)
modest = settings(max_examples=60, suppress_health_check=[HealthCheck.too_slow])


def text(schema: object) -> str:
    """Return a schema as JSON, which YAML takes; the head's keys stand on lines of their own."""
    return f"schema: {json.dumps(schema)}\n"


@modest
@given(contracts)
def test_a_contract_does_not_differ_from_itself(schema: list[Json]) -> None:
    assert changes(text(schema), text(schema)) == []


@modest
@given(contracts, st.randoms(use_true_random=False))
def test_the_order_of_keys_does_not_matter(schema: list[Json], chance: random.Random) -> None:
    def shuffled(value: object) -> object:
        if isinstance(value, dict):
            keys = list(value)
            chance.shuffle(keys)
            return {key: shuffled(value[key]) for key in keys}
        return [shuffled(entry) for entry in value] if isinstance(value, list) else value

    assert changes(text(schema), text(shuffled(schema))) == []


@modest
@given(contracts, contracts)
def test_what_one_way_adds_the_other_way_removes(old: list[Json], new: list[Json]) -> None:
    there, back = changes(text(old), text(new)), changes(text(new), text(old))

    if not any(isinstance(change, Renamed) for change in (*there, *back)):
        gone = sorted(f"{c.place.path} {c.place.kind}" for c in back if isinstance(c, Removed))
        come = sorted(f"{c.place.path} {c.place.kind}" for c in there if isinstance(c, Added))
        assert gone == come


@modest
@given(contracts, contracts)
def test_a_change_of_a_value_is_its_own_opposite(old: list[Json], new: list[Json]) -> None:
    there, back = changes(text(old), text(new)), changes(text(new), text(old))

    if not any(isinstance(change, Renamed) for change in (*there, *back)):
        assert sorted(
            (c.place.path, c.attribute, repr(c.old), repr(c.new))
            for c in there
            if isinstance(c, Changed)
        ) == sorted(
            (c.place.path, c.attribute, repr(c.new), repr(c.old))
            for c in back
            if isinstance(c, Changed)
        )


@modest
@given(st.permutations([_A, _B, _C]))
def test_fields_in_another_order_are_only_reordered(order: list[str]) -> None:
    found = changes(fields(_A, _B, _C), fields(*order))

    assert all(isinstance(change, Reordered) for change in found)
    assert len(found) == (0 if order == [_A, _B, _C] else 1)
