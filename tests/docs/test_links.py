"""Every link in the documents leads somewhere, and every page can be reached from the menu."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import click
import pytest
import yaml
from markdown.extensions.toc import slugify  # type: ignore[import-untyped]  # it has none

from bot.cli.root import cli
from tests.docs.pages import DOCS, LANGUAGES, ROOT, pages

PAGES = [f"docs/{language}/{name}" for language in LANGUAGES for name in pages(language)]
AT_THE_TOP = ["README.md", "CONTRIBUTING.md", "CHANGELOG.md", "SECURITY.md", "docs/index.md"]
_CODE = re.compile(r"(?ms)^ {0,4}(```+).*?^ {0,4}\1$|`[^`\n]*`")
_LINK = re.compile(r"\]\(<?([^)>\s]+)>?(?: \"[^\"]*\")?\)|^\[[^\]]+\]: (\S+)$", re.MULTILINE)
_MADE = ("portal/", "../portal/")
"""What the portal makes when the site is built: `make docs` checks links to that."""


def links(text: str) -> Iterator[str]:
    return (found[1] or found[2] for found in _LINK.finditer(_CODE.sub("", text)))


def anchors(text: str) -> set[str]:
    """Return the anchors of a page, as MkDocs makes them from headings."""
    bare = re.sub(r"(?ms)^ {0,4}(```+).*?^ {0,4}\1$", "", text)
    heads = (re.sub(r"[`*]", "", head) for head in re.findall(r"(?m)^#+ (.+?)\s*$", bare))
    return {slugify(re.sub(r"\[([^\]]*)\]\([^)]*\)", r"\1", head), "-") for head in heads}


def broken(page: str) -> list[str]:
    file = ROOT / page
    found = []
    for link in links(file.read_text("utf-8")):
        if re.match(r"[a-z]+:", link) or link.startswith(_MADE):
            continue
        path, _, anchor = link.partition("#")
        target = (file.parent / path).resolve() if path else file
        if not target.exists() or (anchor and anchor not in anchors(target.read_text("utf-8"))):
            found.append(link)
    return found


@pytest.mark.parametrize("page", [*AT_THE_TOP, *PAGES])
def test_a_link_leads_to_a_page_and_to_a_place_on_it(page: str) -> None:
    assert broken(page) == []


@pytest.mark.parametrize(
    ("text", "bad"),
    [
        pytest.param("[a](b.md)\n", ["b.md"], id="a page that is not there"),
        pytest.param("[a](#nowhere)\n\n## Some Where\n", ["#nowhere"], id="no such place"),
        pytest.param("[a](#some-where)\n\n## Some `Where`\n", [], id="a heading of this page"),
        pytest.param("[a](https://example.com/x.md)\n", [], id="another host is not asked"),
        pytest.param("`[a](b.md)`\n\n```\n[a](b.md)\n```\n", [], id="code has no links"),
    ],
)
def test_what_a_broken_link_is(
    text: str, bad: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tests.docs.test_links.ROOT", tmp_path)
    (tmp_path / "page.md").write_text(text, "utf-8")

    assert broken("page.md") == bad


def _named(menu: object) -> Iterator[str]:
    match menu:
        case str():
            yield menu
        case list() | dict():
            for inner in menu.values() if isinstance(menu, dict) else menu:
                yield from _named(inner)
        case _:
            pass


def test_every_page_stands_in_the_menu_once() -> None:
    settings = yaml.safe_load((ROOT / "mkdocs.yml").read_text("utf-8"))
    named = [name for name in _named(settings["nav"]) if not name.endswith("portal/index.md")]

    there = [file.relative_to(DOCS).as_posix() for file in DOCS.rglob("*.md")]
    assert sorted(named) == sorted(there)


def test_both_languages_have_the_same_menu() -> None:
    settings = yaml.safe_load((ROOT / "mkdocs.yml").read_text("utf-8"))
    named = list(_named(settings["nav"]))

    english, french = ([n[3:] for n in named if n.startswith(f"{lang}/")] for lang in LANGUAGES)
    assert english == french


@pytest.mark.parametrize("command", cli.list_commands(click.Context(cli)))
def test_every_command_has_a_line_in_the_readme(command: str) -> None:
    assert f"| `steward {command}` |" in (ROOT / "README.md").read_text("utf-8")
