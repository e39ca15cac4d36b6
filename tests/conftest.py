from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Protocol

import pytest
from hypothesis import settings

ROOT = Path(__file__).resolve().parent.parent
SHARED = ROOT.parent / "shared"
GOLDEN = ROOT / "tests/golden"

# A slow machine is no fault of the code, so no example has a deadline.
settings.register_profile(
    "steady", parent=settings.get_profile(settings.get_current_profile_name()), deadline=None
)
settings.load_profile("steady")


class Golden(Protocol):
    def __call__(self, name: str, actual: str) -> None: ...


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--update-golden", action="store_true", help="rewrite tests/golden")


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark what asks for the fixture `shared`, so that `-m "not shared"` leaves it out too."""
    for item in items:
        if "shared" in getattr(item, "fixturenames", ()):
            item.add_marker("shared")


def pytest_runtest_setup(item: pytest.Item) -> None:
    if item.get_closest_marker("shared") and not SHARED.is_dir():
        pytest.skip("needs the material in ../shared, beside the checkout")


@pytest.fixture
def golden(request: pytest.FixtureRequest) -> Golden:
    """Compare a text with the file of that name in tests/golden, byte by byte."""

    def compare(name: str, actual: str) -> None:
        file = GOLDEN / name
        if request.config.getoption("--update-golden"):
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_bytes(actual.encode())
        assert actual == file.read_bytes().decode()

    return compare


@pytest.fixture(scope="session")
def shared() -> Path:
    """Return the folder of material beside the checkout; without it the test is skipped."""
    return SHARED


@pytest.fixture(scope="session", autouse=True)
def _outside_any_hook() -> Iterator[None]:
    """Forget the repository that Git names to a hook: no test may reach the checkout's own."""
    with pytest.MonkeyPatch.context() as patch:
        for name in ("GIT_DIR", "GIT_INDEX_FILE", "GIT_WORK_TREE", "GIT_PREFIX"):
            patch.delenv(name, raising=False)
        yield
