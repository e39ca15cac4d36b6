from __future__ import annotations

import pytest

from bot.render.terminal import Terminal

VARIABLES = ("NO_COLOR", "FORCE_COLOR", "TERM", "COLUMNS", "LINES", "TTY_COMPATIBLE")


@pytest.mark.parametrize(
    ("environment", "terminal"),
    [
        pytest.param(
            {"FORCE_COLOR": "1", "TERM": "xterm", "COLUMNS": "90"},
            Terminal(colour=True, width=90),
            id="a terminal shows colour",
        ),
        pytest.param(
            {"FORCE_COLOR": "1", "NO_COLOR": "1", "TERM": "xterm", "COLUMNS": "90"},
            Terminal(colour=False, width=90),
            id="NO_COLOR is honoured",
        ),
        pytest.param(
            {"FORCE_COLOR": "1", "TERM": "dumb", "COLUMNS": "90"},
            Terminal(colour=False, width=80),
            id="a dumb terminal has neither colour nor a width of its own",
        ),
        pytest.param(
            {"TERM": "xterm", "COLUMNS": "90"},
            Terminal(colour=False, width=90),
            id="what is no terminal shows no colour",
        ),
        pytest.param(
            {"FORCE_COLOR": "1", "TERM": "xterm", "COLUMNS": "3"},
            Terminal(colour=True, width=20),
            id="no terminal is that narrow",
        ),
    ],
)
def test_the_screen_says_what_it_can_show(
    monkeypatch: pytest.MonkeyPatch, environment: dict[str, str], terminal: Terminal
) -> None:
    for name in VARIABLES:
        monkeypatch.delenv(name, raising=False)
    for name, value in environment.items():
        monkeypatch.setenv(name, value)

    assert Terminal.of_screen() == terminal
