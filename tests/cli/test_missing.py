"""A file that is not there has no first line; what was meant is found where it can be."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.conftest import Steward

ORDERS = "contracts/orders/orders.odcs.yaml"
ELSEWHERE = "check the path; it counts from the folder you are in"


@pytest.mark.parametrize(
    ("words", "said_err"),
    [
        pytest.param(
            ("diff", "HEAD", ORDERS),
            f"E305 there is no file `HEAD`\n  hint: did you mean `HEAD:{ORDERS}`?\n",
            id="a revision without a path takes that of the other",
        ),
        pytest.param(
            ("diff", ORDERS, "HEAD~1"),
            f"E305 there is no file `HEAD~1`\n  hint: did you mean `HEAD~1:{ORDERS}`?\n",
            id="in either place",
        ),
        pytest.param(
            ("diff", "HEAD", "HEAD~1"),
            "E305 there is no file `HEAD`\n"
            "  hint: `HEAD` is a revision: say which file of it, as in `HEAD:PATH`\n",
            id="two revisions without a path",
        ),
        pytest.param(
            ("show", "HEAD"),
            "E305 there is no file `HEAD`\n"
            "  hint: `HEAD` is a revision: say which file of it, as in `HEAD:PATH`\n",
            id="a revision without a path, and nothing beside it",
        ),
        pytest.param(
            ("diff", "HEAD:contracts/orders/ordrs.odcs.yaml", ORDERS),
            "E305 HEAD has no file `contracts/orders/ordrs.odcs.yaml`\n"
            f"  hint: did you mean `HEAD:{ORDERS}`",
            id="a slip in the path of a revision",
        ),
        pytest.param(
            ("show", "contracts/orders/ordrs.odcs.yaml"),
            "E305 there is no file `contracts/orders/ordrs.odcs.yaml`\n"
            f"  hint: did you mean `HEAD:{ORDERS}`",
            id="a slip in the path of a file that is in Git",
        ),
        pytest.param(
            ("show", "x"),
            f"E305 there is no file `x`\n  hint: {ELSEWHERE}\n",
            id="nothing is near",
        ),
    ],
)
def test_what_is_missing_is_told_without_a_line(
    steward: Steward, story: Path, words: tuple[str, ...], said_err: str
) -> None:
    said = steward(story, *words)

    assert said.code == 2
    assert said.err.startswith(said_err)


def test_a_file_that_was_deleted_is_found_in_git(steward: Steward, own_story: Path) -> None:
    (own_story / ORDERS).unlink()

    said = steward(own_story, "show", ORDERS)

    assert said.err.endswith(f"hint: did you mean `HEAD:{ORDERS}`?\n")


def test_a_folder_without_git_is_asked_nothing_more(steward: Steward, tmp_path: Path) -> None:
    said = steward(tmp_path, "diff", "HEAD", "a.yaml")

    assert said.err == f"E305 there is no file `HEAD`\n  hint: {ELSEWHERE}\n"
