"""A contract that is made to break out of the page stays text on every page."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from urllib.parse import urlsplit
from xml.etree import ElementTree as ET

import cmarkgfm  # type: ignore[import-untyped]
import pytest
from cmarkgfm.cmark import Options  # type: ignore[import-untyped]
from icalendar import Calendar

from site_gen.export import document
from site_gen.page import Asset, Page
from tests.site_gen.conftest import made
from tests.site_gen.hostile import EVIL, hostile_repository
from tests.site_gen.markup import Markup


@pytest.fixture(scope="module")
def hostile(
    tmp_path_factory: pytest.TempPathFactory,
) -> tuple[Mapping[tuple[str, str], Page], tuple[Asset, ...]]:
    folder: Path = tmp_path_factory.mktemp("hostile") / "repository"
    hostile_repository(folder)
    pages, assets = made(folder, {"en": "", "fr": "fr"})
    kept = {key: page for key, page in pages.items() if not key[1].startswith("rules/")}
    return kept, assets


def test_no_page_of_it_runs_or_loads_anything(
    hostile: tuple[Mapping[tuple[str, str], Page], tuple[Asset, ...]],
) -> None:
    found = {key: list(Markup(page.body).acts())[:3] for key, page in hostile[0].items()}
    assert {key: acts for key, acts in found.items() if acts} == {}


def test_every_page_of_it_is_well_formed(
    hostile: tuple[Mapping[tuple[str, str], Page], tuple[Asset, ...]],
) -> None:
    found = {key: Markup(page.body).faults[:3] for key, page in hostile[0].items()}
    assert {key: faults for key, faults in found.items() if faults} == {}


def test_every_link_of_it_stays_on_the_site_or_on_the_web(
    hostile: tuple[Mapping[tuple[str, str], Page], tuple[Asset, ...]],
) -> None:
    schemes = {
        urlsplit(link).scheme for page in hostile[0].values() for link in Markup(page.body).links
    }
    assert schemes <= {"", "https"}
    assert all(".." not in path.split("/") for _, path in hostile[0])


def test_its_names_stand_on_the_page_as_they_are_written(
    hostile: tuple[Mapping[tuple[str, str], Page], tuple[Asset, ...]],
) -> None:
    path = next(
        path for _, path in hostile[0] if path.startswith("contracts/") and path.count("/") == 1
    )
    texts = "".join(Markup(hostile[0]["en", path].body).texts)
    assert EVIL.replace("\u202e", "\\u202e") in texts


def test_its_title_cannot_leave_the_head_of_the_document(
    hostile: tuple[Mapping[tuple[str, str], Page], tuple[Asset, ...]],
) -> None:
    for page in hostile[0].values():
        tags = [tag for tag, _ in Markup(document(page, page.path)).elements]
        assert tags.count("script") == 1, page.path
        assert tags.count("img") == 0, page.path


def test_the_files_that_scripts_load_are_json_in_one_call(
    hostile: tuple[Mapping[tuple[str, str], Page], tuple[Asset, ...]],
) -> None:
    scripts = [asset for asset in hostile[1] if asset.path.endswith(".js")]
    assert len(scripts) > 10
    for asset in scripts:
        text = asset.data.decode()
        assert "<" not in text, asset.path
        assert text.startswith("contractsPart(")
        inner = text.removeprefix("contractsPart(").removesuffix(");\n")
        assert len(json.loads(f"[{inner}]")) == 2


def test_its_files_for_machines_are_well_formed_and_have_no_tag_of_its_own(
    hostile: tuple[Mapping[tuple[str, str], Page], tuple[Asset, ...]],
) -> None:
    kinds = set()
    for asset in hostile[1]:
        kind = asset.path.rpartition(".")[2]
        kinds.add(kind)
        assert ".." not in asset.path.split("/")
        if kind == "json":
            assert b"<" not in asset.data, asset.path
            json.loads(asset.data)
        elif kind in ("svg", "xml"):
            tags = {one.tag.rpartition("}")[2] for one in _xml(asset).iter()}
            assert not tags & {"script", "img"}, asset.path
        elif kind == "ics":
            assert Calendar.from_ical(asset.data).errors == [], asset.path
        elif kind == "txt":
            shown = cmarkgfm.markdown_to_html(asset.data.decode(), options=Options.CMARK_OPT_UNSAFE)
            assert list(Markup(shown).acts()) == [], asset.path
    assert {"json", "svg", "xml", "ics", "txt", "js"} <= kinds


def test_the_notes_in_its_feeds_run_nothing(
    hostile: tuple[Mapping[tuple[str, str], Page], tuple[Asset, ...]],
) -> None:
    name = "{http://www.w3.org/2005/Atom}content"
    feeds = [asset for asset in hostile[1] if asset.path.endswith(".xml")]
    contents = [one.text or "" for feed in feeds for one in _xml(feed).iter(name)]
    found = [act for text in contents for act in Markup(text).acts()]
    assert found == []
    assert len(contents) == 6


def _xml(asset: Asset) -> ET.Element:
    return ET.fromstring(asset.data)  # noqa: S314  # that it can be read is the point
