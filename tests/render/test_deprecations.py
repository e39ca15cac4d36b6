"""Deprecations as text, Markdown and JSON, also where a contract's texts are hostile."""

from __future__ import annotations

import json
from datetime import UTC, date, datetime
from typing import Any

import pytest

from bot.core.contract.model import Deprecation
from bot.core.deprecation.calendar import Notice, in_order
from bot.core.deprecation.clock import Clock
from bot.core.deprecation.elements import Sort
from bot.core.history.snapshot import Commit
from bot.core.policy.window import Window
from bot.core.records import replace
from bot.render.deprecations import render_deprecations
from bot.render.terminal import Terminal
from tests.render import hostile

TODAY = date(2026, 6, 1)
COMMIT = Commit(
    id="3f288a98564bfe2e4e419ef31972cd91c0a9d517",
    time=datetime(2026, 2, 2, 9, tzinfo=UTC),
    author_time=datetime(2026, 2, 2, 9, tzinfo=UTC),
    summary="Deprecate amount",
    author="Ada",
    parents=(),
)
CLOCK = Clock(
    path="orders.amount",
    sort=Sort.FIELD,
    since=COMMIT,
    day=date(2026, 2, 2),
    deprecated_for=119,
    first_day=date(2026, 5, 3),
    releases_missing=0,
    settled=True,
    told=Deprecation(flagged=True, replaced_by="orders.net"),
)
NOTICE = Notice(
    contract="orders",
    version="1.4.0",
    file="contracts/orders.yaml",
    clock=CLOCK,
    window=Window(),
    readers=("report",),
)


def rendered(notice: Notice, form: str) -> str:
    return render_deprecations([notice], form, Terminal(), TODAY)


def told(**changes: Any) -> Notice:  # noqa: ANN401  # handed on to `replace`
    return replace(NOTICE, clock=replace(CLOCK, **changes))


@pytest.mark.parametrize(
    ("notice", "day"),
    [
        pytest.param(NOTICE, "now", id="its window is over"),
        pytest.param(told(first_day=date(2026, 7, 1)), "2026-07-01", id="its window is not over"),
        pytest.param(
            told(told=Deprecation(flagged=True, removal="2026-12-31")),
            "2026-12-31",
            id="a later day was announced",
        ),
        pytest.param(
            told(told=Deprecation(flagged=True, removal="2026-01-01")),
            "now",
            id="an earlier day was announced",
        ),
        pytest.param(
            told(releases_missing=2), "2026-05-03, after 2 releases", id="releases are missing"
        ),
        pytest.param(
            told(first_day=date(2026, 7, 1), settled=False),
            "2026-07-01 or before",
            id="the clone is shallow",
        ),
    ],
)
def test_the_first_cell_tells_when_it_may_go(notice: Notice, day: str) -> None:
    assert rendered(notice, "markdown").splitlines()[-1].startswith(f"| `{day}` |")


def test_text_tells_the_clock_and_the_readers() -> None:
    assert rendered(NOTICE, "text") == (
        "  may go on  element               deprecated since  by commit   read by\n"
        "  ─────────  ────────────────────  ────────────────  ──────────  ───────\n"
        "  now        orders.orders.amount  2026-02-02        3f288a9856  report\n"
        "\n"
        "1 deprecation in 1 contract; 1 may go on 2026-06-01\n"
    )


def test_nothing_deprecated_is_said_so() -> None:
    said = render_deprecations([], "text", Terminal(), TODAY)

    assert said.strip() == "nothing is deprecated"


def test_json_has_all_that_is_known() -> None:
    (found,) = json.loads(rendered(NOTICE, "json"))["deprecations"]

    assert found["first_day"] == "2026-05-03"
    assert found["commit"] == COMMIT.id
    assert found["readers"] == ["report"]
    assert found["window"] == {"days": 90, "releases": 0}


@pytest.mark.parametrize("text", hostile.TEXTS.values(), ids=hostile.TEXTS)
@pytest.mark.parametrize("form", ["text", "markdown", "json"])
def test_hostile_texts_do_not_act(text: str, form: str) -> None:
    deprecation = Deprecation(flagged=True, removal=text, replaced_by=text, reason=text)
    clock = replace(CLOCK, path=text, since=replace(COMMIT, summary=text), told=deprecation)
    notice = replace(NOTICE, contract=text, version=text, clock=clock, readers=(text,))

    said = rendered(notice, form)

    assert all(line.isprintable() for line in said.splitlines())
    if form == "markdown":
        rows = [line for line in said.splitlines() if line.startswith("|")]
        assert len(rows) == 3


def test_what_may_go_first_comes_first() -> None:
    later = told(first_day=date(2027, 1, 1), path="orders.net")
    announced = told(told=Deprecation(flagged=True, removal="2028-01-01"), path="orders.tax")

    found = in_order([announced, later, NOTICE])

    assert [each.clock.path for each in found] == ["orders.amount", "orders.net", "orders.tax"]
