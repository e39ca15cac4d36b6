"""Every kind of page is read: by eye and ear, on a phone, on paper, without scripts or server."""

from __future__ import annotations

from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe  # type: ignore[import-untyped]
from playwright.sync_api import Page, expect

from tests.browser.conftest import Open, steward
from tests.browser.places import PAGES
from tests.browser.serving import policy, served

_TAGS = ("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice")
_DESK: dict[str, object] = {}
_PHONE: dict[str, object] = {"viewport": {"width": 375, "height": 812}, "has_touch": True}
every_page = pytest.mark.parametrize("name", PAGES)


def _drawn(page: Page) -> Page:
    """Wait for what lies below the screen, which is laid out last."""
    page.wait_for_selector(".cs[data-cs-whole]", state="attached")
    return page


@every_page
@pytest.mark.parametrize(
    ("scheme", "device"),
    [
        pytest.param("light", _DESK, id="in the light theme on a desk"),
        pytest.param("dark", _PHONE, id="in the dark theme on a phone"),
    ],
)
def test_axe_finds_nothing(visit: Open, name: str, scheme: str, device: dict[str, object]) -> None:
    page = _drawn(visit(PAGES[name], color_scheme=scheme, **device))
    options = {"resultTypes": ["violations"], "runOnly": {"type": "tag", "values": _TAGS}}
    told = Axe().run(page, options=options).response["violations"]
    assert [(one["id"], [node["html"] for node in one["nodes"]][:3]) for one in told] == []


def test_the_theme_is_switched(visit: Open) -> None:
    page = visit()
    for scheme in ("slate", "default"):
        page.locator("form[data-md-component=palette] label:visible").click()
        expect(page.locator("body")).to_have_attribute("data-md-color-scheme", scheme)


@every_page
def test_a_phone_scrolls_only_downwards(visit: Open, name: str) -> None:
    page = _drawn(visit(PAGES[name], **_PHONE))
    page.evaluate("document.querySelectorAll('.cs details').forEach(one => { one.open = true; })")
    assert page.evaluate("document.documentElement.scrollWidth") == 375


def test_dark_is_dark(visit: Open) -> None:
    page = visit(color_scheme="dark")
    dark = page.evaluate("getComputedStyle(document.body).backgroundColor")
    red, green, blue = (int(part) for part in dark.strip("rgb()").split(","))
    assert max(red, green, blue) < 80


def test_what_is_printed_has_the_contract_and_no_menu(visit: Open) -> None:
    page = visit(PAGES["contract"])
    page.emulate_media(media="print")
    expect(page.locator(".cs-menu")).to_be_hidden()
    expect(page.locator(".md-header")).to_be_hidden()
    expect(page.locator("table.cs-fields").first).to_be_visible()
    assert len(page.pdf()) > 20_000


@pytest.mark.parametrize("name", ["home", "contract", "version", "lineage", "scorecard"])
def test_a_sheet_of_paper_is_wide_enough(visit: Open, name: str) -> None:
    page = _drawn(visit(PAGES[name], viewport={"width": 718, "height": 1040}))
    page.emulate_media(media="print")
    parts = page.locator(".cs-scroll, .cs-drawing, html")
    cut = (
        "all => all.filter(one => one.scrollWidth > one.clientWidth + 1).map(one => one.className)"
    )
    assert parts.evaluate_all(cut) == []


def test_the_dark_theme_is_printed_as_dark_on_white(visit: Open) -> None:
    page = visit(PAGES["contract"], color_scheme="dark")
    page.emulate_media(media="print")
    ink = page.locator("h1").evaluate("one => getComputedStyle(one).color")
    assert max(int(part) for part in ink.strip("rgb()").split(",")) < 80


def test_the_portal_is_read_without_scripts(visit: Open) -> None:
    page = visit(java_script_enabled=False)
    assert page.locator("table tbody tr").count() > 20
    assert page.locator(".cs-js:visible").count() == 0
    page.get_by_role("link", name="Customer profile", exact=True).first.click()
    assert page.locator("h1").inner_text() == "Customer profile"
    assert page.locator("table.cs-fields tr").count() > 5
    page.goto(page.url.replace(PAGES["contract"], PAGES["lineage"]))
    assert page.locator("svg.cs-graph a").count() > 10


def test_a_reader_of_french_stays_in_french(visit: Open) -> None:
    page = visit(PAGES["contract"])
    page.get_by_role("link", name="Français", exact=True).click()
    assert page.locator("html").get_attribute("lang") == "fr"
    assert page.url.endswith(f"/fr/{PAGES['contract']}")
    expect(page.get_by_role("heading", name="Champs", exact=True)).to_be_visible()
    page.get_by_role("link", name="Obsolescences", exact=True).first.click()
    assert page.url.endswith("/fr/calendar/index.html")
    expect(page.get_by_text("janvier 2027").first).to_be_visible()


def test_the_portal_is_read_from_a_disk(visit: Open, site: Path) -> None:
    page = visit((site / "index.html").as_uri())
    page.locator("#cs-q").fill("stock")
    page.locator(".cs-results a").first.click()
    expect(page.locator("h1")).to_be_visible()
    assert page.url.startswith("file://")
    page.get_by_role("link", name="Lineage", exact=True).first.click()
    expect(page.locator("svg.cs-graph").first).to_be_visible()


def test_plain_pages_need_nothing_inline_and_no_theme(
    visit: Open, repository: Path, tmp_path: Path
) -> None:
    steward(repository, "portal", "export", str(tmp_path / "plain"))
    assert "sha256" not in policy(tmp_path / "plain")
    with served(tmp_path / "plain") as plain:
        page = visit(PAGES["contract"], top=plain)
        expect(page.locator("table.cs-fields").first).to_be_visible()
