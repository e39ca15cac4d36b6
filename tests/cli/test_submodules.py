"""Contracts in a submodule: no command looks into it, and each says so."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.conftest import Steward
from tests.history.branches import Branches, orders

PLACE = "contracts/ext"
MEND = f"git submodule update --init {PLACE} && cd {PLACE} && steward"
NOTE = (
    f"note: {PLACE} is a submodule, a repository of its own: nothing in it was looked at\n"
    f"  hint: {MEND} lint\n"
)


@pytest.fixture
def outer(tmp_path: Path) -> Path:
    """A repository with a contract, and a submodule with another."""
    inner = Branches(tmp_path / "inner")
    inner.commit("2026-01-01", orders("id"), name="sales/orders.odcs.yaml")
    outer = Branches(tmp_path / "outer")
    text = orders("id").replace("id: orders", "id: own")
    outer.commit("2026-01-01", text, name="contracts/own.odcs.yaml")
    source = str(inner.path)
    outer.git("-c", "protocol.file.allow=always", "submodule", "--quiet", "add", source, PLACE)
    outer.commit("2026-01-02", "x\n", name="note.txt")
    return outer.path


@pytest.mark.parametrize(
    "words",
    [
        pytest.param(("lint",), id="lint of the files on disk"),
        pytest.param(("lint", "--rev", "HEAD"), id="lint of a commit"),
        pytest.param(("review", "--base", "main"), id="a review of the files on disk"),
        pytest.param(("review", "--base", "HEAD~1", "--head", "HEAD"), id="a review of a commit"),
    ],
)
def test_a_submodule_among_the_contracts_is_noted(
    steward: Steward, outer: Path, words: tuple[str, ...]
) -> None:
    said = steward(outer, *words)

    assert said.err.count(NOTE) == 1, said.err


def test_no_submodule_is_noted_elsewhere(steward: Steward, outer: Path) -> None:
    policy = outer / ".github/contract-steward.yml"
    policy.parent.mkdir()
    policy.write_text("contracts: [contracts/own.odcs.yaml]\n", "utf-8")

    assert "submodule" not in steward(outer, "lint").err


def test_no_submodule_is_noted_before_it_came(steward: Steward, outer: Path) -> None:
    assert "submodule" not in steward(outer, "lint", "--rev", "HEAD~1").err


@pytest.mark.parametrize(
    ("path", "command"),
    [
        pytest.param(PLACE, "lint", id="the submodule itself"),
        pytest.param(f"{PLACE}/sales/orders.odcs.yaml", "show", id="a contract in it"),
    ],
)
def test_a_path_in_a_submodule_is_told_with_the_command_that_mends_it(
    steward: Steward, outer: Path, path: str, command: str
) -> None:
    said = steward(outer, "show", f"HEAD:{path}")

    assert said.code == 2
    assert "submodule" in said.err
    assert f"hint: {MEND} {command}" in said.err


def test_the_command_that_is_hinted_at_shows_the_contract(steward: Steward, outer: Path) -> None:
    told = steward(outer, "show", f"HEAD:{PLACE}/sales/orders.odcs.yaml").err
    wanted = told.rpartition("steward show ")[2].strip()

    assert steward(outer / PLACE, "show", wanted, "--format", "source").out == orders("id")
