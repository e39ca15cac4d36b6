"""What history says of ends with readers left, of announced days, and of released versions."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.core.policy.settings import Settings
from bot.core.policy.window import Window
from bot.core.review import Failed
from tests.cli.conftest import Steward
from tests.history.branches import Branches, orders

READER = """\
apiVersion: v3.2.0
kind: DataContract
id: report
version: 1.0.0
status: {status}
schema:
- name: report
  properties:
  - {{name: total, logicalType: number, transformSourceObjects: [orders.orders.net]}}
"""
FIRST = orders("net", version="1.3.0")
NEXT = orders("net", "tax", version="1.4.0")
OTHER = orders("net", "discount", version="1.4.0")


@pytest.fixture
def branches(tmp_path: Path) -> Branches:
    return Branches(tmp_path / "repository")


def told(removal: str, version: str = "1.1.0") -> str:
    custom = f"customProperties: [{{property: deprecation, value: {{removal: {removal}}}}}]"
    return orders("net", "amount!", version=version).replace(
        "deprecated: true", f"deprecated: true, {custom}"
    )


@pytest.mark.parametrize(
    ("removal", "found"),
    [
        pytest.param("2026-05-01", [("DC944", "orders.amount")], id="a day too early"),
        pytest.param("2026-05-02", [], id="the first possible day"),
        pytest.param("2027-01-01", [], id="a later day"),
        pytest.param("some day", [], id="no day, as lint tells"),
    ],
)
def test_a_day_is_announced_that_the_window_allows(
    removal: str, found: list[tuple[str, str]], branches: Branches
) -> None:
    branches.commit("2026-01-01", orders("net", "amount"))
    branches.branch("flag")
    branches.commit("2026-01-02", told(removal))

    assert branches.endings("flag", "2026-02-01") == found


def test_a_day_announced_later_on_counts_from_the_flag(branches: Branches) -> None:
    branches.commit("2026-02-01", orders("net", "amount!", version="1.1.0"))
    branches.branch("announce")
    branches.commit("2026-03-01", told("2026-05-01", "1.2.0"))

    assert branches.endings("announce", "2026-03-01") == [("DC944", "orders.amount")]
    branches.commit("2026-03-01", told("2026-05-02", "1.2.0"))
    assert branches.endings("announce", "2026-03-01") == []


def test_the_announced_day_holds_though_the_window_is_over(branches: Branches) -> None:
    branches.commit("2026-02-01", told("2026-12-31"))
    branches.branch("drop")
    branches.commit("2026-03-01", orders("net", version="2.0.0"))

    assert branches.endings("drop", "2026-12-30") == [("DC943", "orders.amount")]
    assert branches.endings("drop", "2026-12-31") == []


def test_a_policy_without_a_window_lets_go_at_once(branches: Branches) -> None:
    branches.commit("2026-02-01", orders("net", "amount"))
    branches.branch("drop")
    branches.commit("2026-02-02", orders("net", version="2.0.0"))

    settings = Settings(window=Window(days=0))
    assert branches.endings("drop", "2026-02-02", settings=settings) == []


def test_a_policy_may_ask_for_releases_beside_days(branches: Branches) -> None:
    branches.commit("2026-02-01", orders("net", "amount!", version="1.1.0"))
    branches.branch("drop")
    branches.commit("2026-02-02", orders("net", version="2.0.0"))
    settings = Settings(window=Window(days=10, releases=2))

    review = branches.review("drop", "2026-06-01", settings=settings)

    assert isinstance(review.verdict, Failed)
    assert review.verdict.steps[0].endswith(
        "Merge this on 2026-02-11 (UTC) or later, and after 1 more released version that still"
        " had it deprecated."
    )


@pytest.mark.parametrize(
    ("status", "found"),
    [
        pytest.param("active", 1, id="somebody reads it"),
        pytest.param("retired", 0, id="the reader has ended too"),
    ],
)
@pytest.mark.parametrize("end", ["deleted", "retired"])
def test_a_contract_ends_when_nobody_reads_it(
    status: str, found: int, end: str, branches: Branches, steward: Steward
) -> None:
    branches.commit("2026-01-01", READER.format(status=status), "contracts/report.yaml")
    old = orders("net", status="deprecated")
    branches.commit("2026-01-01", old, "contracts/orders.yaml")
    branches.branch("end")
    gone = orders("net", version="2.0.0", status="retired") if end == "retired" else None
    branches.commit("2026-06-01", gone, "contracts/orders.yaml")

    said = steward(
        branches.path, "review", "--base", "main", "--head", "end", "--today", "2026-06-01"
    )

    assert said.code == found
    assert ("still read by `report`" in " ".join(said.out.split())) is bool(found)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        pytest.param(OTHER, [("DC947", "")], id="another content under a number that was taken"),
        pytest.param(NEXT, [], id="the very content that was released"),
        pytest.param(f"# told anew\n{NEXT}", [], id="in another form"),
        pytest.param(orders("net", "tax", version="1.5.0"), [], id="a number that is free"),
    ],
)
@pytest.mark.parametrize("tagged", [True, False], ids=["with tags", "without tags"])
def test_a_released_version_never_comes_again_as_something_else(
    text: str, found: list[tuple[str, str]], branches: Branches, *, tagged: bool
) -> None:
    branches.commit("2026-01-01", FIRST)
    branches.commit("2026-01-02", NEXT)
    if tagged:
        branches.git("tag", "orders/v1.4.0")
    # Without tags history is asked for a version that is not above the one that is there.
    branches.commit("2026-01-03", FIRST if tagged else orders("net", version="1.6.0"))
    branches.branch("again")
    branches.commit("2026-01-04", text)

    assert branches.endings("again", "2026-01-04") == found


def test_a_contract_that_came_back_may_not_reuse_a_tagged_version(branches: Branches) -> None:
    branches.commit("2026-01-01", NEXT)
    branches.git("tag", "orders/v1.4.0")
    branches.commit("2026-01-02", None)
    branches.branch("again")
    branches.commit("2026-01-04", OTHER)

    assert branches.endings("again", "2026-01-04") == [("DC947", "")]


def test_a_release_is_found_though_its_file_moved_since(branches: Branches) -> None:
    branches.commit("2026-01-01", NEXT, "old/orders.yaml")
    branches.git("tag", "orders/v1.4.0")
    branches.write("old/orders.yaml", None)
    branches.commit("2026-01-02", FIRST)
    branches.branch("again")
    branches.commit("2026-01-04", OTHER)

    assert branches.endings("again", "2026-01-04") == [("DC947", "")]


def test_what_slipped_in_under_a_released_version_is_told(branches: Branches) -> None:
    branches.commit("2026-01-01", NEXT)
    branches.git("tag", "orders/v1.4.0")
    branches.commit("2026-01-02", OTHER)
    branches.branch("more")
    branches.commit("2026-01-04", orders("net", "discount", "fee", version="1.4.0"))

    assert branches.endings("more", "2026-01-04") == [("DC946", "")]
