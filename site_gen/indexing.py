"""What a search may find in one contract: its words, and where they stand."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import asdict, dataclass
from typing import Any
from unicodedata import combining, normalize

from bot.core.contract.model import Contract, every_field, step
from site_gen.escaping import lines
from site_gen.slugs import anchor

WHOLE = -1
"""The number of the contract itself, beside those of its objects and fields."""
_LONGEST = 160
_WORDS = re.compile(r"[^\W_]+")
_NAME, _MEANING = 8, 3
_CONTRACT = 2
"""What a contract's own words weigh more than those of a field."""

Told = tuple[str, str, str]
"""An object or field: its anchor, its path, its meaning."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Indexed:
    """A contract as a search shows it, and each of its words with what it weighs where.

    `words` has pairs of the number of an element in `elements`, or `WHOLE`, and a weight.
    """

    title: str
    purpose: str
    elements: tuple[Told, ...]
    words: Mapping[str, tuple[tuple[int, int], ...]]


def indexed(contract: Contract) -> Indexed:
    """Return the index of a contract."""
    elements = tuple(_elements(contract))
    purpose = (contract.description.purpose or "") if contract.description else ""
    title = contract.name or contract.id
    own = " ".join((title, contract.id, contract.domain or "", *contract.tags))
    told = [(WHOLE, own, _NAME * _CONTRACT), (WHOLE, purpose, _MEANING * _CONTRACT)]
    for number, (_, name, meaning) in enumerate(elements):
        told += ((number, name, _NAME), (number, meaning, _MEANING))
    words: dict[str, dict[int, int]] = {}
    for number, text, weight in told:
        for word in words_of(text):
            places = words.setdefault(word, {})
            places[number] = max(places.get(number, 0), weight)
    return Indexed(
        title=_short(title),
        purpose=_short(purpose),
        elements=elements,
        words={word: tuple(places.items()) for word, places in words.items()},
    )


def _elements(contract: Contract) -> Iterator[Told]:
    for obj in contract.schema:
        top = step(obj.name)
        told = (obj.business_name, obj.description, obj.physical_name)
        yield anchor(top), _short(top), _short(" · ".join(filter(None, told)))
        for path, field in every_field(obj, top):
            words = (field.business_name, field.description, field.physical_name, *field.tags)
            yield anchor(path), _short(path), _short(" · ".join(filter(None, words)))


def words_of(text: str) -> Iterator[str]:
    """Yield the words of a text as they are looked for: small, without accents."""
    plain = "".join(char for char in normalize("NFD", text) if not combining(char)).lower()
    return (word for word in _WORDS.findall(plain) if len(word) > 1)


def _short(text: str) -> str:
    plain = " ".join(lines(text[: 4 * _LONGEST]).split())
    return plain if len(plain) <= _LONGEST else f"{plain[: _LONGEST - 1]}…"


def plain(found: Indexed) -> dict[str, object]:
    """Return an index as JSON."""
    return asdict(found)


def from_plain(told: Any) -> Indexed | None:  # noqa: ANN401  # JSON
    """Return the index that was told; None for what makes no sense."""
    try:
        return Indexed(
            title=told["title"],
            purpose=told["purpose"],
            elements=tuple(map(tuple, told["elements"])),
            words={word: tuple(map(tuple, places)) for word, places in told["words"].items()},
        )
    except (KeyError, TypeError, AttributeError):
        return None
