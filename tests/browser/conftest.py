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
    ViewportSize,
    sync_playwright,
)

from bot.adapters.settings import environment
from bot.storyboard import tell
from tests.browser.serving import PREFIX, served

ROOT = Path(__file__).resolve().parents[2]
_PATIENCE = 30_000
"""Milliseconds, for a machine that has other things to do."""
WIDE: ViewportSize = {"width": 1280, "height": 900}
Open = Callable[..., Page]


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    asked = subprocess.run(
        ["sh", "tools/find-browser"], cwd=ROOT, capture_output=True, text=True, check=False
    )
    if asked.returncode:
        pytest.skip(asked.stderr.strip())
    # Chromium's own fence needs rights that root gives up.
    alone = ["--no-sandbox"] if os.geteuid() == 0 else []
    with sync_playwright() as started:
        found = started.chromium.launch(executable_path=asked.stdout.strip(), args=alone)
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
    home = f"https://acme.example.com{PREFIX}"
    steward(repository, "portal", "build", "--output", str(folder), "--url", home)
    return folder


@pytest.fixture(scope="session")
def address(site: Path) -> Iterator[str]:
    with served(site) as found:
        yield found


@pytest.fixture
def visit(browser: Browser, address: str) -> Iterator[Open]:
    """Open pages of the site; whatever goes wrong in one of them fails the test at its end."""
    contexts: list[BrowserContext] = []
    wrong: list[str] = []

    def opened(path: str = "index.html", **options: object) -> Page:
        context = browser.new_context(**{"viewport": WIDE, **options})  # type: ignore[arg-type]  # playwright's own
        contexts.append(context)
        context.set_default_timeout(_PATIENCE)
        page = context.new_page()
        page.on("request", lambda one: _foreign(one.url, address, wrong))
        page.on("console", lambda one: _said(one, wrong))
        page.on("pageerror", lambda one: wrong.append(str(one)))
        page.goto(path if "://" in path else f"{address}{path}", wait_until="load")
        return page

    yield opened
    for context in contexts:
        context.close()
    assert wrong == []


def _said(message: ConsoleMessage, wrong: list[str]) -> None:
    """Note an error; that a file of the search is missing is how its script learns of nothing."""
    url = message.location["url"]
    if message.type == "error" and "/search/w-" not in url:
        wrong.append(f"{message.text} {url}")


def _foreign(url: str, address: str, wrong: list[str]) -> None:
    if not url.startswith((address, "file://", "data:", "blob:")):
        wrong.append(f"a request to {url}")
