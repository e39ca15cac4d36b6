from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest
from mkdocs.exceptions import Abort

from bot.adapters.git import Repository
from site_gen.csp import CSP, InlineScripts
from tests.conftest import ROOT
from tests.site_gen.conftest import PLAIN, built, bytes_of, commit
from tests.site_gen.markup import Markup


@pytest.fixture
def small(tmp_path: Path) -> Path:
    """Return a repository with the bundled contracts of one domain, and no history to speak of."""
    folder = tmp_path / "small"
    shutil.copytree(ROOT / "contracts/orders", folder / "contracts/orders")
    commit(folder, {}, "Write contracts")
    return folder


@pytest.fixture(scope="module")
def site(story_folder: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("plain") / "story"
    shutil.copytree(story_folder, folder)
    return built(folder, folder / "site", PLAIN)


def test_an_empty_configuration_makes_a_portal_beside_the_pages_of_the_site(site: Path) -> None:
    assert (site / "portal/contracts/orders-orders/index.html").is_file()
    home = (site / "index.html").read_text()
    assert 'href="portal/contracts/orders-orders/"' in home
    assert 'href="portal/"' in home


def test_a_page_has_the_title_the_address_and_the_language_of_its_own(site: Path) -> None:
    text = (site / "portal/contracts/orders-orders/versions/1.0.0/index.html").read_text()
    assert "<title>Orders 1.0.0 - Acme</title>" in text
    canonical = "https://acme.example.com/data/portal/contracts/orders-orders/versions/1.0.0/"
    assert f'<link rel="canonical" href="{canonical}">' in text
    assert text.count("<h1") == 1
    assert "cs7f3a9e" not in text


def test_what_the_theme_links_to_is_there_from_every_depth(site: Path) -> None:
    for page in (
        "portal/index.html",
        "portal/rules/dc101/index.html",
        "portal/contracts/orders-orders/versions/1.0.0/index.html",
    ):
        file = site / page
        links = [
            attrs[name]
            for _, attrs in Markup(file.read_text()).elements
            for name in ("href", "src")
            if attrs.get(name, "").startswith(".")
        ]
        lost = [
            link
            for link in links
            if not (target := (file.parent / link.partition("#")[0].partition("?")[0])).exists()
            or (target.is_dir() and not (target / "index.html").exists())
        ]
        assert lost == []


def test_the_page_for_unknown_addresses_leads_to_the_portal(site: Path) -> None:
    assert '<a href="/data/portal/">Data contracts</a>' in (site / "404.html").read_text()


def test_the_policy_for_a_strict_host_knows_the_inline_scripts_of_every_page(site: Path) -> None:
    known = InlineScripts()
    for page in site.rglob("*.html"):
        known.take(page.read_text())
    policy = (site / CSP).read_text()
    assert policy == f"{known.policy()}\n"
    assert policy.count("sha256-") > 1
    assert "unsafe" not in policy


def test_the_search_of_the_theme_finds_contracts_by_their_fields(site: Path) -> None:
    docs = json.loads((site / "search/search_index.json").read_text())["docs"]
    found = [doc["location"] for doc in docs if "orders.unit_price" in doc["text"]]
    assert "portal/contracts/orders-orders/" in found
    assert all("portal/contracts/" in place for place in found)


def test_no_page_loads_anything_from_another_host(site: Path) -> None:
    found = set()
    for file in sorted(site.rglob("*.html"))[::25]:
        for tag, attrs in Markup(file.read_text()).elements:
            url = attrs.get("src") or (attrs.get("href", "") if tag == "link" else "")
            if "//" in url and attrs.get("rel") != "canonical":
                found.add((file.name, tag, url))
    assert found == set()


def test_the_map_of_the_site_has_our_pages(site: Path) -> None:
    text = (site / "sitemap.xml").read_text()
    root = "https://acme.example.com/data/portal"
    for page in ("", "contracts/orders-orders/", "contracts/orders-orders/versions/1.0.0/"):
        assert f"<loc>{root}/{page}</loc>" in text
    assert "/diff/" not in text


@pytest.mark.parametrize(
    ("page", "feed"),
    [
        pytest.param("portal", "feeds/all.xml", id="a page of the menu"),
        pytest.param(
            "portal/contracts/orders-orders",
            "../../feeds/contracts/orders-orders.xml",
            id="a page of a contract",
        ),
    ],
)
def test_a_page_names_its_feed_in_its_head(site: Path, page: str, feed: str) -> None:
    head = (site / page / "index.html").read_text().partition("</head>")[0]
    assert f'href="{feed}"' in head
    assert (site / page / feed).is_file()


def test_one_commit_gives_the_same_bytes_each_time(site: Path, tmp_path: Path) -> None:
    again = built(site.parent, tmp_path / "again", PLAIN)
    assert bytes_of(again) == bytes_of(site)


def test_two_languages_stand_beside_each_other(small: Path, tmp_path: Path) -> None:
    folder = small
    languages = {"contracts": {"languages": {"en": "", "fr": "fr"}}}
    settings = {
        **PLAIN,
        "plugins": [languages],
        "use_directory_urls": False,
        "nav": [{"Contracts": "index.md"}, {"Contrats": "fr/index.md"}],
    }
    site = built(folder, tmp_path / "site", settings)
    french = (site / "fr/contracts/orders-orders/index.html").read_text()
    assert '<html lang="fr"' in french
    assert 'href="../../../contracts/orders-orders/index.html"' in french
    english = Markup((site / "contracts/orders-orders/index.html").read_text())
    ours = [link for link in english.links if link.startswith("../") and link.endswith("/")]
    assert ours == []


@pytest.mark.parametrize(
    ("settings", "expected"),
    [
        pytest.param(
            {"languages": {"tlh": "x"}}, "no texts for the language tlh", id="an unknown language"
        ),
        pytest.param({"languages": {"en": "../x"}}, "below the site's root", id="a way out"),
        pytest.param({"revision": "nowhere"}, "nowhere", id="an unknown revision"),
    ],
)
def test_a_wrong_setting_is_told(
    story_folder: Path,
    tmp_path: Path,
    settings: dict[str, object],
    expected: str,
    caplog: pytest.LogCaptureFixture,
) -> None:
    told = {"contracts": {"repository": str(story_folder), **settings}}
    with pytest.raises(Abort):
        built(tmp_path, tmp_path / "site", {**PLAIN, "plugins": [told]})
    assert expected in caplog.text


def test_a_folder_without_a_repository_is_told(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    with pytest.raises(Abort):
        built(tmp_path, tmp_path / "site", PLAIN)
    assert "E301" in caplog.text


def test_what_git_misses_is_told(small: Path, caplog: pytest.LogCaptureFixture) -> None:
    repository = Repository.discover(small)
    blob = next(iter(repository.blobs("HEAD", ("contracts/orders/orders.odcs.yaml",))))
    (small / ".git/objects" / blob.id[:2] / blob.id[2:]).unlink()
    with pytest.raises(Abort):
        built(small, small / "site", {**PLAIN, "strict": False})
    assert "E311" in caplog.text
