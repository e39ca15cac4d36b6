"""The pages that are made, not written: of the commands and of the rules."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from bot.cli.root import cli
from bot.core.rules import CATALOGUE
from site_gen import commands, rules
from tests.docs.french import spaced
from tests.docs.pages import DOCS


def _commands(language: str) -> str:
    words = {"en": commands.ENGLISH, "fr": commands.FRENCH}
    return commands.commands_page(cli, words[language])


def _rules(language: str) -> str:
    words = {"en": rules.ENGLISH, "fr": rules.FRENCH}
    return rules.rules_page(CATALOGUE, words[language])


@pytest.mark.parametrize("language", ["en", "fr"])
@pytest.mark.parametrize(
    ("name", "made"),
    [
        pytest.param("commands.md", _commands, id="the commands, as their help tells them"),
        pytest.param("rules.md", _rules, id="the rules, as the catalogue tells them"),
    ],
)
def test_a_page_is_what_the_code_makes_of_it(
    name: str, made: Callable[[str], str], language: str, request: pytest.FixtureRequest
) -> None:
    file = DOCS / language / name
    text = spaced(made(language)) if language == "fr" else made(language)
    if request.config.getoption("--update-golden"):
        file.write_text(text, "utf-8")

    assert file.read_text("utf-8") == text


def test_the_french_page_has_a_sentence_for_every_command() -> None:
    context = cli.make_context("steward", [], resilient_parsing=True)

    assert list(commands.FRENCH.summaries) == list(commands.command_names(cli, context))


def test_the_french_page_has_a_sentence_for_every_rule() -> None:
    assert rules.FRENCH.sentences.keys() == {rule.summary for rule in CATALOGUE}
