from __future__ import annotations

import pytest

from bot.core.diff.changes import Renamed
from bot.core.diff.rename import ENOUGH
from tests.core.diff.told import changes, renamed, told
from tests.inventory.texts import fields


def objects(*entries: str) -> str:
    return "schema:\n" + "".join(f"- {{{entry}}}\n" for entry in entries)


def order(name: str, more: str = "", columns: str = "id ordered_at amount country") -> str:
    listed = ", ".join(f"{{name: {column}, logicalType: string}}" for column in columns.split())
    return f"name: {name}, {more}properties: [{listed}]"


_DAY = "logicalType: date, description: The day on which the order was placed."


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        pytest.param(
            fields("name: a, id: one, logicalType: string"),
            fields("name: zzz, id: one, logicalType: integer, required: true"),
            [("orders.a", "zzz", "id")],
            id="the same id proves it, whatever else differs",
        ),
        pytest.param(
            fields("name: a, physicalName: c1, logicalType: string"),
            fields("name: zzz, physicalName: c1, logicalType: integer"),
            [("orders.a", "zzz", "physicalName")],
            id="the same column proves it",
        ),
        pytest.param(
            fields("name: a, physicalName: c1, logicalType: string"),
            fields("name: c1, logicalType: integer"),
            [("orders.a", "c1", "physicalName")],
            id="a column called like the new name proves it",
        ),
        pytest.param(
            fields(f"name: sold_at, {_DAY}"),
            fields(f"name: ordered_on, {_DAY}"),
            [("orders.sold_at", "ordered_on", "likeness")],
            id="the same words about it suggest it",
        ),
        pytest.param(
            fields("name: customerId, logicalType: string, physicalType: varchar(9)"),
            fields("name: customer_id, logicalType: string, physicalType: varchar(9)"),
            [("orders.customerId", "customer_id", "likeness")],
            id="another way to write the name suggests it",
        ),
        pytest.param(
            fields(f"name: sold_at, {_DAY}"),
            fields(f"name: sold_on, {_DAY}".replace("date", "timestamp")),
            [],
            id="another type speaks against it",
        ),
        pytest.param(
            fields("name: qty, logicalType: integer, physicalType: int"),
            fields("name: quantity, logicalType: integer, physicalType: int"),
            [("orders.qty", "quantity", "likeness")],
            id="where one went and one came in its place, a little likeness suggests it",
        ),
        pytest.param(
            fields("name: a, logicalType: string"),
            fields("name: weight, logicalType: string"),
            [],
            id="a type alone is not enough",
        ),
        pytest.param(
            fields("name: a, logicalType: string", "name: b, logicalType: integer"),
            fields("name: b, logicalType: string", "name: a, logicalType: integer"),
            [],
            id="two fields that exchange their names are two retyped fields",
        ),
        pytest.param(
            fields("name: a, id: one, logicalType: string", "name: b, id: two, logicalType: date"),
            fields("name: b, id: one, logicalType: string", "name: a, id: two, logicalType: date"),
            [],
            id="even if their ids went along: readers go by the name",
        ),
        pytest.param(
            fields(f"name: sold_at, {_DAY}", f"name: sold_on, {_DAY}"),
            fields(f"name: sold_day, {_DAY}"),
            [("orders.sold_at", "sold_day", "likeness")],
            id="of two that are alike one is renamed, the other removed",
        ),
        pytest.param(
            objects(order("orders", "id: o, ")),
            objects(order("purchases", "id: o, ", "x")),
            [("orders", "purchases", "id")],
            id="an object with the same id",
        ),
        pytest.param(
            objects(order("orders", "physicalName: t, ")),
            objects(order("purchases", "physicalName: t, ", "x")),
            [("orders", "purchases", "physicalName")],
            id="an object in the same table",
        ),
        pytest.param(
            objects(order("orders")),
            objects(order("purchases")),
            [("orders", "purchases", "likeness")],
            id="an object with the same fields",
        ),
        pytest.param(
            objects(order("orders")),
            objects(order("purchases", "", "id name street zip")),
            [],
            id="an object with other fields",
        ),
        pytest.param(
            objects("name: a, properties: []"),
            objects("name: b, properties: []"),
            [],
            id="objects without fields show nothing",
        ),
    ],
)
def test_a_rename_is_known(old: str, new: str, expected: list[tuple[str, str, str]]) -> None:
    assert renamed(old, new) == expected


def only(old: str, new: str) -> Renamed:
    (change,) = (change for change in changes(old, new) if isinstance(change, Renamed))
    return change


def test_what_is_proved_is_certain_and_a_guess_is_not() -> None:
    proved = only(
        fields("name: a, id: one, logicalType: string"),
        fields("name: b, id: one, logicalType: string"),
    )
    guessed = only(fields(f"name: sold_at, {_DAY}"), fields(f"name: soldAt, {_DAY}"))

    assert proved.likeness == 1.0
    assert ENOUGH <= guessed.likeness < 1.0


def test_a_renamed_field_tells_its_other_changes_too() -> None:
    old = fields("name: a, id: one, logicalType: integer")
    new = fields("name: b, id: one, logicalType: number, required: true")

    assert told(old, new) == [
        ("field renamed", "orders.a"),
        ("field.logicalType", "orders.b"),
        ("field.required", "orders.b"),
    ]


def test_a_guess_is_the_same_in_both_directions() -> None:
    old, new = fields(f"name: sold_at, {_DAY}"), fields(f"name: ordered_at, {_DAY}")

    assert only(old, new).likeness == only(new, old).likeness


def test_the_surest_pairs_come_first() -> None:
    old = fields(f"name: sold_at, {_DAY}", "name: paid_at, logicalType: date, description: Paid.")
    new = fields("name: payed_at, logicalType: date, description: Paid.", f"name: soldAt, {_DAY}")

    assert [(path, name) for path, name, _ in renamed(old, new)] == [
        ("orders.sold_at", "soldAt"),
        ("orders.paid_at", "payed_at"),
    ]


def many(prefix: str, count: int) -> str:
    rows = "".join(f"  - {{name: {prefix}{n}, logicalType: string}}\n" for n in range(count))
    return f"schema:\n- name: orders\n  properties:\n{rows}"


def test_a_rewrite_is_not_guessed_at() -> None:
    found = told(many("a", 5_000), many("b", 5_000))

    assert len(found) == 10_000
    assert {subject for subject, _ in found} == {"field removed", "field added"}


def test_long_texts_are_compared_in_bounded_time() -> None:
    long = "x" * 4_000
    old, new = (
        fields(
            *(
                f"name: {side}{n}{long[:200]}, logicalType: string, description: {long}"
                for n in range(60)
            )
        )
        for side in "ab"
    )

    assert len(renamed(old, new)) == 60
