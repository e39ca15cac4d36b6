from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from string import Formatter

import pytest

import site_gen
from site_gen.words import LANGUAGES, texts, words
from tests.docs.french import spaced

_FOLDER = Path(site_gen.__file__).parent
_USED = re.compile(r"""\bt(?:\.count)?\(\s*["']([a-z][\w. ]*\w)["'][,)\s]""")
_CHOSEN = re.compile(
    r"""["']([a-z_]+(?:\.[a-z_]+)+)["'] if\b|\belse ["']([a-z_]+(?:\.[a-z_]+)+)["']"""
)
_FAMILIES = re.compile(r"""\bterm\(["']([\w.]+)["']|\bt\(f?["']([a-z_]+)\.["'{]""")


def _sources() -> Iterator[str]:
    for pattern in ("templates/*.html", "*.py", "*/*.py"):
        for file in sorted(_FOLDER.glob(pattern)):
            yield file.read_text("utf-8")


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_language_has_every_text_and_no_other(language: str) -> None:
    assert sorted(texts(language)) == sorted(texts("en"))


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_text_takes_the_values_that_the_english_one_takes(language: str) -> None:
    def holes(text: str) -> set[str | None]:
        return {name for _, name, _, _ in Formatter().parse(text) if name is not None}

    english = texts("en")
    found = {key: holes(text) for key, text in texts(language).items()}
    assert found == {key: holes(english[key]) for key in found}


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_is_counted_has_a_form_for_one_and_one_for_many(language: str) -> None:
    counted = {key: text for key, text in texts(language).items() if key.startswith("count.")}
    assert [key for key, text in counted.items() if text.count("|") != 1] == []


def test_a_french_text_has_the_spaces_of_its_marks() -> None:
    assert {key: text for key, text in texts("fr").items() if text != spaced(text)} == {}


def test_every_text_that_a_page_asks_for_is_there() -> None:
    asked = {key for source in _sources() for key in _USED.findall(source)}
    assert sorted(asked - texts("en").keys()) == []


def test_every_text_is_asked_for() -> None:
    asked: set[str] = set()
    families: set[str] = set()
    for source in _sources():
        asked.update(_USED.findall(source))
        asked.update(name for pair in _CHOSEN.findall(source) for name in pair if name)
        families.update(name for pair in _FAMILIES.findall(source) for name in pair if name)
    unasked = [
        key
        for key in texts("en")
        if key not in asked and not any(key.startswith(f"{family}.") for family in families)
    ]
    assert unasked == []


@pytest.mark.parametrize(
    ("language", "number", "expected"),
    [
        pytest.param("en", 0, "0 fields", id="nothing is many in English"),
        pytest.param("en", 1, "1 field", id="one"),
        pytest.param("en", 1234, "1,234 fields", id="thousands by a comma"),
        pytest.param("fr", 0, "0 champ", id="nothing is one in French"),
        pytest.param("fr", 2, "2 champs", id="two in French"),
        pytest.param("fr", 1234, "1\u202f234 champs", id="thousands by a narrow space"),
    ],
)
def test_a_number_agrees_with_its_noun(language: str, number: int, expected: str) -> None:
    assert words(language).count("count.fields", number) == expected


@pytest.mark.parametrize(
    ("language", "expected"), [("en", "February 1, 2026"), ("fr", "1 février 2026")]
)
def test_a_day_is_written_as_the_language_does(language: str, expected: str) -> None:
    assert words(language).date(date(2026, 2, 1)) == expected


@pytest.mark.parametrize(
    ("language", "sentence", "expected"),
    [
        pytest.param("en", "A field was removed.", "A field was removed.", id="in English"),
        pytest.param("fr", "A field was removed.", "Un champ a été supprimé.", id="in French"),
        pytest.param("fr", "A new one.", "A new one.", id="one that is not told in French"),
    ],
)
def test_a_rule_says_its_sentence_in_the_language(
    language: str, sentence: str, expected: str
) -> None:
    assert words(language).rule(sentence) == expected


def test_an_unknown_language_is_refused() -> None:
    with pytest.raises(KeyError):
        words("tlh")
