from __future__ import annotations

import posixpath
import re
from collections import Counter
from collections.abc import Mapping
from itertools import pairwise
from pathlib import Path
from urllib.parse import unquote, urlsplit

import pytest

from site_gen.page import Page
from site_gen.rendering import MENU
from tests.conftest import Golden
from tests.site_gen.conftest import commit, made
from tests.site_gen.markup import Markup

_COMMIT = re.compile(r"\b(?:[0-9a-f]{40}|[0-9a-f]{10})\b")
"""Changes with every word of the story that is told before it."""

Pages = Mapping[tuple[str, str], Page]
Markups = Mapping[tuple[str, str], Markup]


@pytest.mark.parametrize(
    ("language", "path", "name"),
    [
        pytest.param("en", "contracts/orders-topic", "contract.html", id="a contract"),
        pytest.param("fr", "contracts/orders-topic", "contract.fr.html", id="one in French"),
        pytest.param(
            "en", "contracts/customer-silver/versions/1.2.0", "version.html", id="an old version"
        ),
        pytest.param("en", "contracts/customer-profile/changelog", "changelog.html", id="a log"),
        pytest.param(
            "en", "contracts/orders-inventory/diff/1.0.0..1.1.0", "diff.html", id="a comparison"
        ),
    ],
)
def test_a_page_is_what_the_golden_file_says(
    pages: Pages, golden: Golden, language: str, path: str, name: str
) -> None:
    body = _COMMIT.sub("COMMIT", pages[language, path].body)
    golden(f"portal/{name}", f"{body}\n")


def test_every_page_is_there_in_both_languages(pages: Pages) -> None:
    english = {path for language, path in pages if language == "en"}
    french = {path for language, path in pages if language == "fr"}
    assert english == french
    assert {folder for folder, _ in MENU} <= english


def test_every_page_is_well_formed_and_names_each_place_once(markups: Markups) -> None:
    faults = {}
    for key, markup in markups.items():
        twice = [name for name, number in Counter(markup.ids).items() if number > 1]
        if markup.faults or twice:
            faults[key] = (markup.faults[:3], twice[:3])
    assert faults == {}


def test_every_page_has_one_title_and_leaves_out_no_step_of_its_headings(markups: Markups) -> None:
    faults = {}
    for key, markup in markups.items():
        levels = [int(tag[1]) for tag, _ in markup.elements if tag in ("h1", "h2", "h3", "h4")]
        jumps = [pair for pair in pairwise(levels) if pair[1] > pair[0] + 1]
        if levels.count(1) != 1 or jumps:
            faults[key] = levels
    assert faults == {}


def test_every_link_leads_to_a_page_and_a_place_on_it(
    pages: Pages, markups: Markups, files: frozenset[str]
) -> None:
    roots = {"en": "en/portal", "fr": "fr/portal"}
    homes = {key: posixpath.join(roots[key[0]], key[1]).rstrip("/") for key in pages}
    places = {homes[key]: set(markups[key].ids) if key in markups else set() for key in pages}
    lost = set()
    for key, markup in markups.items():
        for link in markup.links:
            parts = urlsplit(link)
            if parts.scheme:
                continue
            path = posixpath.join(homes[key], unquote(parts.path))
            there = posixpath.normpath(path) if parts.path else homes[key]
            anchor = unquote(parts.fragment)
            if there in files:
                continue
            if there not in places or (anchor and anchor not in places[there]):
                lost.add((homes[key], link))
    assert sorted(lost)[:20] == []


def test_nothing_on_a_page_runs_or_loads_anything(markups: Markups) -> None:
    found = {key: list(markup.acts())[:3] for key, markup in markups.items()}
    assert {key: acts for key, acts in found.items() if acts} == {}


def test_a_field_leads_to_what_defines_it(markups: Markups) -> None:
    shared = "contracts/shared/types.odcs.yaml#schema/types/properties/customer_id"
    links = [one for one in markups["en", "contracts/customer-events"].links if shared in one]
    assert links == [f"https://git.example.com/acme/contracts/blob/main/{shared}"]


_MOVED = """\
apiVersion: v3.1.0
kind: DataContract
id: sold
version: {version}
status: active
domain: {domain}
team: {{name: {team}}}
schema: []
"""


def test_a_version_links_to_no_owner_or_domain_that_the_contract_left(tmp_path: Path) -> None:
    for version, domain, team in (("1.0.0", "shop", "tills"), ("2.0.0", "web", "carts")):
        text = _MOVED.format(version=version, domain=domain, team=team)
        commit(tmp_path, {"contracts/sold.odcs.yaml": text})
    pages, _ = made(tmp_path, {"en": ""})
    linked = {
        path.rpartition("/")[2]: {
            link.replace("../", "")
            for link in Markup(page.body).links
            if "owners/" in link or "domains/" in link
        }
        for (_, path), page in pages.items()
        if path.startswith("contracts/sold/versions/")
    }
    assert linked == {"1.0.0": {"domains/web/"}, "2.0.0": {"domains/web/", "owners/carts/"}}
    assert "tills" in pages["en", "contracts/sold/versions/1.0.0"].body
