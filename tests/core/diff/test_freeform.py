from __future__ import annotations

import os
import subprocess
import sys

import pytest

from bot.core.diff.freeform import differences

Json = object


def deep(levels: int, innermost: int) -> Json:
    value: Json = innermost
    for _ in range(levels):
        value = [value]
    return value


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        pytest.param(1, "a", ("1 became a",), id="scalars are told as they are"),
        pytest.param(
            {"a": 1, "b": 2}, {"a": 1, "c": 2}, ("key added at ['c']", "key removed at ['b']"),
            id="keys are told by name",
        ),
        pytest.param([1, 2, 3], [3, 2, 1], (), id="the order of a list has no meaning"),
        pytest.param(
            dict.fromkeys("hijklmno"), dict.fromkeys("gfedcbahijklmno"),
            (*(f"key added at ['{key}']" for key in "abcde"), "and 2 more"),
            id="a few are enough",
        ),
        pytest.param(
            list(range(5_000)),
            {str(number): number for number in range(5_000)},
            ("a list with 5,000 values became a mapping with 5,000 values",),
            id="very many values are only counted",
        ),
        pytest.param(
            deep(90, 1), deep(90, 2),
            ("a list with 90 values became a list with 90 values",),
            id="values that lie very deep are only counted",
        ),
    ],
)  # fmt: skip
def test_what_differs(old: Json, new: Json, expected: tuple[str, ...]) -> None:
    assert differences(old, new) == expected


def test_nothing_is_written_to_the_log(caplog: pytest.LogCaptureFixture) -> None:
    assert differences([1, 2, [3, {"a": 1}]], [2, 1, [3, {"b": 1}]])
    assert not caplog.records


PROGRAM = """
from bot.core.diff.freeform import differences
old = [{"key": number, "value": f"x{number}"} for number in range(20)]
new = [{"key": number + 20, "value": f"y{number}"} for number in range(19)]
print(differences(old, new))
"""


def test_every_process_tells_the_same() -> None:
    told = {
        subprocess.run(
            [sys.executable, "-c", PROGRAM],
            env={**os.environ, "PYTHONHASHSEED": seed},  # noqa: TID251  # what it hands on
            capture_output=True,
            text=True,
            check=True,
        ).stdout
        for seed in ("0", "1", "2")
    }
    assert len(told) == 1
