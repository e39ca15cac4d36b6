from __future__ import annotations

import re
from dataclasses import replace

import pytest

from bot.core.review import Review
from bot.render.formats import render_lint, render_review
from bot.render.terminal import Terminal
from tests.conftest import Golden
from tests.render import hostile, samples

TERMINAL = Terminal()
LINE = re.compile(
    r"::(?P<word>error|warning|notice) "
    r"(file=(?P<file>[^,:]*),line=\d+,col=\d+,)?title=(?P<title>[^,:]*)::(?P<text>.*)"
)

every_text = pytest.mark.parametrize("text", hostile.TEXTS.values(), ids=hostile.TEXTS.keys())


def words(told: str) -> list[str]:
    return [line["word"] for row in told.splitlines() if (line := LINE.fullmatch(row))]


def test_a_review_becomes_commands(golden: Golden) -> None:
    golden("render/review.github", render_review(samples.big(), "github", TERMINAL))


def test_a_lint_report_becomes_commands(golden: Golden) -> None:
    golden("render/lint.github", render_lint(samples.linted(), "github", TERMINAL))


@every_text
def test_every_line_is_a_command_of_ours(text: str) -> None:
    for told in (
        render_review(hostile.review(text), "github", TERMINAL),
        render_lint(hostile.report(text), "github", TERMINAL),
    ):
        rows = told.split("\n")

        assert rows.pop() == ""
        assert [row for row in rows if not LINE.fullmatch(row) or not row.isprintable()] == []
        told.encode()


def decoded(text: str) -> str:
    """Undo the escapes as the runner does."""
    for code, char in (("%3A", ":"), ("%2C", ","), ("%0D", "\r"), ("%0A", "\n"), ("%25", "%")):
        text = text.replace(code, char)
    return text


def test_the_runner_reads_back_what_was_meant() -> None:
    odd = replace(samples.FINDING, message="50%, a::b", hint="%0A")
    report = replace(samples.linted(), faults=(), findings=(odd,))

    line = LINE.match(render_lint(report, "github", TERMINAL).splitlines()[0])

    assert line is not None
    assert decoded(line["text"]) == "50%, a::b\n%0A"
    assert decoded(line["file"]) == "contracts/orders.odcs.yaml"


def test_what_was_removed_is_told_where_its_owner_stands() -> None:
    told = render_review(samples.big(), "github", TERMINAL)

    (removed,) = [row for row in told.splitlines() if "DC199" in row]
    assert removed.startswith("::error file=contracts/orders.odcs.yaml,line=11,")


def many(number: int) -> Review:
    return hostile.crowd("a", 1, number)


def test_no_more_is_written_than_github_shows() -> None:
    told = render_review(many(30), "github", TERMINAL)

    assert words(told) == ["error"] * 10 + ["notice"]
    assert told.splitlines()[-1] == (
        "::notice title=Data contracts::Undecided: no breaking change, 62 errors,"
        " 1 file could not be read; not shown here: 82 more errors"
    )


def test_the_weightiest_are_the_ones_that_are_shown() -> None:
    assert words(render_review(samples.with_breaks(9), "github", TERMINAL)) == [
        *["error"] * 10,
        *["warning"] * 2,
        *["notice"] * 4,
    ]
