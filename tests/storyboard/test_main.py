from __future__ import annotations

from pathlib import Path

import pytest

from bot.storyboard.__main__ import main


def test_the_command_tells_the_story_and_names_the_branches(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main([str(folder)]) == 0

    told = capsys.readouterr().out
    assert "#29 feature/drop-email: Drop the e-mail address from profiles" in told
    assert (folder / "contracts/orders/orders.odcs.yaml").is_file()


def test_the_command_explains_why_it_writes_nothing(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "mine.txt").write_text("mine")

    assert main([str(tmp_path)]) == 2

    assert "is not empty" in capsys.readouterr().err
