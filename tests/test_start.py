from __future__ import annotations

import json
import re
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from shlex import quote

import click
import pytest

from bot.cli.root import cli
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
posix = pytest.mark.skipif(
    not Path("/dev/full").exists(), reason="needs a device that is always full, and a shell"
)


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


EVERY = [
    ("--version",),
    ("-V",),
    ("--help",),
    *((command, "--help") for command in sorted(cli.list_commands(click.Context(cli)))),
    ("explain",),
    ("config",),
    ("lint", "{0}"),
    ("lint", "{0}", "-f", "json"),
    ("diff", "{0}", "{0}"),
    ("diff", "{0}", "{1}"),
    ("diff", "{0}", "{1}", "-f", "sarif"),
    ("diff", "{0}", "{1}", "-c", "full"),
    ("show", "{0}"),
]


def _without_room(words: Sequence[str], streams: str) -> subprocess.CompletedProcess[str]:
    """Return what the command said whose streams a shell led elsewhere."""
    line = " ".join(map(quote, (sys.executable, "-m", "bot", *words)))
    return subprocess.run(
        ["/bin/sh", "-c", f"{line} {streams}"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )


@posix
@pytest.mark.parametrize("streams", [">/dev/full", ">&-"])
@pytest.mark.parametrize("words", EVERY, ids=" ".join)
def test_an_answer_that_could_not_be_written_is_no_success(
    pair: tuple[str, str], words: tuple[str, ...], streams: str
) -> None:
    ran = _without_room([word.format(*pair) for word in words], streams)

    assert ran.returncode == 2
    assert "Traceback" not in ran.stderr
    assert "E901" not in ran.stderr
    assert ran.stderr.count("E310 the answer cannot be written") == 1


@posix
@pytest.mark.parametrize("streams", ["2>/dev/full", "2>&-"])
@pytest.mark.parametrize("command", ["lint", "diff"])
def test_a_hint_that_could_not_be_written_changes_no_answer(
    pair: tuple[str, str], command: str, streams: str
) -> None:
    words = (command, pair[0], pair[1]) if command == "diff" else (command, pair[0])
    heard = _python("-m", "bot", *words)

    ran = _without_room(words, streams)

    assert (ran.returncode, ran.stdout) == (heard.returncode, heard.stdout)


@posix
@pytest.mark.parametrize("streams", ["2>/dev/full", "2>&-"])
def test_a_fault_that_cannot_be_told_is_still_no_success(streams: str) -> None:
    assert _without_room(("lint", "nowhere.yaml"), streams).returncode == 2


@posix
def test_an_answer_into_a_file_needs_no_standard_output(
    pair: tuple[str, str], tmp_path: Path
) -> None:
    out = tmp_path / "out.json"

    ran = _without_room(("diff", pair[0], pair[0], "-f", "json", "-o", str(out)), ">&-")

    assert ran.returncode == 0
    assert json.loads(out.read_text("utf-8"))["compatible"] is True


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
