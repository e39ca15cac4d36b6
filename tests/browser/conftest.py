from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import (
    Browser,
    BrowserContext,
    ConsoleMessage,
    Page,
    Request,
    ViewportSize,
    sync_playwright,
)

from bot.adapters.settings import environment
from bot.storyboard import tell
from tests.browser.serving import PREFIX, served

ROOT = Path(__file__).resolve().parents[2]
HOME = f"https://acme.example.com{PREFIX}"
_PATIENCE = 30_000
"""Milliseconds, for a machine that has other things to do."""
WIDE: ViewportSize = {"width": 1280, "height": 900}
Open = Callable[..., Page]


FLAGS = ("--no-sandbox",) if os.geteuid() == 0 else ()
"""Chromium's own fence needs rights that root gives up."""


@pytest.fixture(scope="session")
def chromium() -> str:
    """Return the path of the browser; without one its tests are skipped, with a word on how to."""
    asked = subprocess.run(
        ["sh", "tools/find-browser"], cwd=ROOT, capture_output=True, text=True, check=False
    )
    if asked.returncode:
        pytest.skip(asked.stderr.strip())
    return asked.stdout.strip()


@pytest.fixture(scope="session")
def browser(chromium: str) -> Iterator[Browser]:
    with sync_playwright() as started:
        found = started.chromium.launch(executable_path=chromium, args=list(FLAGS))
        yield found
        found.close()


@pytest.fixture(scope="session")
def repository(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("browser") / "acme"
    tell(folder)
    return folder


def steward(repository: Path, *words: str) -> None:
    """Run the command as people do."""
    subprocess.run(
        [sys.executable, "-m", "bot", *words, "--language", "en", "--language", "fr"],
        cwd=repository,
        env={**environment(), "PYTHONPATH": str(ROOT)},
        check=True,
        stdout=subprocess.DEVNULL,
    )


@pytest.fixture(scope="session")
def site(repository: Path) -> Path:
    folder = repository.parent / "site"
    steward(repository, "portal", "build", "--output", str(folder), "--url", HOME)
    return folder


@pytest.fixture(scope="session")
def address(site: Path) -> Iterator[str]:
    with served(site) as found:
        yield found


@pytest.fixture(scope="session")
def context(browser: Browser) -> Iterator[Callable[..., BrowserContext]]:
    """Keep a context for each set of options: what was loaded once is in its cache."""
    kept: dict[str, BrowserContext] = {}

    def found(**options: object) -> BrowserContext:
        key = repr(sorted(options.items()))
        if key not in kept:
            kept[key] = browser.new_context(**{"viewport": WIDE, **options})  # type: ignore[arg-type]  # playwright's own
            kept[key].set_default_timeout(_PATIENCE)
        return kept[key]

    yield found
    for one in kept.values():
        one.close()


@pytest.fixture
def visit(context: Callable[..., BrowserContext], address: str) -> Iterator[Open]:
    """Open pages of the site; whatever goes wrong in one of them fails the test at its end."""
    pages: list[Page] = []
    wrong: list[str] = []

    def opened(path: str = "index.html", top: str = address, **options: object) -> Page:
        page = context(**options).new_page()
        pages.append(page)
        page.on("request", lambda one: _asked(one, top, wrong))
        page.on("console", lambda one: _said(one, wrong))
        page.on("pageerror", lambda one: wrong.append(str(one)))
        page.goto(path if "://" in path else f"{top}{path}", wait_until="load")
        return page

    yield opened
    for page in pages:
        page.close()
    assert wrong == []


def _said(message: ConsoleMessage, wrong: list[str]) -> None:
    if message.type in ("error", "warning"):
        wrong.append(f"{message.text} {message.location['url']}")


def _asked(request: Request, top: str, wrong: list[str]) -> None:
    """Note a request that leaves the site; a browser asks each host for an icon by itself."""
    if not request.url.startswith((top, "file://", "data:")) and "favicon.ico" not in request.url:
        wrong.append(f"a request to {request.url}")
