"""What a run hands on: nothing that it prints is taken for an order, no output begins another."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.adapters.github.run import MOST_SUMMARY, Run


def test_no_line_of_the_log_is_a_command(capsys: pytest.CaptureFixture[str]) -> None:
    Run({}).tell("one\n::add-mask::two\r::error::three\x1b[31m")
    first, *lines, last = capsys.readouterr().out.rstrip("\n").split("\n")

    assert first == f"::stop-commands::{last.strip(':')}"
    assert last.startswith("::")
    assert "\r" not in "".join(lines)
    assert "\x1b" not in "".join(lines)


def test_a_value_can_end_no_output_and_begin_no_other(tmp_path: Path) -> None:
    file = tmp_path / "output"
    Run({"GITHUB_OUTPUT": str(file)}).output({"a": "x\nEOF\nb=y\n"})
    head, *value, end, after = file.read_text("utf-8").split("\n")

    assert head == f"a<<{end}"
    assert value == ["x", "EOF", "b=y", ""]
    assert after == ""


def test_a_summary_is_no_longer_than_github_takes(tmp_path: Path) -> None:
    file = tmp_path / "summary"
    Run({"GITHUB_STEP_SUMMARY": str(file)}).summary("part\n\n" * MOST_SUMMARY)

    assert file.stat().st_size <= MOST_SUMMARY + 100
    assert "did not fit" in file.read_text("utf-8")[-60:]


def test_outside_of_actions_outputs_go_nowhere() -> None:
    Run({}).output({"a": "b"})
    Run({}).summary("c")
