"""Each bad text through the command: told with its place and a hint, and nothing else happens."""

from __future__ import annotations

import json
import re
import sys
from pathlib import Path

import pytest

from bot.adapters.yaml.limits import MAX_BYTES
from bot.adapters.yaml_reader import read_yaml
from bot.cli import main
from tests.bad_input.cage import Said, run, run_caged
from tests.bad_input.texts import FLAWED, GOOD, TEXTS, Text, named

EACH = [pytest.param(name, text, id=name) for name, text in TEXTS.items()]
BROKEN = [pytest.param(name, text, id=name) for name, text in TEXTS.items() if text.faults]
READABLE = [pytest.param(name, text, id=name) for name, text in TEXTS.items() if not text.faults]
HEAVY = [pytest.param(name, text, id=name) for name, text in TEXTS.items() if text.heavy]


def write(folder: Path, name: str, text: Text) -> str:
    """Write the text between two files in order, and return its path."""
    (folder / "contracts").mkdir()
    (folder / "contracts/0-flawed.yaml").write_text(FLAWED, "utf-8")
    (folder / "contracts/z-good.yaml").write_text(GOOD, "utf-8")
    (folder / named(name)).write_bytes(text.data)
    return named(name)


def places(said: Said, path: str) -> list[str]:
    """Return `line: CODE` of each fault that is told of a file."""
    told = re.findall(rf"^{re.escape(path)}:(\d+: E\d+)\b", said.told, re.MULTILINE)
    assert said.told.count("hint: ") >= len(told)
    return told


@pytest.mark.parametrize(("name", "text"), BROKEN)
def test_lint_tells_every_fault(name: str, text: Text, tmp_path: Path) -> None:
    path = write(tmp_path, name, text)

    said = run(tmp_path, "lint", path)

    assert said.code == 2
    assert places(said, path) == list(text.faults)


@pytest.mark.parametrize(("name", "text"), READABLE)
def test_lint_reads_what_only_looks_bad(name: str, text: Text, tmp_path: Path) -> None:
    path = write(tmp_path, name, text)

    said = run(tmp_path, "lint", path)

    assert said.code == 0
    assert places(said, path) == []


@pytest.mark.parametrize(("name", "text"), EACH)
def test_lint_of_the_folder_still_finds_what_is_wrong_in_another_file(
    name: str, text: Text, tmp_path: Path
) -> None:
    path = write(tmp_path, name, text)

    report = json.loads(run(tmp_path, "lint", "--format", "json").out)

    found = {finding["name"] for finding in report["findings"] if finding["contract"] == "flawed"}
    faults = [f"{fault['location']['line']}: {fault['code']}" for fault in report["faults"]]
    assert "field-name-repeated" in found
    assert faults == list(text.faults)
    assert {fault["location"]["file"] for fault in report["faults"]} <= {path}


@pytest.mark.parametrize(("name", "text"), BROKEN)
@pytest.mark.parametrize("sides", ["{0} {1}", "{1} {0}", "{0} {0}"], ids=["old", "new", "both"])
def test_diff_cannot_judge_what_it_cannot_read(
    name: str, text: Text, sides: str, tmp_path: Path
) -> None:
    path = write(tmp_path, name, text)

    said = run(tmp_path, "diff", *sides.format(path, "contracts/z-good.yaml").split())

    assert said.code == 2
    assert places(said, path) == list(text.faults)


@pytest.mark.parametrize(("name", "text"), READABLE)
def test_diff_judges_what_only_looks_bad(name: str, text: Text, tmp_path: Path) -> None:
    path = write(tmp_path, name, text)

    assert run(tmp_path, "diff", path, path).code == 0
    assert run(tmp_path, "diff", path, "contracts/z-good.yaml").code in {0, 1}


@pytest.mark.parametrize(("name", "text"), EACH)
def test_show_prints_nothing_that_acts_on_a_terminal(name: str, text: Text, tmp_path: Path) -> None:
    path = write(tmp_path, name, text)

    for form in ("text", "json", "yaml"):
        said = run(tmp_path, "show", path, "--format", form)
        assert said.code == (2 if text.faults else 0)
        assert places(said, path) == list(text.faults)


@pytest.mark.parametrize(("name", "text"), READABLE)
def test_what_show_prints_can_be_read_again(name: str, text: Text, tmp_path: Path) -> None:
    path = write(tmp_path, name, text)
    document = read_yaml(text.data, path).root

    assert read_yaml(run(tmp_path, "show", path, "-f", "yaml").out.encode(), "").root == document
    assert json.loads(run(tmp_path, "show", path, "-f", "json").out) == document


@pytest.mark.parametrize(("name", "text"), HEAVY)
@pytest.mark.parametrize(
    "words", ["lint {0}", "diff {0} {1}", "show {0}"], ids=["lint", "diff", "show"]
)
def test_memory_and_time_are_bounded(name: str, text: Text, words: str, tmp_path: Path) -> None:
    path = write(tmp_path, name, text)

    said = run_caged(tmp_path, *words.format(path, "contracts/z-good.yaml").split())

    assert said.code == 2 or not text.faults
    assert places(said, path) == list(text.faults)


@pytest.mark.parametrize("name", ["reference-to-the-cloud", "root-reference", "python-tag"])
@pytest.mark.parametrize(
    "words", ["lint {0}", "diff {1} {0}", "show {0}"], ids=["lint", "diff", "show"]
)
def test_nothing_is_fetched_or_run(name: str, words: str, tmp_path: Path) -> None:
    path = write(tmp_path, name, TEXTS[name])

    said = run_caged(tmp_path, *words.format(path, "contracts/z-good.yaml").split())

    assert said.code in {0, 1, 2}
    assert sorted(entry.name for entry in tmp_path.iterdir()) == ["contracts"]


@pytest.mark.parametrize(("name", "text"), EACH)
def test_the_source_is_shown_byte_for_byte(name: str, text: Text, tmp_path: Path) -> None:
    path = write(tmp_path, name, text)

    said = run(tmp_path, "show", path, "--format", "source", source=True)

    assert said.code == (2 if len(text.data) > MAX_BYTES else 0)
    assert said.code or said.out.encode("utf-8", "surrogateescape") == text.data


def test_a_terminal_is_shown_a_source_with_escapes(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "evil.yaml").write_bytes(b"name:\t\x1b[2J\xff\xe2\x80\xae # \xc3\xa9\r\n")
    monkeypatch.setattr(sys.stdout, "isatty", lambda: True)

    assert main(["show", str(tmp_path / "evil.yaml"), "--format", "source"]) == 0
    assert capsys.readouterr().out == "name:\t\\x1b[2J\\xff\\u202e # é\n"
