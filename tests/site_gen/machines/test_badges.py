from __future__ import annotations

from xml.etree import ElementTree as ET

import pytest

from site_gen.machines.badges import badge
from tests.site_gen.machines.conftest import Files

_SVG = "{http://www.w3.org/2000/svg}"


def _title(data: bytes) -> str:
    return _xml(data).findtext(f"{_SVG}title", "")


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        ("badges/customer-profile/version.svg", "contract: 2.0.0"),
        ("badges/customer-profile/status.svg", "status: active"),
        ("badges/customer-profile/compatibility.svg", "compatibility: full"),
        ("badges/customer-events/removal.svg", "next removal: 2027-01-15"),
        ("badges/customer-profile/removal.svg", "next removal: none planned"),
    ],
)
def test_a_badge_says_in_words_what_it_shows(story_files: Files, path: str, expected: str) -> None:
    assert _title(story_files[path]) == expected


@pytest.mark.parametrize(
    "text",
    [
        pytest.param('"><script>alert(1)</script>', id="a script"),
        pytest.param("a\u202eb\x00c", id="what does not print"),
        pytest.param("x" * 100_000, id="one without an end"),
        pytest.param("", id="nothing"),
        pytest.param("版本", id="wide characters"),
    ],
)
def test_any_text_stays_text_in_a_picture_of_bounded_size(text: str) -> None:
    data = badge("contract", text, "#000")
    root = _xml(data)
    assert {one.tag for one in root.iter()} == {
        f"{_SVG}{tag}" for tag in ("svg", "title", "rect", "path", "g", "text")
    }
    assert int(root.get("width", "0")) < 1000
    assert len(data) < 2000


def test_a_picture_loads_nothing(story_files: Files) -> None:
    for path, data in story_files.items():
        if path.endswith(".svg"):
            root = _xml(data)
            names = {name for one in root.iter() for name in one.attrib}
            assert not names & {"href", "style", "src", "onload"}, path
            assert b"http" not in data.replace(b"http://www.w3.org/2000/svg", b""), path


def _xml(data: bytes) -> ET.Element:
    return ET.fromstring(data)  # noqa: S314  # written by us
