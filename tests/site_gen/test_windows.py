from __future__ import annotations

import subprocess
from collections.abc import Mapping
from pathlib import Path

import pytest

from bot.adapters.git import Repository
from bot.adapters.settings import environment
from bot.core.policy.settings import SETTINGS_FILE
from site_gen.catalogue import catalogue
from site_gen.story import story
from site_gen.windows import removals

_FILE = "contracts/a.odcs.yaml"
_POLICY = "deprecation: {window: 30}\n"
_FIRST, _FLAGGED, _LATE, _GONE = "2026-01-01", "2026-02-01", "2026-03-01", "2026-03-10"


def _text(version: str, *fields: str, status: str = "active") -> str:
    """Return a contract; a field that begins with `-` is deprecated."""
    told = "".join(
        f"      - name: {name.lstrip('-')}\n        logicalType: string\n"
        + ("        deprecated: true\n" if name.startswith("-") else "")
        for name in fields
    )
    return (
        f"apiVersion: v3.2.0\nkind: DataContract\nid: a\nversion: {version}\n"
        f"status: {status}\nschema:\n  - name: t\n    properties:\n{told}"
    )


def _commit(folder: Path, day: str, files: Mapping[str, str]) -> None:
    for path, text in files.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_text(text)
    who = {"NAME": "Ada", "EMAIL": "ada@example.com", "DATE": f"{day}T12:00:00+00:00"}
    told = {
        f"GIT_{role}_{key}": one for role in ("AUTHOR", "COMMITTER") for key, one in who.items()
    }
    for words in (("init", "--quiet"), ("add", "--all"), ("commit", "--quiet", "-m", day)):
        subprocess.run(["git", *words], cwd=folder, check=True, env={**environment(), **told})


@pytest.mark.parametrize(
    ("texts", "expected"),
    [
        pytest.param(
            {
                _FIRST: _text("1.0.0", "k", "x"),
                _FLAGGED: _text("1.1.0", "k", "-x"),
                _GONE: _text("2.0.0", "k"),
            },
            {"2.0.0": (1, 1)},
            id="long enough",
        ),
        pytest.param(
            {
                _FIRST: _text("1.0.0", "k", "x"),
                _LATE: _text("1.1.0", "k", "-x"),
                _GONE: _text("2.0.0", "k"),
            },
            {"2.0.0": (0, 1)},
            id="too short",
        ),
        pytest.param(
            {_FIRST: _text("1.0.0", "k", "x"), _GONE: _text("2.0.0", "k")},
            {"2.0.0": (0, 1)},
            id="never flagged",
        ),
        pytest.param(
            {
                _FIRST: _text("1.0.0", "k", "-x"),
                _FLAGGED: _text("1.1.0", "k", "x"),
                _LATE: _text("1.2.0", "k", "-x"),
                _GONE: _text("2.0.0", "k"),
            },
            {"2.0.0": (0, 1)},
            id="taken back in between",
        ),
        pytest.param(
            {
                _FIRST: _text("1.0.0", "k", "x", status="deprecated"),
                _GONE: _text("2.0.0", "k"),
            },
            {"2.0.0": (1, 1)},
            id="the whole contract was deprecated",
        ),
        pytest.param(
            {_FIRST: _text("1.0.0", "k", "x", status="draft"), _GONE: _text("2.0.0", "k")},
            {},
            id="a draft",
        ),
        pytest.param(
            {_FIRST: _text("1.0.0", "k", "-x", "y", "z"), _GONE: _text("2.0.0", "k")},
            {"2.0.0": (1, 3)},
            id="one of three",
        ),
        pytest.param(
            {_FIRST: _text("1.0.0", "k"), _GONE: _text("1.1.0", "k", "x")}, {}, id="nothing goes"
        ),
    ],
)
def test_a_removal_kept_the_window_or_not(
    texts: Mapping[str, str], expected: Mapping[str, tuple[int, int]], tmp_path: Path
) -> None:
    for day, text in texts.items():
        _commit(tmp_path, day, {_FILE: text, SETTINGS_FILE: _POLICY})
    repository = Repository.discover(tmp_path)
    found = catalogue(repository)
    assert removals(story(repository, found, found.by_id["a"])) == expected


def test_a_major_that_begins_beside_the_one_before_takes_nothing_away(tmp_path: Path) -> None:
    _commit(tmp_path, _FIRST, {_FILE: _text("1.0.0", "k", "x")})
    _commit(tmp_path, _GONE, {"contracts/a-2.odcs.yaml": _text("2.0.0", "k")})
    repository = Repository.discover(tmp_path)
    found = catalogue(repository)
    assert removals(story(repository, found, found.by_id["a"])) == {}
