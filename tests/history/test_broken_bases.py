"""A base that cannot be read hides nothing of what the head does to its contract."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.core.review import Passed, State, Undecided
from tests.history.branches import Branches, orders


@pytest.fixture
def branches(tmp_path: Path) -> Branches:
    """Return an empty repository."""
    return Branches(tmp_path)


_BROKEN = [
    pytest.param(orders("id", "amount") + "  surplus: 1\n", id="a key the standard does not have"),
    pytest.param(orders("id", "amount") + "id: orders\n", id="a key twice"),
    pytest.param("id: orders\nschema: [\n", id="a text that is no YAML"),
]


@pytest.mark.parametrize("text", _BROKEN)
def test_a_mended_file_is_compared_with_its_last_readable_state(
    branches: Branches, text: str
) -> None:
    branches.commit("2026-01-01", orders("id", "amount"))
    branches.commit("2026-01-10", text)
    branches.branch("mend")
    branches.commit("2026-01-20", orders("id"))
    review = branches.review("mend", "2026-02-01")
    assert [entry.state for entry in review.contracts] == [State.CHANGED]
    assert [found.rule for found in review.contracts[0].findings] == ["DC104"]
    assert not isinstance(review.verdict, Passed)


@pytest.mark.parametrize("text", _BROKEN)
def test_a_file_that_is_only_mended_passes(branches: Branches, text: str) -> None:
    branches.commit("2026-01-01", orders("id", "amount"))
    branches.commit("2026-01-10", text)
    branches.branch("mend")
    branches.commit("2026-01-20", orders("id", "amount"))
    review = branches.review("mend", "2026-02-01")
    assert (review.verdict, review.faults) == (Passed(), ())


def _lost(branches: Branches, today: str = "2026-02-01") -> tuple[str, list[str]]:
    """Return the verdict on the branch, and the findings on what cannot be told."""
    review = branches.review("mend", today)
    gate = [found for entry in review.contracts for found in entry.gate]
    return review.verdict.word, [found.message for found in gate if found.rule == "DC948"]


_UNREADABLE = "what the contract said before cannot be told: `orders.yaml:2` cannot be read at the"


def test_a_file_that_never_could_be_read_cannot_be_judged_once_it_is_mended(
    branches: Branches,
) -> None:
    branches.commit("2026-01-10", "id: orders\nschema: [\n")
    branches.branch("mend")
    branches.commit("2026-01-20", orders("id"))
    word, lost = _lost(branches)
    assert word == "Undecided"
    assert [told.startswith(_UNREADABLE) for told in lost] == [True]


def test_a_broken_file_may_have_become_the_contract_that_is_new_beside_it(
    branches: Branches,
) -> None:
    branches.commit("2026-01-10", "id: orders\nschema: [\n")
    branches.branch("mend")
    branches.write("orders.yaml", None)
    branches.commit("2026-01-20", orders("id"), name="moved.yaml")
    word, lost = _lost(branches)
    assert word == "Undecided"
    assert [told.startswith(_UNREADABLE) for told in lost] == [True]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("", id="an empty file"),
        pytest.param("- 1\n", id="a list"),
        pytest.param("dataContractSpecification: 1.1.0\nid: orders\n", id="another format"),
    ],
)
def test_what_never_was_a_contract_is_lost_to_nobody(branches: Branches, text: str) -> None:
    branches.commit("2026-01-10", text)
    branches.branch("mend")
    branches.commit("2026-01-20", orders("id"))
    assert _lost(branches) == ("Passed", [])


@pytest.mark.parametrize("text", _BROKEN)
def test_another_id_for_a_mended_file_is_a_change_of_the_contract_that_it_was(
    branches: Branches, text: str
) -> None:
    branches.commit("2026-01-01", orders("id", "amount"))
    branches.commit("2026-01-10", text)
    branches.branch("mend")
    branches.commit("2026-01-20", orders("id", "amount").replace("id: orders", "id: sales"))
    review = branches.review("mend", "2026-02-01")
    assert [(entry.id, entry.state) for entry in review.contracts] == [("sales", State.CHANGED)]
    assert [found.rule for found in review.contracts[0].findings] == ["DC201"]
    assert not isinstance(review.verdict, Passed)


@pytest.mark.parametrize("text", _BROKEN)
def test_a_broken_file_that_goes_takes_its_contract_with_it(branches: Branches, text: str) -> None:
    branches.commit("2026-01-01", orders("id", "amount"))
    branches.commit("2026-01-10", text)
    branches.branch("mend")
    branches.commit("2026-01-20", None)
    review = branches.review("mend", "2026-02-01")
    assert [(entry.id, entry.state) for entry in review.contracts] == [("orders", State.REMOVED)]
    assert not isinstance(review.verdict, Passed)


def test_a_broken_file_that_moves_is_mended_where_it_goes(branches: Branches) -> None:
    branches.commit("2026-01-01", orders("id", "amount"))
    branches.commit("2026-01-10", "id: orders\nschema: [\n")
    branches.branch("mend")
    branches.write("orders.yaml", None)
    branches.commit("2026-01-20", orders("id"), name="moved.yaml")
    review = branches.review("mend", "2026-02-01")
    assert [(entry.state, entry.required.word) for entry in review.contracts] == [
        (State.CHANGED, "major")
    ]


def test_what_a_file_held_before_it_broke_may_live_on_elsewhere(branches: Branches) -> None:
    branches.commit("2026-01-01", orders("id", "amount"))
    branches.write("moved.yaml", orders("id", "amount"))
    branches.commit("2026-01-10", "id: sales\nschema: [\n")
    branches.branch("mend")
    branches.write("moved.yaml", orders("id", "amount", version="1.0.1"))
    branches.commit("2026-01-20", orders("id").replace("id: orders", "id: sales"))
    review = branches.review("mend", "2026-02-01")
    assert {(entry.id, entry.state) for entry in review.contracts} == {
        ("orders", State.CHANGED),
        ("sales", State.ADDED),
    }
    assert _lost(branches)[0] == "Undecided"


def test_a_shallow_clone_does_not_tell_what_a_broken_file_said(
    branches: Branches, tmp_path: Path
) -> None:
    branches.commit("2026-01-01", orders("id", "amount"))
    branches.commit("2026-01-10", "id: orders\nschema: [\n")
    branches.branch("mend")
    branches.commit("2026-01-20", orders("id"))
    shallow = Branches(tmp_path / "shallow")
    shallow.git("fetch", "--quiet", "--depth=2", f"file://{branches.path}", "mend:mend")
    shallow.git("branch", "main", "mend~1")
    review = shallow.review("mend", "2026-02-01")
    assert review.verdict.word == "Undecided"
    assert isinstance(review.verdict, Undecided)
    assert "git fetch --unshallow" in review.verdict.steps[0]
