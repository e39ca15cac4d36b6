"""What the portal says in each language, and how it writes dates and numbers.

To add a language: copy `en.json` under the language's code, translate its texts, and name it in
`LANGUAGES`. `one|many` has the forms for one and for many. A test tells which texts are missing.
`rules.fr.json` has a sentence for each rule by its English one, so that none outlives that.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import date, datetime
from functools import cache, lru_cache
from importlib import resources

from babel import Locale
from babel.dates import format_date, format_skeleton
from babel.numbers import format_decimal, format_percent

LANGUAGES = ("en", "fr")


class Words:
    """The texts of one language."""

    def __init__(
        self, language: str, texts: Mapping[str, str], rules: Mapping[str, str] | None = None
    ) -> None:
        self.language = language
        self._texts = texts
        self._rules = rules or {}
        self._locale = Locale.parse(language)

    def __call__(self, key: str, **values: object) -> str:
        """Return the text of a key, with values in its places."""
        text = self._texts[key]
        return text.format(**values) if values else text

    def term(self, family: str, value: object) -> str:
        """Return the word for a value of a closed list; a value that is not in it as it stands."""
        return self._texts.get(f"{family}.{value}", str(value))

    def rule(self, sentence: str) -> str:
        """Return what a rule says in one sentence; in English where the language has none."""
        return self._rules.get(sentence, sentence)

    def count(self, key: str, number: int) -> str:
        """Return a number with its noun. The text has the forms for one and for many, by `|`."""
        one, _, many = self._texts[key].partition("|")
        form = one if self._locale.plural_form(number) == "one" else many
        return form.format(n=self.number(number))

    def number(self, value: float) -> str:
        """Return a number as the language writes it."""
        return _number(value, self.language)

    def percent(self, value: float) -> str:
        """Return a share from 0 to 1 as a percentage."""
        return _percent(value, self.language)

    def month(self, value: date | datetime) -> str:
        """Return a month and its year as the language writes them."""
        return str(format_skeleton("yMMMM", value, locale=self._locale)).capitalize()

    def date(self, value: date | datetime) -> str:
        """Return a day as the language writes it."""
        return _day(value.date() if isinstance(value, datetime) else value, self.language)


@lru_cache(maxsize=4096)
def _number(value: float, language: str) -> str:
    return str(format_decimal(value, locale=language))


@lru_cache(maxsize=4096)
def _percent(value: float, language: str) -> str:
    return str(format_percent(value, locale=language))


@cache
def _day(value: date, language: str) -> str:
    return str(format_date(value, format="long", locale=language))


@cache
def words(language: str) -> Words:
    """Return the texts of a language. Raises KeyError for one that the portal does not speak."""
    return Words(language, texts(language), rule_sentences(language))


@cache
def texts(language: str) -> Mapping[str, str]:
    """Return the texts of a language by their keys. Raises KeyError for one that is not spoken."""
    if language not in LANGUAGES:
        raise KeyError(language)
    return _read(f"{language}.json")


@cache
def rule_sentences(language: str) -> Mapping[str, str]:
    """Return what rules say in one sentence, by the English one, where a language tells it."""
    return _read(f"rules.{language}.json")


def _read(name: str) -> Mapping[str, str]:
    file = resources.files(__name__).joinpath(name)
    if not file.is_file():
        return {}
    found: Mapping[str, str] = json.loads(file.read_text("utf-8"))
    return found
