"""What holds for the pages as such: both languages alike, lists complete, copies true."""

from __future__ import annotations

import re

import pytest

from bot.adapters.settings import read_settings
from bot.core.errors import ErrorCode
from bot.core.rules import CATALOGUE
from tests.docs.pages import DOCS, LANGUAGES, ROOT, blocks, pages, rewritten, shape

ARCHITECTURE = "architecture.md"
every_language = pytest.mark.parametrize("language", LANGUAGES)


def _page(language: str, name: str) -> str:
    return (DOCS / language / name).read_text("utf-8")


@pytest.mark.parametrize("name", pages("en"))
def test_a_page_has_the_same_parts_in_both_languages(name: str) -> None:
    assert shape(_page("fr", name)) == shape(_page("en", name))


@pytest.mark.parametrize("name", pages("en"))
def test_a_page_is_held_to_the_same_in_both_languages(name: str) -> None:
    english, french = blocks(_page("en", name)), blocks(_page("fr", name))

    assert [(block.order, block.text) for block in french] == [
        (block.order, block.text) for block in english
    ]


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        pytest.param("# One\n\n## Two\n", ("#", "##"), id="headings by their level"),
        pytest.param("```yaml\n# no heading\n| no | row |\n```\n", ("```yaml",), id="code"),
        pytest.param(
            "| a | b |\n|---|---|\n| 1 \\| 2 | 3 |\n", ("||", "||", "||"), id="rows by their cells"
        ),
        pytest.param(
            "1. A\n\n    | a |\n\n    ```sh\n    # x\n    ```\n", ("|", "```sh"), id="in a list"
        ),
        pytest.param("words\n", (), id="words are not compared"),
    ],
)
def test_the_shape_of_a_page(text: str, parts: tuple[str, ...]) -> None:
    assert shape(text) == parts


@pytest.mark.parametrize("name", ["README.md", "CONTRIBUTING.md", "CHANGELOG.md", "SECURITY.md"])
def test_a_link_at_the_top_leads_somewhere(name: str) -> None:
    links = re.findall(r"\]\(([^):#]+)\)", (ROOT / name).read_text("utf-8"))

    assert [link for link in links if not (ROOT / link).exists()] == []


@every_language
def test_the_page_of_errors_has_every_code_once_and_in_order(language: str) -> None:
    told = re.findall(r"(?m)^\| (E\d+) \|", _page(language, "errors.md"))

    assert told == [str(code) for code in ErrorCode]


@pytest.mark.parametrize("name", pages("en"))
@every_language
def test_a_place_in_the_code_that_a_page_names_is_there(language: str, name: str) -> None:
    text = _page(language, name)
    paths = set(re.findall(r"`((?:bot|site_gen|tests|tools|benchmarks)/[\w/.-]+)`", text))
    modules = set(re.findall(r"`((?:bot|site_gen)(?:\.\w+)+)`", text))

    assert {path for path in paths if not (ROOT / path).exists()} == set()
    assert {module for module in modules if not _is_there(module)} == set()


@every_language
def test_the_page_of_the_architecture_has_every_package(language: str) -> None:
    text = _page(language, ARCHITECTURE)
    heads = " ".join(re.findall(r"(?m)^\| (`bot[^|]*) \|", text))
    (portal,) = re.findall(r"(?m)^\| `site_gen` \|.*$", text)
    words = set(re.findall(r"\w+", f"{heads} {portal}"))
    homes = ("bot", "bot/adapters", "bot/core", "site_gen")
    packages = [file.parent for home in homes for file in (ROOT / home).glob("*/__init__.py")]

    assert [str(one.relative_to(ROOT)) for one in packages if one.name not in words] == []


def _is_there(module: str) -> bool:
    """Tell whether this is a package, a module, or a name that a module defines."""
    place = ROOT / module.replace(".", "/")
    outer = place.parent.with_suffix(".py")
    return (
        place.is_dir()
        or place.with_suffix(".py").is_file()
        or (outer.is_file() and f"def {place.name}(" in outer.read_text("utf-8"))
    )


@pytest.mark.parametrize(
    "name", [name for name in pages("en") if "<!-- file:" in _page("en", name)]
)
@every_language
def test_a_copy_of_a_file_is_true(language: str, name: str, request: pytest.FixtureRequest) -> None:
    text = _page(language, name)
    made = tuple(
        (ROOT / block.order.removeprefix("file: ")).read_text("utf-8") for block in blocks(text)
    )
    if request.config.getoption("--update-golden"):
        (DOCS / language / name).write_text(rewritten(text, made), "utf-8")

    assert _page(language, name) == rewritten(text, made)


@every_language
def test_the_policy_on_the_page_is_a_policy(language: str) -> None:
    names = {name: rule.name for rule in CATALOGUE for name in (rule.id, rule.name, *rule.aliases)}
    example = re.findall(r"(?s)```yaml\n(.*?)```", _page(language, "policy.md"))[0]

    settings = read_settings(example.encode(), "policy.md", names)

    assert settings.contracts == ("contracts", "teams/*/contracts/*")
    assert len(settings.scopes) == 2


@every_language
def test_every_rule_that_a_page_names_is_in_the_catalogue(language: str) -> None:
    known = {name for rule in CATALOGUE for name in (rule.id, rule.name)}
    rows = re.findall(r"(?m)^\| `([a-z-]+): [a-z]+` \|", _page(language, "policy.md"))

    assert rows != []
    assert set(rows) - known == set()
