"""What pages show on a console is what the commands print."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.storyboard import tell
from tests.docs.console import CUT, agrees, commands, printed
from tests.docs.pages import LANGUAGES, ROOT, blocks, pages, rewritten

PAGES = ["README.md", *(f"docs/en/{name}" for name in pages("en"))]


def _shows_a_console(page: str) -> bool:
    return any(block.order.startswith("run") for block in blocks(_read(page)))


def _read(page: str) -> str:
    return (ROOT / page).read_text("utf-8")


@pytest.fixture(scope="module")
def story(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("story")
    tell(folder)
    return folder


@pytest.mark.parametrize("page", [page for page in PAGES if _shows_a_console(page)])
def test_a_page_shows_what_the_commands_print(
    page: str, story: Path, tmp_path: Path, request: pytest.FixtureRequest
) -> None:
    text = _read(page)
    made = printed(blocks(text), tmp_path, story)
    if request.config.getoption("--update-golden"):
        whole = tuple(
            block.text if CUT in block.text else new
            for block, new in zip(blocks(text), made, strict=True)
        )
        for name in _in_both_languages(page):
            (ROOT / name).write_text(rewritten(_read(name), whole), "utf-8")

    shown = blocks(_read(page))
    assert [
        (block.text, new)
        for block, new in zip(shown, made, strict=True)
        if not agrees(block.text, new)
    ] == []


def _in_both_languages(page: str) -> list[str]:
    inner = page.removeprefix("docs/en/")
    return [page] if inner == page else [f"docs/{language}/{inner}" for language in LANGUAGES]


@pytest.mark.parametrize(
    ("expected", "actual", "same"),
    [
        pytest.param("$ a\n1\n", "$ a\n1\n", True, id="the same text"),
        pytest.param("$ a\n1\n", "$ a\n2\n", False, id="another text"),
        pytest.param("$ a\n…\n3\n", "$ a\n1\n2\n3\n", True, id="lines that are left out"),
        pytest.param("$ a\n…\n3\n", "$ a\n3\n", True, id="no lines that are left out"),
        pytest.param("$ a\n1\n…\n", "$ a\n1\n2\n3\n", True, id="an end that is left out"),
        pytest.param("$ a\n…\n9\n", "$ a\n1\n2\n3\n", False, id="a line that never came"),
    ],
)
def test_a_line_of_dots_stands_for_any_lines(expected: str, actual: str, *, same: bool) -> None:
    assert agrees(expected, actual) is same


@pytest.mark.parametrize(
    ("order", "found"),
    [
        pytest.param("run", ["steward lint", "echo $?"], id="every line that begins so"),
        pytest.param("run one", ["steward lint"], id="the first, where the answer has others"),
    ],
)
def test_a_block_shows_its_commands(order: str, found: list[str]) -> None:
    text = f"<!-- {order} -->\n```console\n$ steward lint\nclean\n$ echo $?\n0\n```\n"

    assert [commands(block) for block in blocks(text)] == [found]


def test_a_session_keeps_its_folder_and_its_exit_codes(tmp_path: Path, story: Path) -> None:
    text = (
        "<!-- run after: mkdir inner -->\n```console\n$ cd inner\n$ pwd | sed 's|.*/||'\n```\n"
        "<!-- run -->\n```console\n$ test -d nothing\n$ echo $?\n```\n"
    )

    assert printed(blocks(text), tmp_path, story) == (
        "$ cd inner\n$ pwd | sed 's|.*/||'\ninner\n",
        "$ test -d nothing\n$ echo $?\n1\n",
    )


def test_a_session_may_begin_on_a_branch_of_the_story(tmp_path: Path, story: Path) -> None:
    order = "run in story at feature/drop-email"
    text = f"<!-- {order} -->\n```console\n$ git branch --show-current\n```\n"

    assert printed(blocks(text), tmp_path, story) == (
        "$ git branch --show-current\nfeature/drop-email\n",
    )
