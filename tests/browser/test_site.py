"""Every file of the built site: what it is written in, and where it leads."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.browser.conftest import HOME
from tests.browser.links import Links
from tests.browser.node import told_by
from tests.github.npm import package


def test_every_link_leads_somewhere(site: Path) -> None:
    assert list(Links(folder=site, home=HOME).lost()) == []


@pytest.mark.parametrize(
    ("text", "lost"),
    [
        pytest.param('<a href="b.html">', ["a.html: b.html"], id="a file"),
        pytest.param('<a href="#b">', ["a.html: #b (no such place)"], id="a place"),
        pytest.param('<a href="a.html#c">', ["a.html: a.html#c (no such place)"], id="both"),
        pytest.param('<img src="/x/b.png">', ["a.html: /x/b.png"], id="from the host"),
        pytest.param(
            '<a href="https://h.example/x/b">', ["a.html: https://h.example/x/b"], id="whole"
        ),
        pytest.param('<a id="d" href="/x/a.html#d">', [], id="none"),
        pytest.param('<a href="https://other.example/">', [], id="elsewhere"),
    ],
)
def test_a_lost_link_is_seen(tmp_path: Path, text: str, lost: list[str]) -> None:
    (tmp_path / "a.html").write_text(text)
    assert list(Links(folder=tmp_path, home="https://h.example/x/").lost()) == lost


def test_every_page_is_valid_html(site: Path, tmp_path: Path) -> None:
    wrong = tmp_path / "wrong.html"
    wrong.write_text("<!DOCTYPE html><ul><p></p></ul>")
    judge = package("html-validate")
    told = told_by("validate.mjs", str(judge), str(site), str(tmp_path))
    pages = [*site.rglob("*.html"), wrong]
    assert told == {
        "wrong": {str(wrong): [[1, "element-permitted-content"]]},
        "read": len(pages),
    }
