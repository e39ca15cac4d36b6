"""The SVG: whatever a name holds stays text, and the keyboard goes the way the data goes."""

from __future__ import annotations

from xml.etree import ElementTree as ET

import pytest

from site_gen.drawing.svg import Box, Line, drawing

_SVG = "{http://www.w3.org/2000/svg}"


def drawn(boxes: list[Box], lines: list[Line]) -> ET.Element:
    text = drawing(
        boxes, lines, name="near", title="Lineage", description="two boxes", words={"fit": "Fit"}
    )
    return ET.fromstring(str(text))  # noqa: S314  # our own text


def box(label: str, href: str | None = "../x/") -> Box:
    return Box(label=label, note="contract", kind="contract", href=href)


HOSTILE = [
    "<script>alert(1)</script>",
    '" onload="alert(1)',
    "</svg><img src=x onerror=alert(1)>",
    "]]>&amp;&#60;",
    "\u202egnitset",
    "a\x00b\x1b[31m",
    "{name}",
]


@pytest.mark.parametrize("label", HOSTILE)
def test_a_hostile_name_stays_text(label: str) -> None:
    svg = drawn([box(label), box("b")], [Line(source=0, target=1, label=label)])

    names = {element.tag.removeprefix(_SVG) for element in svg.iter()}
    assert names == {
        "svg", "title", "desc", "defs", "marker", "path", "g", "a", "rect", "text",
    }  # fmt: skip
    assert not [name for element in svg.iter() for name in element.attrib if name[:2] == "on"]
    assert all(text.isprintable() for element in svg.iter() if (text := element.text or ""))


def test_boxes_stand_in_the_order_of_the_data() -> None:
    svg = drawn(
        [box("last"), box("first"), box("middle")],
        [Line(source=1, target=2, label=""), Line(source=2, target=0, label="")],
    )

    labels = [text.text for text in svg.iter(f"{_SVG}text") if text.get("class") == "cs-label"]
    assert labels == ["first", "middle", "last"]


def test_a_box_without_a_page_is_no_link_and_can_be_reached() -> None:
    svg = drawn([box("here"), box("outside", None)], [Line(source=0, target=1, label="")])

    assert [link.get("href") for link in svg.iter(f"{_SVG}a")] == ["../x/"]
    (alone,) = [group for group in svg.iter(f"{_SVG}g") if group.get("role") == "img"]
    assert (alone.get("tabindex"), alone.get("aria-label")) == ("0", "outside, contract")


def test_a_long_name_is_cut_and_told_whole() -> None:
    name = "a" * 80
    svg = drawn([box(name), box("b")], [Line(source=0, target=1, label="")])

    (shown,) = [t.text for t in svg.iter(f"{_SVG}text") if (t.text or "").startswith("aa")]
    titles = [title.text for title in svg.iter(f"{_SVG}title")]
    assert len(shown or "") < 30
    assert f"{name}, contract" in titles


def test_what_is_not_sure_is_dashed() -> None:
    svg = drawn([box("a"), box("b")], [Line(source=0, target=1, label="", sure=False)])

    (line,) = [path for path in svg.iter(f"{_SVG}path") if path.get("class") == "cs-line"]
    assert line.get("data-sure") == "no"
