from __future__ import annotations

from pathlib import Path

import pytest

from bot.storyboard import Storyboard, tell


@pytest.fixture(scope="session")
def story(tmp_path_factory: pytest.TempPathFactory) -> Storyboard:
    return tell(tmp_path_factory.mktemp("story") / "told")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "told"
