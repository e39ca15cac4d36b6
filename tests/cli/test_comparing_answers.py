"""`steward diff` answers one question: its word, exit code and findings give the same answer."""

from __future__ import annotations

import json
from pathlib import Path
from xml.etree.ElementTree import fromstring

from tests.cli.conftest import Steward
from tests.cli.test_commands import OLD

ADDED = f"{OLD}  - {{name: note, logicalType: string}}\n"
TYPED = OLD.replace("name: amount, logicalType: number", "name: amount")
RETYPED = TYPED.replace("name: amount", "name: amount, logicalType: string")


def _pair(folder: Path, old: str, new: str) -> tuple[str, str]:
    (folder / "old.yaml").write_text(old, "utf-8")
    (folder / "new.yaml").write_text(new, "utf-8")
    return "old.yaml", "new.yaml"


def test_a_compatible_change_passes_and_tells_the_bump(steward: Steward, tmp_path: Path) -> None:
    said = steward(tmp_path, "diff", *_pair(tmp_path, OLD, ADDED))

    assert said.code == 0
    assert said.out.startswith("Passed: no breaking change\n")
    assert "Compatible under the mode full. Required bump: minor, to 1.1.0." in said.out
    assert "DC930" not in said.out


def test_json_agrees_with_its_exit_code(steward: Steward, tmp_path: Path) -> None:
    said = steward(tmp_path, "diff", *_pair(tmp_path, OLD, ADDED), "-f", "json")

    told = json.loads(said.out)
    assert (said.code, told["compatible"]) == (0, True)
    assert told["verdict"] == {"word": "passed", "steps": []}
    assert told["contracts"][0]["suggested_version"] == "1.1.0"
    assert told["findings"] == told["contracts"][0]["findings"]


def test_no_annotation_is_an_error_where_nothing_failed(steward: Steward, tmp_path: Path) -> None:
    sides = _pair(tmp_path, OLD, ADDED)

    github = steward(tmp_path, "diff", *sides, "-f", "github")
    junit = steward(tmp_path, "diff", *sides, "-f", "junit")

    assert (github.code, junit.code) == (0, 0)
    assert "::error" not in github.out
    assert list(fromstring(junit.out).iter("failure")) == []  # noqa: S314  # our own answer


def test_what_the_policy_refuses_besides_is_a_warning(steward: Steward, tmp_path: Path) -> None:
    policy = tmp_path / ".github/contract-steward.yml"
    policy.parent.mkdir()
    policy.write_text("rules: {field-added: error}\n", "utf-8")

    said = steward(tmp_path, "diff", *_pair(tmp_path, OLD, ADDED), "-f", "json")

    told = json.loads(said.out)
    assert (said.code, told["verdict"]["word"]) == (0, "passed")
    assert [found["weight"] for found in told["findings"]] == ["warning"]


def test_what_may_break_is_the_first_step(steward: Steward, tmp_path: Path) -> None:
    said = steward(tmp_path, "diff", *_pair(tmp_path, TYPED, RETYPED), "-f", "json")

    told = json.loads(said.out)
    blocking = [found for found in told["findings"] if found["weight"] == "unsure"]
    assert (said.code, told["verdict"]["word"], len(blocking)) == (1, "failed", 1)
    assert blocking[0]["message"] in told["verdict"]["steps"][0]
    assert "version: 1." in told["verdict"]["steps"][-1]


def test_a_contract_that_may_not_go_is_not_compatible(steward: Steward, own_story: Path) -> None:
    (own_story / "contracts/orders/orders.odcs.yaml").unlink()

    said = steward(own_story, "diff", "HEAD..WORKTREE", "-f", "json")

    told = json.loads(said.out)
    assert (said.code, told["compatible"], told["verdict"]["word"]) == (1, False, "failed")
    assert "contract" in told["verdict"]["steps"][0]
