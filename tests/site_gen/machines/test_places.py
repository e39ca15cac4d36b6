from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date
from pathlib import Path

import pytest

from site_gen.export import document
from site_gen.machines.sitemap import in_sitemap
from site_gen.page import Asset, Page
from tests.site_gen.conftest import commit
from tests.site_gen.machines.conftest import Files, files, portal
from tests.site_gen.markup import Markup

_CONTRACT = """\
apiVersion: v3.1.0
kind: DataContract
id: {id}
name: Orders
version: {version}
status: active
schema: [{{name: orders, properties: [{{name: a, logicalType: string}}]}}]
"""


@pytest.fixture(scope="module")
def renamed(tmp_path_factory: pytest.TempPathFactory) -> tuple[Page | Asset, ...]:
    folder = tmp_path_factory.mktemp("renamed") / "repository"
    place = "contracts/orders.odcs.yaml"
    commit(folder, {place: _CONTRACT.format(id="orders", version="1.0.0")})
    commit(folder, {place: _CONTRACT.format(id="shop-orders", version="1.1.0")})
    commit(folder, {place: _CONTRACT.format(id="<sales>", version="1.2.0")})
    return portal(folder, en="", fr="fr")


def _pages(made: tuple[Page | Asset, ...]) -> Mapping[tuple[str, str], Page]:
    return {(one.language, one.path): one for one in made if isinstance(one, Page)}


@pytest.mark.parametrize("old", ["orders", "shop-orders"])
@pytest.mark.parametrize("language", ["en", "fr"])
def test_a_contract_with_a_new_id_is_found_at_its_old_address(
    renamed: tuple[Page | Asset, ...], language: str, old: str
) -> None:
    pages = _pages(renamed)
    new = next(path for _, path in pages if re.fullmatch("contracts/sales~[0-9a-f]+", path))
    path = f"contracts/{old}/index.html"
    text = next(
        one.data.decode()
        for one in renamed
        if isinstance(one, Asset) and (one.language, one.path) == (language, path)
    )
    link = f"../{new.removeprefix('contracts/')}/"
    assert f'content="0; url={link}"' in text
    assert f'<a href="{link}">' in text
    assert "<sales>" not in text
    assert Markup(text).faults == []
    assert (language, f"contracts/{old}") not in pages
    assert (language, f"contracts/{old}/changelog") in pages


def test_a_contract_that_only_ended_keeps_its_page(tmp_path: Path) -> None:
    folder = tmp_path / "repository"
    commit(folder, {"contracts/a.odcs.yaml": _CONTRACT.format(id="a", version="1.0.0")})
    (folder / "contracts/a.odcs.yaml").unlink()
    commit(folder, {"contracts/b.odcs.yaml": _CONTRACT.format(id="b", version="1.0.0")})
    made = portal(folder, en="")
    assert ("en", "contracts/a") in _pages(made)
    assert not any(path.endswith(".html") for path in files(made))


def test_the_index_for_models_names_each_contract_with_its_page_and_its_file(
    story_files: Files,
) -> None:
    text = story_files["llms.txt"].decode()
    root = "https://data.example.com/acme/en/portal"
    assert text.startswith("# Data contracts\n\n> ")
    assert (
        f"- [Customer profile 2.0.0]({root}/contracts/customer-profile/)"
        f" ([JSON]({root}/api/contracts/customer-profile.json)): active: Who the customer is"
    ) in text
    links = re.findall(r"\((https://[^)]+\.(?:json|xml|ics))\)", text)
    assert {link.removeprefix(f"{root}/") for link in links} <= set(story_files)


def test_a_page_names_its_feed_in_the_head_of_the_document(
    told: tuple[Page | Asset, ...], story_files: Files
) -> None:
    page = _pages(told)["fr", "contracts/customer-profile"]
    links = [
        (attrs.get("type"), attrs["href"])
        for tag, attrs in Markup(document(page, f"fr/portal/{page.path}")).elements
        if tag == "link" and attrs["rel"].split() == ["alternate"]
    ]
    root = "../../../../en/portal"
    assert links == [
        ("application/json", f"{root}/api/contracts/customer-profile.json"),
        ("application/atom+xml", f"{root}/feeds/contracts/customer-profile.xml"),
        ("text/calendar", f"{root}/calendars/contracts/customer-profile.ics"),
    ]
    assert {link.removeprefix(f"{root}/") for _, link in links} <= set(story_files)


def test_a_page_shows_badges_for_a_readme_where_the_site_knows_its_address(
    told: tuple[Page | Asset, ...], renamed: tuple[Page | Asset, ...]
) -> None:
    page = _pages(told)["en", "contracts/customer-profile"].body
    root = "https://data.example.com/acme/en/portal"
    assert (
        f"[![contract]({root}/badges/customer-profile/version.svg)]"
        f"({root}/contracts/customer-profile/)"
    ) in page
    assert not any("[![" in page.body for page in _pages(renamed).values())


def test_pages_are_added_to_the_map_of_the_site() -> None:
    before = "<urlset>\n    <url><loc>https://a.example/</loc></url>\n</urlset>"
    after = in_sitemap(before, ["https://a.example/x&y/"], date(2026, 1, 2))
    assert "<loc>https://a.example/x&amp;y/</loc>" in after
    assert "<lastmod>2026-01-02</lastmod>" in after
    assert after.endswith("</urlset>")
    assert in_sitemap("", ["https://a.example/"], date(2026, 1, 2)) == ""
