"""What people do on the portal, in a browser: search, filter, compare, follow the lineage."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import Open
from tests.browser.places import PAGES


def _shown(page: Page) -> list[str]:
    return page.locator("[data-cs-sortable] tbody tr:visible th").all_inner_texts()


@pytest.mark.parametrize(
    ("wanted", "field"),
    [
        pytest.param("pieces in stock", "inventory.stock_quantity", id="by its description"),
        pytest.param("stock_quan", "inventory.stock_quantity", id="by the beginning of its name"),
    ],
)
def test_search_finds_a_field(visit: Open, wanted: str, field: str) -> None:
    page = visit()
    page.locator("#cs-q").fill(wanted)
    found = page.locator(".cs-results a", has_text=field).first
    expect(found).to_be_visible()
    found.click()
    assert page.url.endswith(f"contracts/orders-inventory/#{field}")
    expect(page.locator(f"[id='{field}']")).to_be_visible()


def test_search_says_when_there_is_nothing(visit: Open) -> None:
    page = visit()
    page.locator("#cs-q").fill("qqqqqqzzz")
    expect(page.locator("#cs-found")).not_to_be_empty()
    expect(page.locator(".cs-results")).to_be_hidden()


def test_a_filter_is_kept_in_a_link_that_can_be_shared(visit: Open) -> None:
    page = visit()
    every = len(_shown(page))
    page.locator("[data-cs-facet=domain] summary").click()
    page.get_by_role("checkbox", name="customer").check()
    kept = _shown(page)
    assert 0 < len(kept) < every
    assert "domain=customer" in page.url
    assert _shown(visit(page.url)) == kept


def test_a_table_is_sorted_by_its_heads(visit: Open) -> None:
    page = visit()
    before = _shown(page)
    head = page.locator("[data-cs-sortable] thead button").first
    head.click()
    head.click()
    assert sorted(_shown(page)) == sorted(before)
    assert page.locator("th[aria-sort=descending]").count() == 1
    assert _shown(visit(page.url)) == _shown(page)


def test_any_two_versions_are_compared(visit: Open) -> None:
    page = visit(PAGES["changelog"])
    page.locator("select[name=old]").select_option("1.0.0")
    page.locator("select[name=new]").select_option("2.0.0")
    page.locator(".cs-pick button").click()
    expect(page.locator("#unified")).to_be_visible()
    assert page.url.endswith("/diff/1.0.0..2.0.0/")
    assert page.locator("#meaning ~ ul, #meaning ~ h3").count() > 0
    assert page.locator("tr[data-sign=removed]").count() > 0
    expect(page.locator("table.cs-beside")).to_be_visible()


def test_a_drawing_is_zoomed_and_moved(visit: Open) -> None:
    page = visit(PAGES["lineage"])
    graph = page.locator("svg.cs-graph").last
    width = float(graph.get_attribute("width") or 0)
    for _ in range(4):
        page.get_by_role("button", name="Larger").last.click()
    assert float(graph.get_attribute("width") or 0) > 2 * width
    figure = page.locator(".cs-drawing").last
    figure.scroll_into_view_if_needed()
    figure.evaluate("one => { one.scrollLeft = 200; }")
    box = figure.bounding_box()
    assert box is not None
    x, y = box["x"] + box["width"] / 2, box["y"] + 4
    page.mouse.move(x, y)
    page.mouse.down()
    page.mouse.move(x - 60, y)
    page.mouse.up()
    assert figure.evaluate("one => one.scrollLeft") == 260


def test_a_drawing_lights_up_what_a_contract_reaches(visit: Open) -> None:
    page = visit(PAGES["lineage"])
    box = page.locator(".cs-box", has_text="customer-profile").first
    box.focus()
    lit = page.locator(".cs-box.cs-lit").count()
    assert 1 < lit < page.locator(".cs-box").count()
    assert page.locator("svg.cs-dim").count() == 1
    page.locator("h1").click()
    page.evaluate("document.activeElement.blur()")
    assert page.locator(".cs-lit").count() == 0


def test_what_is_asked_for_is_lit_in_the_drawing_and_brought_into_view(visit: Open) -> None:
    page = visit(f"{PAGES['lineage']}?contract=erp-sales-report")
    box = page.locator(".cs-box.cs-lit", has_text="erp-sales-report")
    expect(box).to_be_in_viewport()
    page.locator(".cs-box", has_text="customer-profile-events").hover()
    expect(page.locator(".cs-box.cs-lit", has_text="customer-profile-events")).to_have_count(1)
    page.locator("h1").hover()
    expect(box).to_have_count(1)


def test_a_transitive_mode_is_weighed_as_the_mode_it_goes_on_with(visit: Open) -> None:
    page = visit(f"fr/{PAGES['impact']}?element=customer-profile-events")
    expect(page.locator(".cs-mode")).to_have_text(
        "customer-profile-events est jugé selon le mode full-transitive."
    )
    expect(page.locator("thead .cs-chosen-mode")).to_have_text("full")
    expect(page.locator(".cs-answer")).not_to_contain_text("data product")


def test_a_domain_is_one_box_that_opens(visit: Open) -> None:
    page = visit(PAGES["lineage"])
    page.locator(".cs-box[data-kind=domain]", has_text="customer").first.click()
    page.wait_for_url("**/domains/customer/**")
    expect(page.locator(".cs-box[data-kind=contract]", has_text="customer-gold")).to_be_visible()
    expect(page.locator(".cs-box[data-kind=domain]", has_text="orders")).to_be_visible()


def test_impact_tells_who_reads_a_field(visit: Open) -> None:
    page = visit(PAGES["impact"])
    page.locator("#cs-element").fill("orders-inventory.inventory.category")
    page.keyboard.press("Enter")
    answer = page.locator(".cs-answer")
    expect(answer).to_contain_text("orders-kpis.top_products.category")
    expect(page.locator(".cs-mode")).to_have_text("orders-inventory is judged under the mode full.")
    expect(page.locator("thead .cs-chosen-mode")).to_have_text("full")


def test_the_keyboard_is_enough(visit: Open) -> None:
    page = visit()
    page.keyboard.press("Tab")
    expect(page.locator(".md-skip")).to_be_focused()
    reached = []
    for _ in range(80):
        page.keyboard.press("Tab")
        reached.append(page.evaluate("document.activeElement.id || document.activeElement.tagName"))
        if reached[-1] == "cs-q":
            break
    assert reached[-1] == "cs-q"
    page.keyboard.type("stock")
    expect(page.locator(".cs-results a").first).to_be_visible()
    page.keyboard.press("Tab")
    outline = page.evaluate("getComputedStyle(document.activeElement).outlineStyle")
    assert outline != "none"
    page.keyboard.press("Enter")
    page.wait_for_url("**/contracts/**")
    expect(page.locator("h1")).to_be_visible()


def test_an_unknown_address_leads_home(visit: Open) -> None:
    page = visit("404.html")
    page.get_by_role("link", name="acme", exact=True).first.click()
    expect(page.locator("#cs-q")).to_be_visible()
