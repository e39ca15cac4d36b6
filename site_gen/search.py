"""What the searches of the portal and of the theme may find.

The portal's own index is cut by the first two letters of each word, so that a browser loads a few
kilobytes for a query and not an index of everything. Its files are scripts that hand over JSON,
since a browser loads those from a disk too.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from unicodedata import combining, normalize

from bot.core.contract.model import Contract, every_field, step
from site_gen.catalogue import Entry
from site_gen.escaping import json_file, lines
from site_gen.page import Asset, Page
from site_gen.paths import contract_path
from site_gen.slugs import anchor

CHUNK = 8
"""Contracts in one file of what is shown of them."""
_MOST_PLACES = 400
"""A word that stands in more places tells nobody where to go: the weightiest of them stay."""
_LONGEST = 160
_LONGEST_TEXT = 4000
_WORDS = re.compile(r"[^\W_]+")
_NAME, _MEANING = 8, 3
_CONTRACT = 2
"""What a contract's own words weigh more than those of a field."""


def search_files(entries: Sequence[Entry], language: str) -> Iterator[Asset]:
    """Yield the files of the index: words by their first letters, contracts by their places.

    The last one lists the first letters that there are, so that nobody asks for a file in vain.
    """
    shards: defaultdict[str, dict[str, dict[tuple[int, int], int]]] = defaultdict(dict)
    for start in range(0, len(entries), CHUNK):
        chunk = []
        for place, entry in enumerate(entries[start : start + CHUNK], start):
            contract = entry.contract
            fields = list(_fields(contract))
            purpose = (contract.description.purpose or "") if contract.description else ""
            chunk.append([contract_path(entry.id), _short(entry.title), _short(purpose), fields])
            own = " ".join((entry.id, contract.domain or "", *contract.tags))
            _put(shards, place, -1, f"{entry.title} {own}", _NAME * _CONTRACT)
            _put(shards, place, -1, purpose, _MEANING * _CONTRACT)
            for number, (_, name, meaning) in enumerate(fields):
                _put(shards, place, number, name, _NAME)
                _put(shards, place, number, meaning, _MEANING)
        yield script_asset(f"search/c-{start // CHUNK}.js", f"c-{start // CHUNK}", chunk, language)
    for name, known in sorted(shards.items()):
        value = {word: _places(found) for word, found in sorted(known.items())}
        yield script_asset(f"search/w-{name}.js", f"w-{name}", value, language)
    yield script_asset("search/parts.js", "parts", sorted(shards), language)


def script_asset(path: str, name: str, value: object, language: str) -> Asset:
    """Return a file that hands a value to whoever asked for the part of that name."""
    data = b"contractsPart(" + json_file(name) + b"," + json_file(value) + b");\n"
    return Asset(path=path, data=data, language=language)


def _fields(contract: Contract) -> Iterator[tuple[str, str, str]]:
    for obj in contract.schema:
        top = step(obj.name)
        told = (obj.business_name, obj.description, obj.physical_name)
        yield anchor(top), _short(top), _short(" · ".join(filter(None, told)))
        for path, field in every_field(obj, top):
            words = (field.business_name, field.description, field.physical_name, *field.tags)
            yield anchor(path), _short(path), _short(" · ".join(filter(None, words)))


def _put(
    shards: dict[str, dict[str, dict[tuple[int, int], int]]],
    contract: int,
    field: int,
    text: str,
    weight: int,
) -> None:
    for word in dict.fromkeys(words_of(text)):
        places = shards[shard(word)].setdefault(word, {})
        key = (contract, field)
        places[key] = max(places.get(key, 0), weight)


def _places(found: dict[tuple[int, int], int]) -> list[list[int]]:
    best = sorted(found.items(), key=lambda pair: (-pair[1], pair[0]))[:_MOST_PLACES]
    return [[contract, field, weight] for (contract, field), weight in best]


def words_of(text: str) -> Iterator[str]:
    """Yield the words of a text as they are looked for: small, without accents."""
    plain = "".join(char for char in normalize("NFD", text) if not combining(char)).lower()
    return (word for word in _WORDS.findall(plain) if len(word) > 1)


def shard(word: str) -> str:
    """Return the name of the file that a word is in."""
    return "".join(char if char.isascii() and char.isalnum() else "_" for char in word[:2])


def _short(text: str) -> str:
    plain = " ".join(lines(text[: 4 * _LONGEST]).split())
    return plain if len(plain) <= _LONGEST else f"{plain[: _LONGEST - 1]}…"


def material_entries(page: Page, root: str) -> Iterator[dict[str, object]]:
    """Yield the entries of a page for the search of Material or MkDocs: one for a whole page.

    The names of its fields are its text, so that the header's search finds them without an entry
    for each, which a browser would have to load.
    """
    if page.search:
        first, *fields = page.search
        names = " ".join(entry.title for entry in fields)
        yield {
            "location": "".join(f"{part}/" for part in (root, page.path) if part),
            "title": _plain(first.title),
            "text": _plain(f"{first.text} {names}"[:_LONGEST_TEXT]),
        }


def _plain(text: str) -> str:
    """Return the text as the theme's search takes it: it is shown as HTML there."""
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
