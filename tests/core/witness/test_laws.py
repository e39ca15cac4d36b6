from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.core.diff.changes import Added, Change, Changed, Kind, Removed
from bot.core.diff.walk import diff
from bot.core.finding import Effect
from bot.core.rule import Pair
from bot.core.witness.datum import judge, project
from bot.core.witness.sample import sample
from bot.core.witness.search import find
from tests.core.witness.recheck import Json, fields, keyed, second_opinion, seen_by
from tests.core.witness.written import contract_from

EFFECTS = (Effect.TIGHTENS, Effect.LOOSENS)


def pair_from(old: list[Json], new: list[Json]) -> Pair:
    return Pair(old=contract_from(old), new=contract_from(new))


@given(fields(), st.booleans())
@settings(max_examples=150)
def test_a_sample_is_valid_in_a_second_opinion(made: list[Json], full: bool) -> None:
    row = sample(contract_from(made).schema[0], full=full)
    if row is not None:
        assert second_opinion(row, made) == set()


@given(fields(), fields())
@settings(max_examples=150)
def test_the_judge_agrees_with_a_second_opinion(writer: list[Json], reader: list[Json]) -> None:
    row = sample(contract_from(writer).schema[0], full=True)
    obj = contract_from(reader).schema[0]
    if row is not None:
        assert judge(row, obj).doubts == ()
        assert {
            (fault.path, fault.key) for fault in judge(row, obj).faults if fault.key != "properties"
        } == {fault for fault in second_opinion(row, reader) if fault[1] != "properties"}
        assert project(row, obj) == seen_by(row, reader)


def shown_at(change: Change) -> tuple[str, str | None]:
    """Return where in a row the fault must be, and of which key, None for any."""
    path = change.place.path.removeprefix("orders.")
    match change:
        case Changed(attribute=attribute) if change.place.kind is Kind.FIELD:
            return path, attribute
        case Added() | Removed() if change.place.kind is Kind.ENUM_VALUE:
            return path.split(".enum.")[0], "enum"
        case _:
            return path, None


@given(fields(), fields(), st.sampled_from(EFFECTS))
@settings(max_examples=300)
def test_a_witness_shows_its_change_in_a_second_opinion(
    old: list[Json], new: list[Json], effect: Effect
) -> None:
    pair = pair_from(old, new)
    for change in diff(pair.old, pair.new):
        witness = find(change, pair, effect)
        if witness is None:
            continue
        writer, reader = (old, new) if effect is Effect.TIGHTENS else (new, old)
        assert witness.valid_under == ("old" if effect is Effect.TIGHTENS else "new")
        assert isinstance(witness.row, dict)
        assert second_opinion(witness.row, writer) == set()
        if witness.violates.endswith("is gone"):
            assert isinstance(change, Removed)
            continue
        seen = seen_by(witness.row, reader)
        assert isinstance(seen, dict)
        path, key = shown_at(change)
        faults = second_opinion(seen, reader)
        assert any(
            fault == (path, key) or (key is None and fault[0].startswith(path)) for fault in faults
        ), (path, key, faults, witness)


@given(keyed(), keyed(), st.sampled_from(EFFECTS))
@settings(max_examples=150)
def test_two_rows_keep_one_contracts_keys_and_break_the_others(
    old: list[Json], new: list[Json], effect: Effect
) -> None:
    pair = pair_from(old, new)
    for change in diff(pair.old, pair.new):
        witness = find(change, pair, effect)
        if witness is None or not isinstance(witness.row, list):
            continue
        writer, reader = (old, new) if effect is Effect.TIGHTENS else (new, old)
        assert [second_opinion(row, writer) for row in witness.row] == [set(), set()]
        assert clashes(witness.row, writer) == set()
        key = change.attribute if isinstance(change, Changed) else "primaryKey"
        assert key in clashes(witness.row, reader)


def clashes(rows: list[Json], made: list[Json]) -> set[str]:
    """Return which uniqueness two rows break."""
    one, two = rows
    alike = {
        name for name in one if one[name] == two.get(name) and type(one[name]) is type(two[name])
    }
    found = {"unique" for field in made if field["unique"] and field["name"] in alike}
    key = {field["name"] for field in made if field["primaryKey"]}
    return found | ({"primaryKey"} if key and key <= alike else set())


NUMBERS = st.sampled_from((0, -1, 1, 1e308, -1e308, 5e-324, 10**300, 0.1))


@pytest.mark.parametrize("effect", EFFECTS)
@given(low=NUMBERS, high=NUMBERS, step=st.sampled_from((5e-324, 0.1, 7, 1e300)))
@settings(max_examples=60)
def test_odd_bounds_raise_nothing(effect: Effect, low: float, high: float, step: float) -> None:
    options = {"minimum": low, "multipleOf": step}
    old: Json = {"name": "f", "logicalType": "number", "logicalTypeOptions": {"maximum": high}}
    new: Json = {"name": "f", "logicalType": "integer", "logicalTypeOptions": options}
    pair = pair_from([old], [new])
    for change in diff(pair.old, pair.new):
        find(change, pair, effect)


TEXTS = st.one_of(
    st.sampled_from(
        ("", "${X}", "(a", "(?<=a)b", "yyyy-MM-dd", "HH'", "varchar(9", "enum('a','')")
    ),
    st.text(st.characters(codec="utf-8", exclude_categories=["C", "Zl", "Zp"]), max_size=8),
)
_HOSTILE: dict[str, tuple[str, ...]] = {
    "string": ("pattern", "format"),
    "date": ("format", "minimum", "exclusiveMaximum"),
    "timestamp": ("format", "maximum", "defaultTimezone"),
    "time": ("format", "exclusiveMinimum", "defaultTimezone"),
}


@st.composite
def hostile(draw: st.DrawFn) -> Json:
    kind = draw(st.sampled_from(sorted(_HOSTILE)))
    options = {key: draw(TEXTS) for key in _HOSTILE[kind]}
    field: Json = {"name": "f", "logicalType": kind, "logicalTypeOptions": options}
    field["physicalType"] = draw(TEXTS)
    field["enum"] = [{"value": draw(st.one_of(TEXTS, st.booleans(), st.floats(-9, 9)))}]
    field["examples"] = [draw(st.one_of(TEXTS, st.lists(TEXTS), st.none()))]
    return {key: entry for key, entry in field.items() if draw(st.booleans()) or key in _KEPT}


_KEPT = ("name", "logicalType")


@given(hostile(), hostile(), st.booleans())
@settings(max_examples=150)
def test_hostile_texts_raise_nothing(old: Json, new: Json, required: bool) -> None:
    pair = pair_from([old | {"required": required}], [new])
    for change in diff(pair.old, pair.new):
        find(change, pair, Effect.BOTH)
