from __future__ import annotations

from datetime import datetime
from urllib.parse import urlsplit
from xml.etree import ElementTree as ET

import pytest

from site_gen.machines.atom import NAMESPACE
from tests.site_gen.machines.conftest import Files
from tests.site_gen.markup import Markup

_MUST = {"id", "title", "updated"}
"""What a feed and an entry have exactly once (RFC 4287, sections 4.1.1 and 4.1.2)."""


def _feeds(found: Files) -> dict[str, ET.Element]:
    feeds = {path: data for path, data in found.items() if path.startswith("feeds/")}
    return {path: _xml(data) for path, data in feeds.items()}


def _all(element: ET.Element, tag: str) -> list[ET.Element]:
    return element.findall(f"{{{NAMESPACE}}}{tag}")


def _text(element: ET.Element, tag: str) -> str:
    return element.findtext(f"{{{NAMESPACE}}}{tag}", "")


def faults(feed: ET.Element) -> list[str]:
    """Return what a feed has against RFC 4287."""
    found = []
    entries = _all(feed, "entry")
    for one in (feed, *entries):
        found += [f"{tag} is not there once" for tag in _MUST if len(_all(one, tag)) != 1]
        if datetime.fromisoformat(_text(one, "updated")).tzinfo is None:
            found.append("a time without an offset")
        if not urlsplit(_text(one, "id")).scheme:
            found.append("an id that is no IRI")
        if not _all(one, "author"):
            found.append("nobody wrote it")
        if any(not _text(author, "name") for author in _all(one, "author")):
            found.append("an author without a name")
    ids = [_text(one, "id") for one in entries]
    found += ["two entries with one id"] if len(set(ids)) != len(ids) else []
    for one in entries:
        found += ["no content, no link"] if not _all(one, "content") else []
        content = Markup(_text(one, "content"))
        found += [*content.faults, *content.acts()]
    if any(not element.tag.startswith(f"{{{NAMESPACE}}}") for element in feed.iter()):
        found.append("an element of no namespace")
    return found


def test_every_feed_is_one(story_files: Files) -> None:
    found = {path: faults(feed) for path, feed in _feeds(story_files).items()}
    assert {path: told for path, told in found.items() if told} == {}
    assert len(found) > 10


def test_the_feed_of_a_contract_has_its_versions_with_their_notes(story_files: Files) -> None:
    feed = _feeds(story_files)["feeds/contracts/customer-profile.xml"]
    entries = _all(feed, "entry")
    titles = [_text(one, "title") for one in entries]
    assert titles[0] == "Customer profile 2.0.0"
    assert titles[-1] == "Customer profile 1.0.0"
    assert _text(feed, "updated") == _text(entries[0], "updated") == "2026-05-04T08:00:00+00:00"
    assert _text(entries[0], "id") == (
        "tag:data.example.com,2026-05-04:contracts/customer-profile/2.0.0"
    )
    notes = "".join(Markup(_text(entries[0], "content")).texts)
    assert "Breaking" in notes
    assert "field customer_profile.postal_address was removed" in notes


@pytest.mark.parametrize(
    ("path", "page"),
    [
        ("feeds/contracts/customer-profile.xml", "contracts/customer-profile/"),
        ("feeds/domains/customer.xml", "domains/customer/"),
        ("feeds/all.xml", ""),
    ],
)
def test_a_feed_names_itself_and_its_page(story_files: Files, path: str, page: str) -> None:
    feed = _feeds(story_files)[path]
    links = {one.get("rel"): one.get("href") for one in _all(feed, "link")}
    root = "https://data.example.com/acme/en/portal/"
    assert links == {"self": f"{root}{path}", "alternate": f"{root}{page}"}


def test_the_feed_of_everything_has_the_newest_versions_of_all(story_files: Files) -> None:
    feeds = _feeds(story_files)
    every = {
        (_text(one, "updated"), _text(one, "id"))
        for path, feed in feeds.items()
        if path.startswith("feeds/contracts/")
        for one in _all(feed, "entry")
    }
    told = [
        (_text(one, "updated"), _text(one, "id")) for one in _all(feeds["feeds/all.xml"], "entry")
    ]
    assert told == sorted(every, reverse=True)[:50]


def _xml(data: bytes) -> ET.Element:
    return ET.fromstring(data)  # noqa: S314  # written by us
