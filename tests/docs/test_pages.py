"""What holds for the pages as such: both languages alike, lists complete, copies true."""

from __future__ import annotations

import re

import pytest

from bot.core.errors import ErrorCode
from tests.docs.pages import DOCS, LANGUAGES, ROOT, blocks, pages, rewritten, shape

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


@every_language
def test_the_page_of_errors_has_every_code_once_and_in_order(language: str) -> None:
    told = re.findall(r"(?m)^\| (E\d+) \|", _page(language, "errors.md"))

    assert told == [str(code) for code in ErrorCode]


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
