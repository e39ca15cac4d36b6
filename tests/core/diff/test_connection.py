from __future__ import annotations

import pytest

from bot.core.diff.connection import connection_changes, has_variable
from tests.core.diff.told import a_server


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        pytest.param(
            "type: s3, location: s3://a",
            "type: s3, location: s3://b",
            [("location", "s3://a", "s3://b")],
            id="an address",
        ),
        pytest.param(
            "type: local, path: a, format: csv",
            "type: local, format: csv, path: a",
            [],
            id="another order of keys",
        ),
        pytest.param(
            "type: local, path: a, format: csv",
            "type: local, path: a, format: csv, encoding: UTF-8",
            [],
            id="the default spelled out",
        ),
        pytest.param(
            "type: local, path: a, format: csv",
            "type: local, path: a, format: csv, encoding: utf-16",
            [("encoding", "utf-8", "utf-16")],
            id="another encoding than the default",
        ),
        pytest.param(
            "type: s3, location: s3://a",
            'type: s3, location: "s3://${BUCKET:-a}"',
            [],
            id="a variable stands for its default",
        ),
        pytest.param(
            "type: s3, location: s3://a",
            'type: s3, location: "${PLACE}"',
            [("location", "s3://a", "${PLACE}")],
            id="without a default it stands for itself",
        ),
        pytest.param(
            "type: postgres, host: h, port: 5432, database: d, schema: s",
            'type: postgres, host: h, port: "5432", database: d, schema: s',
            [("port", 5432, "5432")],
            id="a number and a text",
        ),
        pytest.param(
            "type: s3, location: s3://a",
            "type: s3, location: s3://a, format: json",
            [("format", None, "json")],
            id="a key appears",
        ),
        pytest.param(
            "type: s3, location: s3://a, environment: prod",
            "type: s3, location: s3://a, environment: test",
            [],
            id="the environment is no part of the connection",
        ),
    ],
)
def test_what_changed_in_a_connection(
    old: str, new: str, expected: list[tuple[str, object, object]]
) -> None:
    before, after = a_server(old), a_server(new)

    assert list(connection_changes(before, after)) == expected
    assert sorted((key, then, now) for key, now, then in connection_changes(after, before)) == (
        sorted(expected)
    )


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        pytest.param("${NAME}", True, id="a variable"),
        pytest.param("s3://${NAME:-a}/b", True, id="a variable within a text"),
        pytest.param("$NAME", False, id="without braces it is a text"),
        pytest.param("${1}", False, id="a number is no name"),
        pytest.param(5432, False, id="a number"),
        pytest.param(None, False, id="nothing"),
    ],
)
def test_a_variable_is_seen(value: object, expected: bool) -> None:
    assert has_variable(value) is expected
    assert has_variable("a", value) is expected
