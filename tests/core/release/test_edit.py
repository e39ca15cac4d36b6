from __future__ import annotations

import pytest

from bot.adapters.yaml_reader import read_yaml
from bot.core.errors import ErrorCode, StewardError
from bot.core.release.edit import set_version


@pytest.mark.parametrize(
    ("before", "after"),
    [
        pytest.param("version: 1.0.0\nid: a\n", "version: 2.1.0\nid: a\n", id="plain"),
        pytest.param('version: "1.0.0"\n', 'version: "2.1.0"\n', id="in double quotes"),
        pytest.param("version: '1.0.0'\n", "version: '2.1.0'\n", id="in single quotes"),
        pytest.param(
            "version:   1.0.0   # now\n", "version:   2.1.0   # now\n", id="a comment stays"
        ),
        pytest.param("id: a\r\nversion: 1.0.0\r\n", "id: a\r\nversion: 2.1.0\r\n", id="CRLF stays"),
        pytest.param("\ufeffversion: 1.0.0\n", "\ufeffversion: 2.1.0\n", id="a BOM stays"),
        pytest.param(
            "{id: a, version: 1.0.0, name: 1.0.0}\n",
            "{id: a, version: 2.1.0, name: 1.0.0}\n",
            id="in a flow mapping, and no other value",
        ),
        pytest.param(
            "name: é𝒳\nversion: 1.0.0", "name: é𝒳\nversion: 2.1.0", id="no line end at the end"
        ),
        pytest.param(
            "description:\n  version: 1.0.0\nversion: 1.0.0\n",
            "description:\n  version: 1.0.0\nversion: 2.1.0\n",
            id="only the root's version",
        ),
        pytest.param('version: ""\n', 'version: "2.1.0"\n', id="an empty text"),
    ],
)
def test_only_the_version_changes(before: str, after: str) -> None:
    document = read_yaml(before.encode(), "a.yaml")

    assert set_version(before, document, "2.1.0") == after


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("id: &v 1.0.0\nversion: *v\n", id="an alias"),
        pytest.param("version: >-\n  1.0.0\n", id="a folded text"),
        pytest.param('version: "1.0\\x2e0"\n', id="an escape"),
        pytest.param("version: >-\n", id="a folded text that is empty"),
        pytest.param("version: |-\n  |-\n", id="a block that says how it is written"),
        pytest.param('id: &v "*v"\nversion: *v\n', id="an alias of its own name"),
        pytest.param("version: ''''\n", id="a quote in quotes"),
    ],
)
def test_what_is_not_written_plainly_is_left_to_the_author(text: str) -> None:
    document = read_yaml(text.encode(), "a.yaml")

    with pytest.raises(StewardError) as caught:
        set_version(text, document, "2.1.0")

    assert [fault.code for fault in caught.value.faults] == [ErrorCode.CANNOT_WRITE]
