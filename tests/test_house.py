"""What holds for the project as a whole: version, locks, lint exceptions, languages, set-up."""

from __future__ import annotations

import re
import stat
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name
from packaging.version import Version

import bot

ROOT = Path(__file__).resolve().parent.parent
LOCKS = ["requirements.lock", "requirements-runtime.lock"]

every_lock = pytest.mark.parametrize("lock", LOCKS)


def _text(name: str) -> str:
    return (ROOT / name).read_text("utf-8")


def _pins(lock: str) -> dict[str, list[Version]]:
    """Return the versions each name is pinned to; a name can have one for each kind of machine."""
    pins: dict[str, list[Version]] = {}
    for name, version in re.findall(r"(?m)^([\w.-]+)==([\w.]+)", _text(lock)):
        pins.setdefault(canonicalize_name(name), []).append(Version(version))
    return pins


def _python(*arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, *arguments], cwd=ROOT, capture_output=True, text=True, check=False
    )


@pytest.mark.parametrize("flag", ["--version", "-V"])
def test_the_command_tells_the_version_of_the_package(flag: str) -> None:
    ran = _python("-m", "bot", flag)

    assert (ran.returncode, ran.stdout, ran.stderr) == (0, f"steward {bot.__version__}\n", "")


def test_the_version_is_told_without_loading_the_command() -> None:
    script = (
        "import sys; sys.argv = ['steward', '--version']; from bot.__main__ import main; main();"
        "print(*sorted({'bot.cli', 'click', 'yaml', 'importlib.metadata'} & set(sys.modules)))"
    )

    assert _python("-c", script).stdout.splitlines()[1:] == [""]


@every_lock
def test_a_lock_names_no_registry(lock: str) -> None:
    assert re.findall(r".*(?:://|--(?:extra-)?index|--find-links).*", _text(lock)) == []


@every_lock
def test_every_pin_of_a_lock_has_a_hash(lock: str) -> None:
    pins = re.split(r"(?m)^(?=[\w-]+==)", _text(lock))

    assert [
        pin.splitlines()[0] for pin in pins if "==" in pin and "--hash=sha256:" not in pin
    ] == []


def _wanted(*groups: str) -> list[Requirement]:
    """Return what pyproject.toml asks for: what the code imports, and what these groups name."""
    house = tomllib.loads(_text("pyproject.toml"))
    lines = list(house["project"]["dependencies"])
    pending = list(groups)
    while pending:
        for line in house["dependency-groups"][pending.pop()]:
            if isinstance(line, str):
                lines.append(line)
            else:
                pending.append(line["include-group"])
    return [Requirement(line) for line in lines]


@pytest.mark.parametrize(
    ("lock", "group"),
    [
        pytest.param("requirements.lock", "dev", id="the lock for development"),
        pytest.param("requirements-runtime.lock", "build", id="the lock for running"),
    ],
)
def test_a_lock_holds_what_pyproject_asks_for(lock: str, group: str) -> None:
    pins = _pins(lock)

    unmet = [
        str(wanted)
        for wanted in _wanted(group)
        if not pins.get(canonicalize_name(wanted.name))
        or not all(version in wanted.specifier for version in pins[canonicalize_name(wanted.name)])
    ]

    assert unmet == [], "run `make lock`"


def test_what_runs_is_what_is_tested() -> None:
    tested = _pins("requirements.lock")

    assert {
        name: versions
        for name, versions in _pins("requirements-runtime.lock").items()
        if tested.get(name) != versions
    } == {}


def test_every_lint_rule_that_is_off_has_its_reason() -> None:
    table = _text("pyproject.toml").partition("[tool.ruff.lint]")[2].partition("[tool.mypy]")[0]
    lists = re.findall(r'(?ms)^(?:ignore|"[^"]+") = \[\n(.*?)^\]', table)
    lines = [line.strip() for inside in lists for line in inside.splitlines()]

    assert lines != []
    assert [line for line in lines if not re.search(r'",\s+# \w.+', line)] == []


def _pages(language: str) -> set[str]:
    folder = ROOT / "docs" / language
    return {file.relative_to(folder).as_posix() for file in folder.rglob("*") if file.is_file()}


def test_the_docs_have_the_same_pages_in_both_languages() -> None:
    assert "index.md" in _pages("en")
    assert _pages("en") == _pages("fr")


@pytest.mark.parametrize("name", [".ci/run", "tools/find-python"])
def test_a_script_may_be_started(name: str) -> None:
    assert (ROOT / name).stat().st_mode & stat.S_IXUSR


def _find_python(path: Path, **environment: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        ["/bin/sh", ROOT / "tools/find-python"],
        env={"PATH": str(path), **environment},
        capture_output=True,
        text=True,
        check=False,
    )


def _stand_in(folder: Path, name: str, *, version: str, new: bool, venv: bool) -> None:
    """Write a program that answers the three questions of tools/find-python as a Python would."""
    file = folder / name
    file.write_text(
        "#!/bin/sh\n"
        'case "$2" in\n'
        f"  *print*) echo {version} ;;\n"
        f"  *version_info*) exit {0 if new else 1} ;;\n"
        f"  *ensurepip*) exit {0 if venv else 1} ;;\n"
        "esac\n",
        "utf-8",
    )
    file.chmod(0o755)


def test_the_newest_python_that_can_make_an_environment_is_taken(tmp_path: Path) -> None:
    _stand_in(tmp_path, "python3.13", version="3.13", new=True, venv=False)
    _stand_in(tmp_path, "python3.12", version="3.12", new=True, venv=True)
    _stand_in(tmp_path, "python3", version="3.11", new=True, venv=True)

    ran = _find_python(tmp_path)

    assert (ran.returncode, ran.stdout, ran.stderr) == (0, "python3.12\n", "")


def test_a_python_that_is_named_is_the_only_one_tried(tmp_path: Path) -> None:
    _stand_in(tmp_path, "python3.13", version="3.13", new=True, venv=True)
    _stand_in(tmp_path, "my python", version="3.11", new=True, venv=True)

    ran = _find_python(tmp_path, PYTHON=str(tmp_path / "my python"))

    assert (ran.returncode, ran.stdout) == (0, f"{tmp_path / 'my python'}\n")


def test_a_name_that_starts_nothing_is_passed_over(tmp_path: Path) -> None:
    (tmp_path / "python3.13").write_text("#!/bin/sh\nexit 127\n", "utf-8")
    (tmp_path / "python3.13").chmod(0o755)
    _stand_in(tmp_path, "python3", version="3.14", new=True, venv=True)

    assert _find_python(tmp_path).stdout == "python3\n"


def test_a_python_that_is_too_old_is_told(tmp_path: Path) -> None:
    _stand_in(tmp_path, "python3", version="3.9", new=False, venv=True)

    ran = _find_python(tmp_path)

    assert (ran.returncode, ran.stdout) == (1, "")
    assert ran.stderr.splitlines()[0] == (
        "Contract Steward needs Python 3.11 or newer; "
        "tried: python3.13 python3.12 python3.11 python3. python3 is Python 3.9;"
    )


def test_a_python_without_venv_names_the_package_to_install(tmp_path: Path) -> None:
    _stand_in(tmp_path, "python3", version="3.11", new=True, venv=False)

    ran = _find_python(tmp_path)

    assert ran.returncode == 1
    assert "sudo apt-get install python3.11-venv" in ran.stderr
