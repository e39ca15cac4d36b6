from __future__ import annotations

from collections.abc import Iterator

import pytest

from bot.core.diff.changes import Added, Changed, Removed
from bot.core.diff.walk import diff
from tests.core.diff.told import changes, read, told
from tests.inventory.texts import an_object, field, fields, listed

_A, _B, _C = (f"name: {name}, logicalType: string" for name in "abc")


def inner(keys: str) -> str:
    """Return a contract with a list of objects, each with a map of lists of a field."""
    child = f"{{logicalType: array, items: {{{keys}}}}}"
    map_keys = (
        f"{{logicalType: map, name: m, map: {{key: {{logicalType: string}}, value: {child}}}}}"
    )
    return field(f"logicalType: array, items: {{logicalType: object, properties: [{map_keys}]}}")


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        pytest.param(
            inner("logicalType: integer"),
            inner("logicalType: number"),
            [("field.logicalType", "orders.f[].m{value}[]")],
            id="the items of a map's values in a list of objects",
        ),
        pytest.param(
            inner("logicalType: object, properties: [{name: g, logicalType: string}]"),
            inner("logicalType: object"),
            [("field removed", "orders.f[].m{value}[].g")],
            id="a field below them",
        ),
        pytest.param(
            field("logicalType: array"),
            field("logicalType: array, items: {logicalType: string}"),
            [("inner type added", "orders.f[]")],
            id="items where there were none",
        ),
        pytest.param(
            field("logicalType: array, items: {logicalType: string}"),
            field("logicalType: array"),
            [("inner type removed", "orders.f[]")],
            id="items no more",
        ),
        pytest.param(
            listed("customProperties", "id: c, property: noticePeriod, value: P90D"),
            listed("customProperties", "id: c, property: notice, value: P90D"),
            [
                ("custom property removed", "customProperties.noticePeriod"),
                ("custom property added", "customProperties.notice"),
            ],
            id="another custom property under the same id",
        ),
        pytest.param(
            listed("slaProperties", "id: s, property: latency, value: 4, unit: h"),
            listed("slaProperties", "id: s, property: retention, value: 4, unit: h"),
            [
                ("service level removed", "slaProperties.latency"),
                ("service level added", "slaProperties.retention"),
            ],
            id="another service level under the same id",
        ),
        pytest.param(
            an_object("context: {verifiedStatements: [{id: v, question: Why, answer: So.}]}"),
            an_object("context: {verifiedStatements: [{id: v, question: When, answer: So.}]}"),
            [
                ("verified statement removed", "orders.context.verifiedStatements.Why"),
                ("verified statement added", "orders.context.verifiedStatements.When"),
            ],
            id="another question under the same id",
        ),
        pytest.param(
            fields('name: "a.b", logicalType: string'),
            fields('name: "a.b", logicalType: integer'),
            [("field.logicalType", 'orders."a.b"')],
            id="a name with a dot is quoted",
        ),
        pytest.param(
            an_object("context: {instructions: Sum.}"),
            an_object("context: {instructions: Add.}"),
            [("context.instructions", "orders.context")],
            id="the guidance of an object",
        ),
        pytest.param(
            "",
            listed("servers", "server: lake, type: s3, location: s3://a, roles: [{role: r}]"),
            [("server added", "servers.lake")],
            id="what is new is told as a whole",
        ),
        pytest.param(
            listed("servers", "server: lake, type: s3, location: s3://a, roles: [{role: r}]"),
            listed("servers", "server: lake, type: s3, location: s3://a"),
            [("role removed", "servers.lake.roles.r")],
            id="a role of a server",
        ),
        pytest.param(
            listed("support", "channel: a"),
            listed("support", "channel: b"),
            [("support channel removed", "support.a"), ("support channel added", "support.b")],
            id="without an id another name is another channel",
        ),
        pytest.param(
            listed("support", "channel: a, id: one"),
            listed("support", "channel: b, id: one"),
            [("support channel renamed", "support.b")],
            id="with the same id it is the same one",
        ),
        pytest.param(
            listed(
                "servers",
                "server: a, type: s3, location: s3://x",
                "server: b, id: two, type: s3, location: s3://y",
            ),
            listed(
                "servers",
                "server: c, id: two, type: s3, location: s3://z",
                "server: a, type: s3, location: s3://x",
            ),
            [("server renamed", "servers.c"), ("server.connection", "servers.c")],
            id="servers match by id before their name, and never by place",
        ),
        pytest.param(
            listed("servers", "server: a, type: s3, location: s3://x"),
            listed("servers", "server: b, type: s3, location: s3://x"),
            [("server renamed", "servers.b")],
            id="a server with the same connection is the same one",
        ),
        pytest.param(
            listed("slaProperties", "property: ly, value: 1, unit: h"),
            listed("slaProperties", "property: Latency, value: 2, unit: h"),
            [("service level.value", "slaProperties.Latency")],
            id="a service level matches by any of its names",
        ),
        pytest.param(
            "apiVersion: v3.1.0\n" + an_object(),
            "apiVersion: v3.2.0\n" + an_object(),
            [("contract.apiVersion", "")],
            id="another version of the standard, and nothing else",
        ),
        pytest.param(
            "team:\n- {username: ada}\n",
            "team:\n  members:\n  - {username: ada}\n",
            [],
            id="the old form of the team is no change",
        ),
        pytest.param(
            "context: Sum by day.\n",
            "context: {instructions: Sum by day.}\n",
            [],
            id="guidance as a text is no change",
        ),
        pytest.param(
            field("required: false, unique: false, primaryKeyPosition: -1, semanticType: column"),
            field("description: ''"),
            [("field.description", "orders.f")],
            id="a default is no change",
        ),
    ],
)
def test_what_changed_and_where(old: str, new: str, expected: list[tuple[str, str]]) -> None:
    assert told(old, new) == expected


def enum(*values: str) -> str:
    return field(f"logicalType: string, enum: [{', '.join(f'{{{value}}}' for value in values)}]")


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        pytest.param(
            enum("value: a, id: one", "value: b, id: two"),
            enum("value: b, id: one", "value: a, id: two"),
            [("enum value.value", "orders.f.enum.b"), ("enum value.value", "orders.f.enum.a")],
            id="the id counts before the value: two codes that change places are recoded",
        ),
        pytest.param(
            enum("value: a", "value: b, id: two"),
            enum("value: b", "value: a"),
            [],
            id="where an id is missing the value counts",
        ),
        pytest.param(
            enum("value: a, id: one"),
            enum("value: b, id: one"),
            [("enum value.value", "orders.f.enum.b")],
            id="the id tells which was recoded",
        ),
        pytest.param(
            enum("value: a"),
            enum("value: b"),
            [("enum value removed", "orders.f.enum.a"), ("enum value added", "orders.f.enum.b")],
            id="without an id nobody knows",
        ),
        pytest.param(enum("value: 1"), enum("value: 1.0"), [], id="1 and 1.0 are one value"),
        pytest.param(
            enum("value: 1"),
            enum("value: true"),
            [("enum value removed", "orders.f.enum.1"), ("enum value added", "orders.f.enum.true")],
            id="1 and true are two",
        ),
        pytest.param(
            enum("value: a"),
            enum("value: a", "value: a, id: again"),
            [("enum value added", "orders.f.enum.a")],
            id="a value that is listed twice does not crash",
        ),
        pytest.param(
            field("logicalType: string"),
            enum("value: a"),
            [("field.enum", "orders.f")],
            id="a list where there was none is a change of the field",
        ),
    ],
)
def test_allowed_values_match_by_id_then_by_value(
    old: str, new: str, expected: list[tuple[str, str]]
) -> None:
    assert told(old, new) == expected


def test_names_that_stand_twice_are_paired_in_their_order() -> None:
    old = fields("name: a, logicalType: string", "name: a, logicalType: integer")
    new = fields("name: a, logicalType: string", "name: a, logicalType: number")

    assert told(old, new) == [("field.logicalType", "orders.a")]
    assert told(old, fields("name: a, logicalType: string")) == [("field twin removed", "orders.a")]


@pytest.mark.parametrize(
    ("new", "expected"),
    [
        pytest.param(
            ["name: a, logicalType: integer"],
            [("field twin removed", "orders.a")],
            id="the one that stays as it was is no other one",
        ),
        pytest.param(
            ["name: a, logicalType: string", "name: b, logicalType: integer"],
            [("field twin removed", "orders.a"), ("field added", "orders.b")],
            id="one that gets a name of its own leaves the name where it was",
        ),
        pytest.param(
            ["name: b, logicalType: string"],
            [
                ("field removed", "orders.a"),
                ("field removed", "orders.a"),
                ("field added", "orders.b"),
            ],
            id="a name that goes altogether goes",
        ),
    ],
)
def test_a_name_that_stood_twice_and_still_stands_has_not_gone(
    new: list[str], expected: list[tuple[str, str]]
) -> None:
    old = fields("name: a, logicalType: string", "name: a, logicalType: integer")

    assert told(old, fields(*new)) == expected


def test_of_two_objects_of_one_name_one_may_go() -> None:
    text = "schema:\n- {name: o, properties: [{name: a}]}\n"

    assert told(text + "- {name: o, properties: [{name: b}]}\n", text) == [
        ("object twin removed", "o")
    ]


def test_changes_come_in_the_old_contracts_order() -> None:
    old = fields(_A, _B, _C)
    new = fields("name: z, logicalType: boolean", f"{_C}, required: true", f"{_A}, required: true")

    assert [path for _, path in told(old, new)] == [
        "orders", "orders.a", "orders.b", "orders.c", "orders.z",
    ]  # fmt: skip


def test_a_change_knows_what_encloses_it() -> None:
    (change,) = changes(inner("logicalType: integer"), inner("logicalType: number"))
    place = change.place

    assert isinstance(change, Changed)
    assert (change.old, change.new) == ("integer", "number")
    assert place.object_before is not None
    assert place.object_after is not None
    assert (place.object_before.name, place.object_after.name) == ("orders", "orders")
    assert place.owner_before != place.owner_after


def test_an_object_that_is_new_is_enclosed_on_one_side_only() -> None:
    gone, come = changes(an_object(), an_object().replace("orders", "x").replace("f,", "g,"))

    assert isinstance(gone, Removed)
    assert isinstance(come, Added)
    assert gone.place.object_after is None
    assert come.place.object_before is None


def chain(levels: int, kind: str) -> Iterator[str]:
    for level in range(levels):
        yield f"name: f{level}, logicalType: object, properties: [{{"
    yield f"name: last, logicalType: {kind}"
    yield from ("}]" for _ in range(levels))


def test_a_field_very_deep_is_found() -> None:
    old, new = (fields("".join(chain(30, kind))) for kind in ("integer", "number"))
    (change,) = changes(old, new)

    assert change.place.path.endswith(".f29.last")


def test_walking_is_lazy() -> None:
    old, new = read("name: a\n"), read("name: b\ntenant: c\n")

    assert next(diff(old, new)).subject == "contract.name"
