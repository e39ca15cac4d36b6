from __future__ import annotations

import re
import subprocess
import sys
from collections import Counter
from collections.abc import Callable

import pytest

from bot.core.review import Review
from bot.core.text import cells
from bot.render.formats import render_lint, render_review
from bot.render.terminal import Terminal
from tests.conftest import ROOT, Golden
from tests.render import hostile, samples

CONTROL = re.compile(r"\x1b\[[0-9;]*m")
COLOUR = Terminal(colour=True, width=100)

every_sample = pytest.mark.parametrize(
    "sample",
    [
        pytest.param(samples.big, id="one contract with everything"),
        pytest.param(samples.small, id="a field was added"),
        pytest.param(samples.announced, id="the version announces the break"),
        pytest.param(samples.nothing, id="no contract changed"),
        pytest.param(samples.several, id="many contracts, some not readable"),
    ],
)
every_width = pytest.mark.parametrize("width", [20, 33, 60, 66, 80, 100, 250])
every_text = pytest.mark.parametrize("text", hostile.TEXTS.values(), ids=hostile.TEXTS.keys())


def plain(shown: str) -> str:
    return CONTROL.sub("", shown)


def words(shown: str) -> Counter[str]:
    """Count the words, without the lines of boxes and tables."""
    return Counter(re.sub("[─│╭╮╰╯├┤┬┴┼]", " ", plain(shown)).split())


@pytest.mark.parametrize(
    ("name", "sample"),
    [
        pytest.param("big", samples.big, id="one contract with everything"),
        pytest.param("small", samples.small, id="a field was added"),
        pytest.param("several", samples.several, id="many contracts, some not readable"),
    ],
)
def test_a_review_reads_well(golden: Golden, name: str, sample: Callable[[], Review]) -> None:
    golden(f"render/review-{name}.txt", render_review(sample(), "text", Terminal()))


def test_a_review_reads_well_where_lines_are_short(golden: Golden) -> None:
    narrow = render_review(samples.big(), "text", Terminal(width=60))

    golden("render/review-big-narrow.txt", narrow)


def test_a_review_reads_well_in_colour(golden: Golden) -> None:
    golden("render/review-big-colour.txt", render_review(samples.big(), "text", COLOUR))


def test_a_lint_report_reads_well(golden: Golden) -> None:
    golden("render/lint.txt", render_lint(samples.linted(), "text", Terminal()))


@every_sample
def test_colour_changes_no_word(sample: Callable[[], Review]) -> None:
    told = [
        render_review(sample(), "text", Terminal(colour=colour, width=250))
        for colour in (False, True)
    ]

    assert words(told[0]) == words(told[1])
    assert CONTROL.search(told[0]) is None


@every_sample
@every_width
@pytest.mark.parametrize("colour", [False, True], ids=["plain", "colour"])
def test_no_line_is_wider_than_the_terminal(
    sample: Callable[[], Review], width: int, colour: bool
) -> None:
    told = render_review(sample(), "text", Terminal(colour=colour, width=width))

    assert [row for row in plain(told).splitlines() if cells(row) > width] == []
    assert told.endswith("\n")


@every_width
@pytest.mark.parametrize("colour", [False, True], ids=["plain", "colour"])
def test_no_line_of_a_lint_report_is_wider(width: int, colour: bool) -> None:
    told = render_lint(samples.linted(), "text", Terminal(colour=colour, width=width))

    assert [row for row in plain(told).splitlines() if cells(row) > width] == []


@every_text
@pytest.mark.parametrize("colour", [False, True], ids=["plain", "colour"])
def test_a_terminal_acts_on_nothing_in_a_contract(text: str, colour: bool) -> None:
    terminal = Terminal(colour=colour, width=80)

    told = render_review(hostile.review(text), "text", terminal)
    told += render_lint(hostile.report(text), "text", terminal)

    rows = plain(told).split("\n")
    assert [row for row in rows if not row.isprintable()] == []
    assert [row for row in rows if cells(row) > 80] == []
    told.encode()


def test_a_crowd_is_counted_instead_of_listed() -> None:
    told = render_review(hostile.crowd("a", 2, 3_000), "text", Terminal())

    assert len(told.splitlines()) < 2_000
    assert "and 2,942 more findings; --format json has all" in told


def test_many_notes_are_folded_beside_a_break() -> None:
    told = render_review(samples.with_notes(20), "text", Terminal())

    assert "  and 21 notes; --format markdown or json lists them\n" in told


def test_notes_are_listed_where_they_are_all() -> None:
    told = render_review(samples.only_notes(20), "text", Terminal())

    assert told.count("\n  note ") == 20


def test_plain_text_does_not_wait_for_rich() -> None:
    script = (
        "import sys; from bot.render.formats import render_review;"
        "from bot.render.terminal import Terminal; from tests.render.samples import big;"
        "render_review(big(), 'text', Terminal()); print('rich' in sys.modules)"
    )

    ran = subprocess.run(
        [sys.executable, "-c", script], cwd=ROOT, capture_output=True, text=True, check=False
    )

    assert (ran.stdout, ran.stderr) == ("False\n", "")


@pytest.mark.parametrize("form", ["", "yaml", "TEXT"])
def test_an_unknown_format_is_refused(form: str) -> None:
    with pytest.raises(ValueError, match="no such format"):
        render_review(samples.small(), form, Terminal())
    with pytest.raises(ValueError, match="no such format"):
        render_lint(samples.linted(), form, Terminal())
