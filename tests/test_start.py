from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest

from bot.storyboard import synthetic_contract

ROOT = Path(__file__).parents[1]
HEAVY = (
    "argparse",
    "asyncio",
    "click",
    "dataclasses",
    "deepdiff",
    "importlib.resources",
    "inspect",
    "jsonschema",
    "logging",
    "networkx",
    "pygit2",
    "rich",
    "secrets",
    "semver",
    "sqlglot",
    "tempfile",
)
"""What comparing two files has no need of; most of them take longer to load than that takes."""


@pytest.fixture
def pair(tmp_path: Path) -> tuple[str, str]:
    """Return two files: a contract, and one that lacks a field of it."""
    old, new = tmp_path / "old.yaml", tmp_path / "new.yaml"
    text = synthetic_contract(7, fields=40)
    last = text.rindex("      - id: ")
    old.write_text(text, "utf-8")
    new.write_text(text[:last], "utf-8")
    return str(old), str(new)


def _python(*arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, *arguments],
        cwd=ROOT,
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )


@pytest.mark.parametrize("form", ["text", "json"])
def test_comparing_two_files_loads_nothing_heavy(pair: tuple[str, str], form: str) -> None:
    script = (
        "import sys; sys.stdout.reconfigure(encoding='utf-8'); from bot.cli import main\n"
        f"main(['diff', *{pair!r}, '--format', {form!r}])\n"
        f"print(*sorted({set(HEAVY)!r} & set(sys.modules)))"
    )

    assert _python("-c", script).stdout.splitlines()[-1] == ""


def test_comparing_two_files_loads_few_rules(pair: tuple[str, str]) -> None:
    script = (
        "import sys; sys.stdout.reconfigure(encoding='utf-8'); from bot.cli import main\n"
        f"main(['diff', *{pair!r}])\n"
        "print(sum(name.startswith('bot.core.rules.') for name in sys.modules))"
    )

    assert int(_python("-c", script).stdout.splitlines()[-1]) < 50


@pytest.mark.parametrize("form", ["text", "markdown", "json", "sarif", "junit", "github"])
def test_the_short_way_answers_as_the_parser_of_arguments_does(
    pair: tuple[str, str], form: str
) -> None:
    short = _python("-X", "utf8", "-m", "bot", "diff", *pair, "--format", form)
    long = _python("-X", "utf8", "-m", "bot", "diff", f"--format={form}", *pair)

    assert (short.returncode, short.stdout, short.stderr) == (1, long.stdout, long.stderr)
    assert long.returncode == 1


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs a device that is always full")
@pytest.mark.parametrize("command", ["explain", "diff"])
def test_an_answer_that_could_not_be_written_is_no_success(
    pair: tuple[str, str], command: str
) -> None:
    words = (command, pair[0], pair[0]) if command == "diff" else (command,)

    with Path("/dev/full").open("w", encoding="utf-8") as full:
        ran = subprocess.run(
            [sys.executable, "-m", "bot", *words],
            cwd=ROOT,
            stdout=full,
            stderr=subprocess.PIPE,
            check=False,
        )

    assert ran.returncode == 2


@pytest.mark.parametrize("command", ["explain", "diff"])
def test_the_reader_of_an_answer_may_go_away(pair: tuple[str, str], command: str) -> None:
    words = (command, *pair) if command == "diff" else (command,)

    with subprocess.Popen(
        [sys.executable, "-m", "bot", *words],
        cwd=ROOT,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    ) as ran:
        assert ran.stdout is not None
        assert ran.stderr is not None
        ran.stdout.close()
        told = ran.stderr.read()

    assert (ran.returncode, told) == (1, b"")


def test_records_are_those_that_cost_little_to_define() -> None:
    standard = re.compile(r"^(?:from dataclasses import|import dataclasses)", re.MULTILINE)
    modules = [
        str(file.relative_to(ROOT))
        for file in (ROOT / "bot").rglob("*.py")
        if standard.search(file.read_text("utf-8"))
    ]

    assert modules == []
