from __future__ import annotations

import pytest

from bot.adapters.reading import read
from bot.core.errors import StewardError

_START = "apiVersion: v3.2.0\nkind: DataContract\nid: orders\n"
_REST = "status: active\nschema:\n- name: orders\n  properties:\n"


def told(text: str) -> list[str]:
    """Return the line and the code of each fault in a text."""
    with pytest.raises(StewardError) as caught:
        read(text.encode(), "orders.yaml")
    return [
        f"{fault.where.line if fault.where else 0}: {fault.code}" for fault in caught.value.faults
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            f"{_START}version: 1.0\nowner: ada\n{_REST}  - {{name: x, isNullable: true}}\n",
            ["4: E116", "5: E203", "10: E203"],
            id="a version that is a number, beside keys that the standard does not have",
        ),
        pytest.param(
            f"{_START}version: 1.0.0\nversion: 1.1.0\nowner: ada\n{_REST}  - {{name: x}}\n",
            ["5: E107", "6: E203"],
            id="a key that is set twice, beside one that the standard does not have",
        ),
        pytest.param(
            "apiVersion: 3.1\nkind: DataContract\nid: orders\nversion: 1\nowner: ada\n"
            f"{_REST}  - {{name: x}}\n",
            ["1: E116", "4: E116", "5: E203"],
            id="the number of the standard is told once, and the standard that it names judges",
        ),
        pytest.param(
            f"{_START}version: 1.0.0\n<<: {{owner: ada}}\n{_REST}  - {{name: x}}\nteam: 1\n",
            ["5: E118"],
            id="nothing more is told where a part of the document is not known",
        ),
    ],
)
def test_all_faults_of_a_file_are_told_at_once(text: str, expected: list[str]) -> None:
    assert told(text) == expected
