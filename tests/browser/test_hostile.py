"""What strangers write in a contract stays text, even where no policy of the host would stop it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from urllib.parse import quote

import pytest
from playwright.sync_api import Dialog, Page, expect

from tests.browser.conftest import HOME, Open, steward
from tests.browser.serving import served
from tests.site_gen.hostile import hostile_repository

_TAKEN = """() => [...document.querySelectorAll('.cs *')]
  .filter(one => /^(script|img|iframe|object|embed|base)$/i.test(one.tagName)
    || [...one.attributes].some(has => /^on|^style$/i.test(has.name))
    || (one.matches('a[href]') && !/^(https?|mailto|file):$/.test(one.protocol)
        && !(one.href instanceof SVGAnimatedString)))
  .map(one => one.outerHTML.slice(0, 200))"""
_RAGGED = """() => [...document.querySelectorAll('.cs table')].filter(table => {
  const wide = row => [...row.cells].reduce((sum, cell) => sum + cell.colSpan, 0);
  return new Set([...table.rows].map(wide)).size > 1
    || [...table.querySelectorAll(':scope > :not(caption, thead, tbody)')].length;
}).map(table => table.outerHTML.slice(0, 200))"""


@pytest.fixture(scope="module")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> Path:
    top = tmp_path_factory.mktemp("hostile")
    hostile_repository(top / "repository")
    where = ("--output", str(top / "site"), "--url", HOME)
    steward(top / "repository", "portal", "build", *where)
    return top / "site"


@pytest.fixture(scope="module")
def unguarded(hostile: Path) -> Iterator[str]:
    """Serve it with nothing that would keep a script from running."""
    with served(hostile, strict=False) as found:
        yield found


def _places(site: Path) -> list[str]:
    """Return every page that has words of a contract, and every picture."""
    found = [*site.rglob("*.html"), *site.rglob("*.svg")]
    paths = sorted(file.relative_to(site).as_posix() for file in found)
    return [path for path in paths if "rules/dc" not in path and "material/" not in path]


def test_nothing_of_it_runs_loads_or_breaks_a_table(
    visit: Open, hostile: Path, unguarded: str
) -> None:
    page = visit(top=unguarded)
    said: list[str] = []

    def shut(dialog: Dialog) -> None:
        said.append(dialog.message)
        dialog.dismiss()

    page.on("dialog", shut)
    found = {}
    places = _places(hostile)
    for place in places:
        page.goto(f"{unguarded}{quote(place)}", wait_until="load")
        if told := [*page.evaluate(_TAKEN), *page.evaluate(_RAGGED), *said]:
            found[place] = told
    assert found == {}
    assert len(places) > 30


def test_what_is_searched_in_it_stays_text(visit: Open, unguarded: str) -> None:
    page = visit(top=unguarded)
    page.locator("#cs-q").fill("onerror")
    expect(page.locator(".cs-results li").first).to_contain_text("<img src=x onerror=alert(2)>")
    _asked(page)
    page.goto(f"{unguarded}impact/index.html?element=added", wait_until="load")
    page.locator("#cs-element").fill("onerror")
    expect(page.locator("#cs-elements option").first).to_be_attached()
    _asked(page)


def _asked(page: Page) -> None:
    assert page.evaluate(_TAKEN) == []
