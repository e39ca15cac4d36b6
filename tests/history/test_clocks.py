"""When a removal may merge, in real repositories: the first-parent line alone starts clocks."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.core.review import Failed, Undecided
from tests.history.branches import Branches, orders

LIVE = orders("net", "amount")
FLAGGED = orders("net", "amount!", version="1.1.0")
GONE = orders("net", version="2.0.0")

EARLY = [("DC941", "orders.amount")]
NEVER = [("DC940", "orders.amount")]
UNPROVEN = [("DC942", "orders.amount")]


@pytest.fixture
def branches(tmp_path: Path) -> Branches:
    return Branches(tmp_path / "repository")


def drop(branches: Branches, text: str | None = GONE, name: str = "orders.yaml") -> None:
    """Take the field away on a branch of its own."""
    branches.branch("drop")
    branches.commit("2026-03-01", text, name)


def test_a_removal_may_merge_on_the_first_day_and_not_before(branches: Branches) -> None:
    branches.commit("2026-01-01", LIVE)
    branches.commit("2026-02-01", FLAGGED)
    drop(branches)

    assert branches.endings("drop", "2026-05-01") == EARLY
    assert branches.endings("drop", "2026-05-02") == []


def test_the_finding_shows_the_commit_and_the_first_day(branches: Branches) -> None:
    branches.commit("2026-01-01", LIVE)
    since = branches.commit("2026-02-01", FLAGGED)
    drop(branches)

    review = branches.review("drop", "2026-05-01")

    (found,) = [each for each in review.contracts[0].gate if each.rule == "DC941"]
    assert isinstance(review.verdict, Failed)
    assert found.message == (
        "the field `orders.amount` goes before its window of 90 days is over: it is deprecated"
        f" since 2026-02-01, by commit {since[:10]} `on 2026-02-01`"
    )
    assert found.hint == "Merge this on 2026-05-02 (UTC) or later."
    assert (str(found.base), str(found.head)) == ("orders.yaml:10", "orders.yaml:7")


@pytest.mark.parametrize("how", ["merge", "squash", "rebase", "fast-forward", "cherry-pick"])
def test_the_clock_starts_when_the_flag_reaches_the_branch(how: str, branches: Branches) -> None:
    branches.commit("2026-01-01", LIVE)
    branches.branch("flag")
    side = branches.commit("2026-01-05", FLAGGED)
    branches.to("main")
    match how:
        case "merge":
            branches.git("merge", "--no-ff", "--quiet", "flag", "-m", "in", day="2026-02-01")
        case "squash":
            branches.git("merge", "--squash", "--quiet", "flag")
            branches.git("commit", "--quiet", "-m", "in", day="2026-02-01", author="2026-01-05")
        case "rebase" | "cherry-pick":
            # Git keeps the author's date and writes the committer's anew, as GitHub does.
            branches.git("cherry-pick", side, day="2026-02-01")
        case _:
            # Nothing is made anew: the commit itself is on the line, and its own time counts.
            branches.git("merge", "--ff-only", "--quiet", "flag")
    drop(branches)

    first = "2026-04-05" if how == "fast-forward" else "2026-05-02"
    assert branches.endings("drop", first) == []
    before = "2026-04-04" if how == "fast-forward" else "2026-05-01"
    assert branches.endings("drop", before) == EARLY


def test_a_branch_made_on_the_side_does_not_count_the_time_before_the_merge(
    branches: Branches,
) -> None:
    branches.commit("2026-01-01", LIVE)
    branches.branch("flag")
    branches.commit("2026-01-05", FLAGGED)
    branches.branch("drop")
    branches.commit("2026-02-02", GONE)
    branches.to("main")
    branches.commit("2026-01-20", "text: beside\n", "notes.yaml")
    branches.git("merge", "--no-ff", "--quiet", "flag", "-m", "in", day="2026-02-01")

    # The merge base is the flag's own commit on the side branch.
    assert branches.endings("drop", "2026-04-06") == EARLY
    assert branches.endings("drop", "2026-05-02") == []


def test_an_author_date_proves_nothing(branches: Branches) -> None:
    branches.commit("2026-01-01", LIVE)
    branches.commit("2026-02-01", FLAGGED, author="2019-01-01")
    drop(branches)

    assert branches.endings("drop", "2026-05-01") == EARLY


def test_a_date_in_the_file_proves_nothing(branches: Branches) -> None:
    told = FLAGGED.replace(
        "deprecated: true",
        "deprecated: true, customProperties: [{property: deprecation, value: {since: 2019-01-01}}]",
    )
    branches.commit("2026-01-01", LIVE)
    branches.commit("2026-02-01", told)
    drop(branches)

    assert branches.endings("drop", "2026-05-01") == EARLY


def test_a_committer_date_before_that_of_a_parent_counts_as_the_parents(
    branches: Branches,
) -> None:
    branches.commit("2026-01-31", LIVE)
    branches.commit("2019-01-01", FLAGGED)
    branches.commit("2026-02-10", "text: beside\n", "notes.yaml")
    drop(branches)

    assert branches.endings("drop", "2026-04-30") == EARLY
    assert branches.endings("drop", "2026-05-01") == []


def test_a_committer_date_in_the_future_counts_as_the_next_commits(branches: Branches) -> None:
    branches.commit("2026-01-01", LIVE)
    branches.commit("2090-01-01", FLAGGED)
    branches.commit("2026-02-01", "text: beside\n", "notes.yaml")
    drop(branches)

    assert branches.endings("drop", "2026-05-01") == EARLY
    assert branches.endings("drop", "2026-05-02") == []


def test_a_flag_that_went_and_came_again_starts_anew(branches: Branches) -> None:
    branches.commit("2026-01-01", FLAGGED)
    branches.commit("2026-02-01", LIVE)
    branches.commit("2026-02-02", FLAGGED)
    drop(branches)

    assert branches.endings("drop", "2026-05-02") == EARLY
    assert branches.endings("drop", "2026-05-03") == []


def test_other_edits_of_the_contract_do_not_disturb_the_clock(branches: Branches) -> None:
    branches.commit("2026-02-01", FLAGGED)
    branches.commit("2026-03-01", orders("net", "amount!", "tax", version="1.2.0"))
    branches.commit("2026-04-01", orders("tax", "amount!", "net", version="1.2.1"))
    branches.branch("drop")
    branches.commit("2026-04-02", orders("tax", "net", version="2.0.0"))

    assert branches.endings("drop", "2026-05-01") == EARLY
    assert branches.endings("drop", "2026-05-02") == []


@pytest.mark.parametrize("edited", [False, True], ids=["as it was", "edited on the way"])
def test_a_file_that_moves_keeps_its_clock(branches: Branches, *, edited: bool) -> None:
    branches.commit("2026-01-01", LIVE)
    branches.commit("2026-02-01", FLAGGED)
    branches.write("orders.yaml", None)
    text = orders("net", "amount!", "tax", version="1.2.0") if edited else FLAGGED
    branches.commit("2026-03-01", text, "sales/orders.yaml")
    kept = ("net", "tax") if edited else ("net",)
    drop(branches, orders(*kept, version="2.0.0"), "sales/orders.yaml")

    assert branches.endings("drop", "2026-05-01") == EARLY
    assert branches.endings("drop", "2026-05-02") == []


def test_a_move_and_a_removal_in_one_branch_are_judged(branches: Branches) -> None:
    branches.commit("2026-01-01", LIVE)
    branches.branch("drop")
    branches.write("orders.yaml", None)
    branches.commit("2026-02-01", GONE, "sales/orders.yaml")

    assert branches.endings("drop", "2026-09-01") == NEVER


def test_a_contract_that_was_deleted_and_came_back_starts_anew(branches: Branches) -> None:
    branches.commit("2026-01-01", FLAGGED)
    branches.commit("2026-01-10", None)
    branches.commit("2026-02-01", FLAGGED)
    drop(branches)

    assert branches.endings("drop", "2026-05-01") == EARLY
    assert branches.endings("drop", "2026-05-02") == []


def test_a_state_that_nobody_can_read_starts_the_clock_anew(branches: Branches) -> None:
    branches.commit("2026-01-01", FLAGGED)
    branches.commit("2026-01-10", "id: orders\n  broken: [")
    branches.commit("2026-02-01", FLAGGED)
    drop(branches)

    assert branches.endings("drop", "2026-05-01") == EARLY
    assert branches.endings("drop", "2026-05-02") == []


def test_a_state_with_faults_that_can_be_read_counts(branches: Branches) -> None:
    faulty = FLAGGED.replace("logicalType: number", "isNullable: 1, logicalType: numbre")
    branches.commit("2026-02-01", faulty)
    branches.commit("2026-03-01", FLAGGED)
    drop(branches)

    assert branches.endings("drop", "2026-05-01") == EARLY
    assert branches.endings("drop", "2026-05-02") == []


def test_a_field_renamed_without_an_id_starts_anew(branches: Branches) -> None:
    branches.commit("2026-01-01", orders("net", "sum!"))
    branches.commit("2026-02-01", FLAGGED)
    drop(branches)

    assert branches.endings("drop", "2026-05-01") == EARLY
    assert branches.endings("drop", "2026-05-02") == []


def test_a_field_renamed_under_its_id_keeps_its_clock(branches: Branches) -> None:
    branches.commit("2026-02-01", orders("net", "sum!").replace("name: sum", "id: a, name: sum"))
    renamed = FLAGGED.replace("name: amount", "id: a, name: amount")
    branches.commit("2026-04-01", renamed)
    drop(branches)

    assert branches.endings("drop", "2026-05-01") == EARLY
    assert branches.endings("drop", "2026-05-02") == []


def test_a_rename_takes_the_old_name_away(branches: Branches) -> None:
    text = LIVE.replace("name: amount", "id: a, name: amount")
    branches.commit("2026-01-01", text)
    drop(branches, text.replace("name: amount", "name: total").replace("1.0.0", "2.0.0"))

    assert branches.endings("drop", "2026-09-01") == NEVER


def test_a_flag_on_the_object_covers_its_fields(branches: Branches) -> None:
    text = orders("net", "amount", version="1.1.0")
    branches.commit("2026-01-01", LIVE)
    branches.commit(
        "2026-02-01", text.replace("- name: orders\n", "- name: orders\n  deprecated: true\n")
    )
    drop(branches)

    assert branches.endings("drop", "2026-05-01") == EARLY
    assert branches.endings("drop", "2026-05-02") == []


def test_a_field_that_came_into_a_deprecated_object_has_stood_since_it_came(
    branches: Branches,
) -> None:
    old = orders("net").replace("- name: orders\n", "- name: orders\n  deprecated: true\n")
    new = orders("net", "amount").replace(
        "- name: orders\n", "- name: orders\n  deprecated: true\n"
    )
    branches.commit("2026-01-01", old)
    branches.commit("2026-02-01", new)
    drop(branches)

    assert branches.endings("drop", "2026-05-01") == EARLY
    assert branches.endings("drop", "2026-05-02") == []


def test_a_value_that_is_no_longer_allowed_has_a_window_too(branches: Branches) -> None:
    def text(values: str, version: str) -> str:
        return orders("net", version=version).replace(
            "logicalType: number", f"logicalType: string, enum: [{values}]"
        )

    branches.commit("2026-01-01", text("{value: a}, {value: b}", "1.0.0"))
    branches.commit("2026-02-01", text("{value: a}, {value: b, tags: [deprecated]}", "1.1.0"))
    drop(branches, text("{value: a}", "2.0.0"))

    assert branches.endings("drop", "2026-05-01") == [("DC941", "orders.net.enum.b")]
    assert branches.endings("drop", "2026-05-02") == []


@pytest.mark.parametrize("end", ["deleted", "retired"])
def test_a_contract_ends_after_its_window(end: str, branches: Branches) -> None:
    branches.commit("2026-01-01", LIVE)
    branches.commit("2026-02-01", orders("net", "amount", version="1.1.0", status="deprecated"))
    retired = orders("net", "amount", version="2.0.0", status="retired")
    drop(branches, None if end == "deleted" else retired)

    assert branches.endings("drop", "2026-05-01") == [("DC941", "")]
    assert branches.endings("drop", "2026-05-02") == []


def test_an_active_contract_does_not_end(branches: Branches) -> None:
    branches.commit("2026-01-01", LIVE)
    drop(branches, None)

    assert branches.endings("drop", "2026-09-01") == [("DC940", "")]


def test_a_retired_contract_may_be_deleted(branches: Branches) -> None:
    branches.commit("2026-01-01", orders("net", status="retired"))
    drop(branches, None)

    assert branches.endings("drop", "2026-01-02") == []


def test_one_of_two_release_lines_has_a_clock_of_its_own(branches: Branches) -> None:
    branches.commit("2026-01-01", LIVE)
    branches.commit("2026-02-01", orders("net", version="2.0.0"), "orders-2.yaml")
    branches.commit("2026-03-01", orders("net", "amount", version="1.1.0", status="deprecated"))
    drop(branches, None)

    assert branches.endings("drop", "2026-05-29") == [("DC941", "")]
    assert branches.endings("drop", "2026-05-30") == []


def test_a_line_that_moved_away_for_its_successor_keeps_its_clock(branches: Branches) -> None:
    branches.commit("2026-02-01", FLAGGED)
    branches.write("orders-1.yaml", FLAGGED)
    branches.commit("2026-03-01", orders("net", version="2.0.0"))
    drop(branches, orders("net", version="1.2.0"), "orders-1.yaml")

    assert branches.endings("drop", "2026-05-01") == EARLY
    assert branches.endings("drop", "2026-05-02") == []


@pytest.mark.parametrize("unstable", [{"status": "draft"}, {"version": "0.3.0"}])
def test_what_was_never_promised_may_go_at_once(
    unstable: dict[str, str], branches: Branches
) -> None:
    branches.commit("2026-01-01", orders("net", "amount", **unstable))
    drop(branches, orders("net", **unstable))

    assert branches.endings("drop", "2026-01-02") == []


def test_a_promise_is_not_undone_by_calling_it_a_draft(branches: Branches) -> None:
    branches.commit("2026-01-01", LIVE)
    branches.commit("2026-02-01", orders("net", "amount", status="draft"))
    drop(branches, orders("net", status="draft"))

    assert branches.endings("drop", "2026-09-01") == NEVER


def test_a_draft_after_a_retirement_promises_nothing(branches: Branches) -> None:
    branches.commit("2026-01-01", LIVE)
    branches.commit("2026-02-01", orders("net", "amount", status="retired"))
    branches.commit("2026-03-01", orders("net", "amount", status="draft"))
    drop(branches, orders("net", status="draft"))

    assert branches.endings("drop", "2026-03-02") == []


@pytest.mark.parametrize(
    ("depth", "today", "found"),
    [
        pytest.param(1, "2026-05-05", UNPROVEN, id="nothing but the last commit, too young"),
        pytest.param(1, "2026-08-01", [], id="the last commit is old enough by itself"),
        pytest.param(2, "2026-05-05", UNPROVEN, id="the flag stood when the clone begins"),
        pytest.param(2, "2026-06-01", [], id="it stood for the window in what is visible"),
        pytest.param(3, "2026-05-02", [], id="the clone begins with the flag itself, long ago"),
        pytest.param(4, "2026-05-01", EARLY, id="the clone shows the start: too early"),
        pytest.param(4, "2026-05-02", [], id="the clone shows the start: it may go"),
    ],
)
def test_a_shallow_clone_decides_what_it_proves_and_nothing_else(
    depth: int, today: str, found: list[tuple[str, str]], branches: Branches, tmp_path: Path
) -> None:
    branches.commit("2026-01-01", LIVE)
    branches.commit("2026-01-15", orders("net", "amount", "tax"))
    branches.commit("2026-02-01", orders("net", "amount!", "tax", version="1.1.0"))
    branches.commit("2026-03-01", orders("net", "amount!", version="1.2.0"))
    branches.commit("2026-04-20", orders("net", "amount!", version="1.2.1"))
    copy = Branches(tmp_path / "copy")
    copy.git("fetch", "--quiet", f"--depth={depth}", branches.path.as_uri(), "main:here")
    copy.git("switch", "--quiet", "here")
    copy.git("branch", "-m", "main")
    drop(copy)

    assert copy.endings("drop", today) == found


def test_what_cannot_be_proven_is_undecided_and_says_what_to_run(
    branches: Branches, tmp_path: Path
) -> None:
    branches.commit("2026-01-01", LIVE)
    branches.commit("2026-02-01", FLAGGED)
    copy = Branches(tmp_path / "copy")
    copy.git("fetch", "--quiet", "--depth=1", branches.path.as_uri(), "main:here")
    copy.git("switch", "--quiet", "here")
    copy.git("branch", "-m", "main")
    drop(copy)

    review = copy.review("drop", "2026-03-01")

    assert isinstance(review.verdict, Undecided)
    assert "git fetch --unshallow" in review.verdict.steps[0]


def test_what_the_branch_lacks_meanwhile_is_undecided(branches: Branches) -> None:
    branches.commit("2026-02-01", FLAGGED)
    drop(branches)
    branches.to("main")
    branches.commit("2026-03-02", orders("net", version="2.0.0"))

    assert branches.endings("drop", "2026-09-01") == UNPROVEN


def test_a_flag_taken_back_after_the_branch_was_made_counts(branches: Branches) -> None:
    branches.commit("2026-02-01", FLAGGED)
    drop(branches)
    branches.to("main")
    branches.commit("2026-03-02", orders("net", "amount", version="1.2.0"))

    assert branches.endings("drop", "2026-09-01") == NEVER


def test_several_contracts_of_one_branch_have_clocks_of_their_own(branches: Branches) -> None:
    def named(text: str, name: str) -> str:
        return text.replace("id: orders", f"id: {name}")

    branches.commit("2026-01-01", named(LIVE, "a"), "a.yaml")
    branches.commit("2026-01-01", named(LIVE, "b"), "b.yaml")
    branches.commit("2026-01-01", named(LIVE, "c"), "c.yaml")
    branches.commit("2026-02-01", named(FLAGGED, "a"), "a.yaml")
    branches.write("b.yaml", None)
    branches.commit("2026-02-11", named(FLAGGED, "b"), "moved/b.yaml")
    branches.branch("drop")
    branches.commit("2026-03-01", named(GONE, "a"), "a.yaml")
    branches.commit("2026-03-01", named(GONE, "b"), "moved/b.yaml")
    branches.commit("2026-03-01", named(GONE, "c"), "c.yaml")

    review = branches.review("drop", "2026-05-02")

    told = {
        entry.id: [found.hint for found in entry.gate if found.rule in ("DC940", "DC941")]
        for entry in review.contracts
    }
    assert told == {
        "a": [],
        "b": ["Merge this on 2026-05-12 (UTC) or later."],
        "c": [
            "Keep it, and write `deprecated: true` on it; it may go 90 days after that is merged."
        ],
    }
