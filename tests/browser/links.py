"""Follows every link of a built site on disk, as a browser and a crawler would."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from html import unescape
from pathlib import Path
from urllib.parse import unquote, urlsplit

_TAG = re.compile(r"<[a-zA-Z][^>]*>")
_LINK = re.compile(r"\s(?:href|src)=\"([^\"]*)\"")
_ID = re.compile(r"\sid=\"([^\"]*)\"")
_END = re.compile(r"[\s\"'<>)]")
_TEXTS = (".xml", ".json", ".ics", ".txt", ".svg")


@dataclass(kw_only=True)
class Links:
    """A site in a folder, and the address that it is built for."""

    folder: Path
    home: str
    _ids: dict[Path, frozenset[str]] = field(default_factory=dict)

    def lost(self) -> Iterator[str]:
        """Yield each link that leads nowhere: in pages, in their scripts' files, in feeds."""
        for page in sorted(self.folder.rglob("*.html")):
            yield from self._of_page(page)
        for file in sorted(self.folder.rglob("c-*.js")):
            for path, _, _, fields in _part(file):
                for anchor in ("", *(one[0] for one in fields)):
                    page = self._language(file) / path / "index.html"
                    yield from self._checked(file, page, anchor)
        for file in sorted(self.folder.rglob("*")):
            if file.suffix in _TEXTS:
                yield from self._of_text(file)

    def _of_page(self, page: Path) -> Iterator[str]:
        found = {
            link for tag in _TAG.findall(page.read_text("utf-8")) for link in _LINK.findall(tag)
        }
        for link in sorted(found):
            url = urlsplit(unescape(link))
            if not url.scheme and not url.netloc:
                target = page if not url.path else self._target(page, unquote(url.path))
                yield from self._checked(page, target, unquote(url.fragment), link)
            elif link.startswith(self.home):
                yield from self._at_home(page, link)

    def _target(self, page: Path, path: str) -> Path:
        top = urlsplit(self.home).path
        if path.startswith(top):
            return self.folder / path.removeprefix(top)
        return page.parent / path

    def _of_text(self, file: Path) -> Iterator[str]:
        # A line of a calendar may go on in the next one (RFC 5545, 3.1).
        text = file.read_text("utf-8").replace("\r\n ", "").replace("\\/", "/")
        for piece in set(text.split(self.home)[1:]):
            yield from self._at_home(file, self.home + _END.split(piece, maxsplit=1)[0])

    def _at_home(self, file: Path, link: str) -> Iterator[str]:
        url = urlsplit(unescape(link))
        target = self.folder / unquote(url.path).removeprefix(urlsplit(self.home).path)
        # A server looks for the index of a folder; a disk does not.
        target = target / "index.html" if target.is_dir() else target
        yield from self._checked(file, target, unquote(url.fragment), link)

    def _checked(self, file: Path, target: Path, anchor: str, link: str = "") -> Iterator[str]:
        told = f"{file.relative_to(self.folder)}: {link or f'{target}#{anchor}'}"
        if not target.is_file():
            yield told
        elif anchor and anchor not in self._anchors(target.resolve()):
            yield f"{told} (no such place)"

    def _anchors(self, page: Path) -> frozenset[str]:
        if page not in self._ids:
            tags = _TAG.findall(page.read_text("utf-8"))
            self._ids[page] = frozenset(unescape(one) for tag in tags for one in _ID.findall(tag))
        return self._ids[page]

    def _language(self, file: Path) -> Path:
        return file.parent.parent


def _part(file: Path) -> list[tuple[str, str, str, list[list[str]]]]:
    """Return what the search shows of contracts: page, title, purpose, and fields by anchor."""
    text = file.read_text("utf-8").removeprefix("contractsPart(").removesuffix(");\n")
    found: list[tuple[str, str, str, list[list[str]]]] = json.loads(f"[{text}]")[1]
    return found
