"""A base that cannot be read hides nothing of what the head does to its contract."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.core.review import Passed, State
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


def test_a_file_that_never_could_be_read_is_new_once_it_is_mended(branches: Branches) -> None:
    branches.commit("2026-01-10", "id: orders\nschema: [\n")
    branches.branch("mend")
    branches.commit("2026-01-20", orders("id"))
    review = branches.review("mend", "2026-02-01")
    assert [entry.state for entry in review.contracts] == [State.ADDED]
