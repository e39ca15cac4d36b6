"""Very many contracts at once: memory follows their number, and nothing is left out."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.bad_input.cage import run_caged
from tests.bad_input.commits import contract

MANY = 10_000
MEMORY = 500 * 1024 * 1024


@pytest.fixture(scope="module")
def many(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with 10,000 contracts, one of them broken."""
    folder = tmp_path_factory.mktemp("many")
    (folder / "contracts").mkdir()
    for number in range(MANY - 1):
        text = contract(f"c{number:05}").replace("schema:", f"domain: d{number % 40}\nschema:")
        (folder / f"contracts/c{number:05}.yaml").write_text(text, "utf-8")
    (folder / "contracts/broken.yaml").write_text("version: 1.10\n", "utf-8")
    return folder


def test_ten_thousand_contracts_are_linted_in_half_a_gigabyte(many: Path) -> None:
    said = run_caged(many, "lint", "--format", "json")

    report = json.loads(said.out)
    assert said.code == 2
    assert report["files"] == MANY
    assert [fault["code"] for fault in report["faults"]] == ["E201", "E116"]
    assert len({finding["contract"] for finding in report["findings"]}) == MANY - 1
    assert said.peak < MEMORY
