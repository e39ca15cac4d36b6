"""The theme around our pages, made once for each depth of folders and filled in for each page.

Links in a theme's header depend on nothing but how deep a page lies, so a page costs one template
of the theme per depth instead of one per page.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from functools import cache
from hashlib import sha256

from site_gen.escaping import html, path_url
from site_gen.page import Page

MARK = "cs7f3a9e"
"""Stands in the theme's output where a page's own words go; no theme has such a word."""
_PARTS = re.compile(f"{MARK}(?P<part>title|text|head|body)|(?:{MARK}[0-9]+/?)+")
_NAME = re.compile(r"[a-z-]+ [0-9]{1,2} [a-z]+", re.ASCII)
_LANGUAGE = re.compile(r"<html lang=\"[^\"]*\"")

Dress = Callable[[str, str, str], str]
"""Makes the theme's output for a folder of marks, in a language, in a section of the menu."""


@dataclass(kw_only=True)
class Shells:
    """Puts pages into a theme. `roots` has the folder of each language below the site's root."""

    dress: Dress
    _made: dict[str, tuple[str, ...]] = field(default_factory=dict)

    @staticmethod
    def name(page: Page) -> str:
        """Return the name of what is around a page: all that it depends on."""
        depth = page.path.count("/") + 1 if page.path else 0
        return f"{page.language} {depth} {page.section}"

    def marks(self, names: Iterable[str]) -> dict[str, str]:
        """Return a mark for what has each of these names: it differs where the theme's output does.

        A name that makes no sense has no mark.
        """
        known = (name for name in names if _NAME.fullmatch(name))
        return {name: _mark(self._pieces(name)) for name in known}

    def _pieces(self, name: str) -> tuple[str, ...]:
        if name not in self._made:
            language, depth, section = name.split(" ")
            folder = "/".join(f"{MARK}{step}" for step in range(int(depth)))
            output = self.dress(folder, language, section)
            output = output.replace("</head>", f"{MARK}head</head>", 1)
            self._made[name] = _cut(_LANGUAGE.sub(f'<html lang="{language}"', output, count=1))
        return self._made[name]

    def whole(self, page: Page) -> str:
        """Return the whole HTML document of a page."""
        told = {
            "title": html(page.title),
            "text": html(page.description or page.title),
            "head": page.head,
            "body": page.body,
            "path": f"{path_url(page.path)}/",
        }
        pieces = self._pieces(self.name(page))
        return "".join(told[piece] if index % 2 else piece for index, piece in enumerate(pieces))


@cache
def _mark(pieces: tuple[str, ...]) -> str:
    return sha256("\0".join(pieces).encode("utf-8", "surrogatepass")).hexdigest()


def _cut(output: str) -> tuple[str, ...]:
    """Return the output in pieces: every second one names what goes there."""
    pieces = []
    end = 0
    for found in _PARTS.finditer(output):
        pieces += [output[end : found.start()], found["part"] or "path"]
        end = found.end()
    return (*pieces, output[end:])
