from __future__ import annotations

import re
from collections.abc import Callable

import pytest

import bot
from bot.core.review import Review
from bot.render.formats import render_lint, render_review
from bot.render.markdown.budget import BUDGET, Part, Rank, bounded, fitted
from bot.render.terminal import Terminal
from tests.conftest import Golden
from tests.render import hostile, samples
from tests.render.github_markdown import OURS, cells, outside_of_code, rendered, tags
from tests.render.test_escape import LIVE

TERMINAL = Terminal()
ALLOWED = OURS | {
    *("h3", "h4", "p", "em", "strong", "code", "pre", "ol", "ul", "li"),
    *("table", "thead", "tbody", "tr", "th", "td"),
}
GITHUB_LIMIT = 65_536

every_text = pytest.mark.parametrize("text", hostile.TEXTS.values(), ids=hostile.TEXTS.keys())


def units(text: str) -> int:
    return len(text.encode("utf-16-le")) // 2


def settled(markdown: str) -> str:
    return markdown.replace(f"Contract Steward {bot.__version__}.", "Contract Steward VERSION.")


@pytest.mark.parametrize(
    ("name", "sample"),
    [
        pytest.param("big", samples.big, id="one contract with everything"),
        pytest.param("small", samples.small, id="a field was added"),
        pytest.param("several", samples.several, id="many contracts, some not readable"),
        pytest.param("nothing", samples.nothing, id="no contract changed"),
    ],
)
def test_a_review_reads_well_in_a_pull_request(
    golden: Golden, name: str, sample: Callable[[], Review]
) -> None:
    golden(f"render/review-{name}.md", settled(render_review(sample(), "markdown", TERMINAL)))


def test_a_lint_report_reads_well_in_a_summary(golden: Golden) -> None:
    golden("render/lint.md", render_lint(samples.linted(), "markdown", TERMINAL))


@every_text
def test_nothing_in_a_contract_is_live_in_a_review(text: str) -> None:
    page = rendered(render_review(hostile.review(text), "markdown", TERMINAL))

    assert tags(page) <= ALLOWED
    assert LIVE.findall(outside_of_code(page)) == []
    assert {len(row) for row in cells(page)} == {5}


@every_text
def test_nothing_in_a_contract_is_live_in_a_lint_report(text: str) -> None:
    page = rendered(render_lint(hostile.report(text), "markdown", TERMINAL))

    assert tags(page) <= ALLOWED
    assert LIVE.findall(outside_of_code(page)) == []
    assert {len(row) for row in cells(page)} == {3}


@every_text
def test_a_hostile_text_changes_no_structure(text: str) -> None:
    def structure(review: Review) -> list[str]:
        page = rendered(render_review(review, "markdown", TERMINAL))
        return re.findall(r"<(?!/|code|pre)(\w+)", page)

    assert structure(hostile.review(text)) == structure(hostile.review("plain"))


@pytest.mark.parametrize("text", ["a", "\U0001f600|" * 60, "@a | `b` " * 20, "\u202e" * 300])
@pytest.mark.parametrize(
    ("contracts", "findings"),
    [
        pytest.param(1, 1_500, id="one contract with many findings"),
        pytest.param(60, 12, id="many contracts"),
    ],
)
def test_a_review_fits_into_a_comment(text: str, contracts: int, findings: int) -> None:
    told = render_review(hostile.crowd(text, contracts, findings), "markdown", TERMINAL)

    assert units(told) <= BUDGET < GITHUB_LIMIT
    assert told.count("<details>") == told.count("</details>")
    assert tags(rendered(told)) <= ALLOWED
    assert told.startswith("### Data contracts undecided: ")
    assert "From `main` to `topic`" in told


def test_a_lint_report_fits_into_a_comment() -> None:
    report = hostile.report("\U0001f600|" * 60)
    crowd = type(report)(files=9, faults=report.faults * 900, findings=report.findings * 900)

    told = render_lint(crowd, "markdown", TERMINAL)

    assert units(told) <= BUDGET
    assert tags(rendered(told)) <= ALLOWED


def test_a_table_has_twenty_rows_and_the_rest_unfolds() -> None:
    page = rendered(render_review(samples.with_breaks(37), "markdown", TERMINAL))
    table, _, rest = page.partition("</table>")

    assert table.count("<tr>") == 1 + 20
    assert "and 22 breaking changes, 1 error, 1 change that may break, 1 warning, 3 notes" in rest
    assert "<summary>All 48 findings</summary>" in rest
    assert rest.count("<tr>") == 1 + 48


def test_parts_go_by_rank_and_stay_in_order() -> None:
    parts = (
        Part("head", Rank.ALWAYS),
        Part("detail " * 30, Rank.DETAIL),
        Part("answer " * 10),
        Part("foot", Rank.ALWAYS),
    )

    assert fitted(parts, 1_000) == "\n\n".join(part.text for part in parts) + "\n"
    assert fitted(parts, 300).split("\n\n") == [
        "head",
        "answer " * 10,
        "foot",
        "*1 part of this report did not fit here; `--format json` has everything.*\n",
    ]


@pytest.mark.parametrize(
    ("limit", "kept", "left"),
    [
        pytest.param(100, ["aaa", "bbb", "c"], 0, id="all fit"),
        pytest.param(7, ["aaa"], 2, id="what comes after a gap goes too"),
        pytest.param(1, [], 3, id="none fits"),
    ],
)
def test_a_list_is_cut_between_items(limit: int, kept: list[str], left: int) -> None:
    assert bounded(["aaa", "bbb", "c"], str, limit) == (kept, left)
