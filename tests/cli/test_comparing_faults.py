"""Programs get an answer in the format they asked for, also where nothing could be judged."""

from __future__ import annotations

import json
from pathlib import Path
from xml.etree.ElementTree import fromstring

import pytest

from tests.cli.conftest import Steward
from tests.cli.test_commands import OLD

SIDES = [
    pytest.param(("good.yaml", "bad.yaml"), "E203", id="a file that the standard refuses"),
    pytest.param(("good.yaml", "none.yaml"), "E305", id="a file that is not there"),
    pytest.param(("main:good.yaml", "good.yaml"), "E301", id="a revision outside Git"),
    pytest.param(("main..f4",), "E301", id="a range outside Git"),
]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "good.yaml").write_text(OLD, "utf-8")
    (tmp_path / "bad.yaml").write_text(f"{OLD}colour: red\n", "utf-8")
    return tmp_path


@pytest.mark.parametrize(("sides", "code"), SIDES)
@pytest.mark.parametrize("more", [(), ("-c", "full")], ids=["the short way", "the long way"])
def test_json_tells_the_faults(
    steward: Steward, folder: Path, sides: tuple[str, ...], code: str, more: tuple[str, ...]
) -> None:
    said = steward(folder, "diff", *sides, "--format", "json", *more)

    told = json.loads(said.out)
    assert (said.code, said.err) == (2, "")
    assert (told["compatible"], told["verdict"]["word"]) == (False, "undecided")
    assert [fault["code"] for fault in told["faults"]] == [code]
    assert told["verdict"]["steps"]
    assert (told["base"], told["head"]) == (sides if len(sides) > 1 else ("main", "f4"))


@pytest.mark.parametrize(("sides", "code"), SIDES)
def test_sarif_is_written_into_its_file(
    steward: Steward, folder: Path, sides: tuple[str, ...], code: str
) -> None:
    said = steward(folder, "diff", *sides, "-f", "sarif", "-o", "out.sarif")

    told = json.loads((folder / "out.sarif").read_text("utf-8"))
    assert said.code == 2
    assert [result["ruleId"] for result in told["runs"][0]["results"]] == [code]


@pytest.mark.parametrize(("sides", "code"), SIDES)
def test_junit_tells_the_faults_as_errors(
    steward: Steward, folder: Path, sides: tuple[str, ...], code: str
) -> None:
    said = steward(folder, "diff", *sides, "-f", "junit")

    errors = fromstring(said.out).iter("error")  # noqa: S314  # our own answer
    assert [error.get("type") for error in errors] == [code]
    assert said.code == 2


@pytest.mark.parametrize(("sides", "code"), SIDES)
def test_a_workflow_shows_the_faults(
    steward: Steward, folder: Path, sides: tuple[str, ...], code: str
) -> None:
    said = steward(folder, "diff", *sides, "-f", "github")

    first, last = said.out.splitlines()[0], said.out.splitlines()[-1]
    assert first.startswith("::error ")
    assert f"title={code} not readable" in first
    assert "::Undecided: " in last
    assert said.code == 2


@pytest.mark.parametrize("form", ["text", "markdown"])
@pytest.mark.parametrize(("sides", "code"), SIDES)
def test_people_are_told_beside_the_answer(
    steward: Steward, folder: Path, sides: tuple[str, ...], code: str, form: str
) -> None:
    said = steward(folder, "diff", *sides, "-f", form)

    assert (said.code, said.out) == (2, "")
    assert code in said.err
