from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from bot.cli import main
from bot.storyboard import tell


@dataclass(frozen=True, slots=True)
class Said:
    """What a command answered."""

    code: int
    out: str
    err: str


Steward = Callable[..., Said]


@pytest.fixture(scope="session")
def story(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a repository with a year of history; nobody may write into it."""
    folder = tmp_path_factory.mktemp("story")
    tell(folder)
    return folder


@pytest.fixture
def own_story(tmp_path: Path) -> Path:
    """Return a repository of the test's own."""
    tell(tmp_path / "story")
    return tmp_path / "story"


@pytest.fixture
def steward(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Steward:
    """Return a function that runs a command in a folder."""

    def run(folder: Path, *words: str) -> Said:
        monkeypatch.chdir(folder)
        code = main(words)
        captured = capsys.readouterr()
        return Said(code, captured.out, captured.err)

    return run
