"""The files of the portal's search, and what the theme's search finds.

The portal's own index is cut by the first two letters of each word, so that a browser loads a few
kilobytes for a query and not an index of everything. Its files are scripts that hand over JSON,
since a browser loads those from a disk too.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from site_gen.catalogue import Catalogue
from site_gen.escaping import json_file
from site_gen.page import Asset, Page
from site_gen.paths import contract_path

CHUNK = 8
"""Contracts in one file of what is shown of them."""
_MOST_PLACES = 400
"""A word that stands in more places tells nobody where to go: the weightiest of them stay."""
_LONGEST_TEXT = 4000
_Place = tuple[int, int, int]
"""Where a word stands: the number of a contract, that of an element in it, and the weight."""


def search_files(catalogue: Catalogue, language: str) -> Iterator[Asset]:
    """Yield the files of the index: words by their first letters, contracts by their places.

    The last one lists the first letters that there are, so that nobody asks for a file in vain.
    """
    entries = catalogue.entries
    known: defaultdict[str, list[_Place]] = defaultdict(list)
    for start in range(0, len(entries), CHUNK):
        chunk = []
        for number, entry in enumerate(entries[start : start + CHUNK], start):
            found = catalogue.library.index(entry.brief)
            chunk.append([contract_path(entry.id), found.title, found.purpose, found.elements])
            for word, places in found.words.items():
                known[word] += [(number, element, weight) for element, weight in places]
        yield script_asset(f"search/c-{start // CHUNK}.js", f"c-{start // CHUNK}", chunk, language)
    shards: defaultdict[str, dict[str, list[_Place]]] = defaultdict(dict)
    for word in sorted(known):
        shards[shard(word)][word] = sorted(known[word], key=_weightiest)[:_MOST_PLACES]
    for name, value in sorted(shards.items()):
        yield script_asset(f"search/w-{name}.js", f"w-{name}", value, language)
    yield script_asset("search/parts.js", "parts", sorted(shards), language)


def _weightiest(place: _Place) -> _Place:
    contract, element, weight = place
    return -weight, contract, element


def script_asset(path: str, name: str, value: object, language: str) -> Asset:
    """Return a file that hands a value to whoever asked for the part of that name."""
    data = b"contractsPart(" + json_file(name) + b"," + json_file(value) + b");\n"
    return Asset(path=path, data=data, language=language)


def shard(word: str) -> str:
    """Return the name of the file that a word is in."""
    return "".join(char if char.isascii() and char.isalnum() else "_" for char in word[:2])


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
