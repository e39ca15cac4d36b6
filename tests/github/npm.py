"""Where the packages from npm are that the tests borrow; `make test` installs them."""

from __future__ import annotations

from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
CACHE = ROOT / ".cache/github"
MODULES = ROOT / ".cache/npm/node_modules"


def package(name: str) -> Path:
    """Return the folder of a package; without it the test is skipped."""
    folder = MODULES / name
    if not folder.is_dir():
        pytest.skip(f"needs {name} from tests/npm, which `make test` installs")
    return folder
