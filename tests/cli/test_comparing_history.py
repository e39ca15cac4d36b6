"""A transitive mode asks about every earlier release, however the two contracts are named."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path

import pytest

from tests.cli.conftest import Steward

FILE = "contracts/o.odcs.yaml"
TEXT = """\
apiVersion: v3.2.0
kind: DataContract
id: orders
version: {version}
status: active
schema:
- name: orders
  properties:
  - {{name: id, logicalType: string}}
{field}"""
OPTIONAL = TEXT.format(version="1.1.0", field="  - {name: x, logicalType: string}\n")
RELEASES = (
    TEXT.format(version="1.0.0", field="  - {name: x, logicalType: string, required: true}\n"),
    OPTIONAL,
    TEXT.format(version="1.2.0", field=""),
)
RETYPED = TEXT.format(version="1.3.0", field="  - {name: x, logicalType: integer}\n")
CUSTOM = "customProperties:\n- {property: compatibilityMode, value: backward-transitive}\n"


def _git(folder: Path, *words: str) -> None:
    who = ("-c", "user.name=A", "-c", "user.email=a@example.org")
    subprocess.run(["git", *who, *words], cwd=folder, check=True, capture_output=True)


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    """Return a repository in which a field goes and comes back with another type."""
    _git(tmp_path, "init", "-q", "-b", "main")
    file = tmp_path / FILE
    file.parent.mkdir()
    for text in RELEASES:
        file.write_text(text, "utf-8")
        _git(tmp_path, "add", ".")
        _git(tmp_path, "commit", "-qm", "Release")
    _git(tmp_path, "switch", "-qc", "f4")
    file.write_text(RETYPED, "utf-8")
    _git(tmp_path, "commit", "-qam", "Bring x back")
    (tmp_path / "old.yaml").write_text(RELEASES[-1], "utf-8")
    return tmp_path


@pytest.mark.parametrize(
    "sides",
    [
        pytest.param(("main..f4",), id="a range"),
        pytest.param((f"main:{FILE}", f"f4:{FILE}"), id="two revisions of a path"),
        pytest.param((f"main:./{FILE}", FILE), id="a revision and a file"),
    ],
)
def test_an_earlier_release_that_breaks_is_told(
    steward: Steward, repository: Path, sides: tuple[str, ...]
) -> None:
    said = steward(repository, "diff", *sides, "-c", "backward-transitive", "-f", "json")

    told = json.loads(said.out)
    broken = [found["release"] for found in told["findings"] if found["weight"] == "breaking"]
    assert (said.code, told["compatible"], broken) == (1, False, ["1.1.0"])


def test_the_last_release_alone_does_not_break(steward: Steward, repository: Path) -> None:
    said = steward(repository, "diff", f"main:{FILE}", f"f4:{FILE}", "-c", "backward")

    assert said.code == 0


def test_a_file_alone_has_no_earlier_releases(steward: Steward, repository: Path) -> None:
    said = steward(repository, "diff", "old.yaml", FILE, "-c", "backward-transitive")

    assert (said.code, said.out) == (2, "")
    assert "E312 the mode backward-transitive asks about every earlier release" in said.err
    assert "name the old one as REVISION:PATH" in said.err
    assert "--compatibility backward\n" in said.err


def test_what_breaks_between_two_files_breaks_under_a_transitive_mode(
    steward: Steward, repository: Path
) -> None:
    (repository / "old.yaml").write_text(OPTIONAL, "utf-8")

    said = steward(repository, "diff", "old.yaml", FILE, "-c", "backward-transitive")

    assert (said.code, said.err) == (1, "")


def test_a_policy_may_ask_about_earlier_releases(steward: Steward, repository: Path) -> None:
    (repository / "old.yaml").write_text(RELEASES[-1] + CUSTOM, "utf-8")
    (repository / "new.yaml").write_text(RETYPED + CUSTOM, "utf-8")

    said = steward(repository, "diff", "old.yaml", "new.yaml")

    assert said.code == 2
    assert "E312" in said.err


def test_the_version_to_write_follows_from_earlier_releases(
    steward: Steward, repository: Path
) -> None:
    (repository / FILE).write_text(RETYPED, "utf-8")

    said = steward(
        repository, "bump", FILE, "--against", "main", "-c", "backward-transitive", "--dry-run"
    )

    assert said.code == 0
    assert "2.0.0" in said.out + said.err
