from __future__ import annotations

import pytest

from bot.core.errors import ErrorCode, Fault, Location, StewardError


@pytest.mark.parametrize(
    ("fault", "expected"),
    [
        pytest.param(
            Fault(ErrorCode.NO_REPOSITORY, "this is no repository", "run `git init`"),
            "E301 this is no repository\n  hint: run `git init`",
            id="a fault of no place",
        ),
        pytest.param(
            Fault(ErrorCode.EMPTY_DOCUMENT, "nothing", "write", Location("a.yaml")),
            "a.yaml:1: E111 nothing\n  hint: write",
            id="a fault of a file, without an excerpt",
        ),
        pytest.param(
            Fault(ErrorCode.NOT_YAML, "no", "mend", Location("a.yaml", 2, 4), "a: b: c"),
            "a.yaml:2: E103 no\n  | a: b: c\n  |    ^\n  hint: mend",
            id="the caret stands below the column",
        ),
        pytest.param(
            Fault(ErrorCode.NOT_YAML, "no", "mend", Location("a.yaml", 2, 400), "…bcd…", 3),
            "a.yaml:2: E103 no\n  | …bcd…\n  |   ^\n  hint: mend",
            id="the caret of a cut line stands where it is told",
        ),
        pytest.param(
            Fault(ErrorCode.NOT_YAML, "no", "mend", Location("a.yaml", 1, 4), "\t漢x"),
            "a.yaml:1: E103 no\n  | \\t漢x\n  |      ^\n  hint: mend",
            id="the caret counts what a terminal shows",
        ),
        pytest.param(
            Fault(ErrorCode.NOT_YAML, "a\nb", "c\x1b[0m", Location("\u202e.yaml"), "\0x"),
            "\\u202e.yaml:1: E103 a\\nb\n  | \\x00x\n  | ^\n  hint: c\\x1b[0m",
            id="nothing hostile comes through",
        ),
    ],
)
def test_a_fault_is_told_with_its_place_and_the_next_step(fault: Fault, expected: str) -> None:
    assert str(fault) == expected


def test_an_error_tells_every_fault() -> None:
    first = Fault(ErrorCode.NOT_YAML, "one", "mend")
    second = Fault(ErrorCode.NOT_SEMVER, "two", "write 1.0.0")
    assert str(StewardError(first, second)) == (
        "E103 one\n  hint: mend\nE404 two\n  hint: write 1.0.0"
    )
