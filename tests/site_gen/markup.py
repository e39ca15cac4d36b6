"""Reads HTML as a browser would, and tells what is wrong in it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from html.parser import HTMLParser

VOID = frozenset(("area", "base", "br", "col", "hr", "img", "input", "link", "meta", "wbr"))
"""Elements without an end tag (HTML, section 13.1.2)."""


class Markup(HTMLParser):
    """The elements of a page, in their order, with what is not closed properly."""

    def __init__(self, text: str) -> None:
        super().__init__(convert_charrefs=True)
        self.elements: list[tuple[str, dict[str, str]]] = []
        self.faults: list[str] = []
        self.texts: list[str] = []
        self._open: list[str] = []
        self.feed(text)
        self.close()
        self.faults += [f"<{tag}> is not closed" for tag in self._open]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        names = Counter(name for name, _ in attrs)
        self.faults += [f"<{tag}> has {name} twice" for name, number in names.items() if number > 1]
        self.elements.append((tag, {name: value or "" for name, value in attrs}))
        if tag not in VOID:
            self._open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        if self._open and self._open[-1] == tag:
            self._open.pop()
        else:
            self.faults.append(f"</{tag}> where {self._open[-3:]} is open")

    def handle_data(self, data: str) -> None:
        self.texts.append(data)

    @property
    def ids(self) -> list[str]:
        return [attrs["id"] for _, attrs in self.elements if "id" in attrs]

    @property
    def links(self) -> list[str]:
        return [attrs["href"] for tag, attrs in self.elements if tag == "a" and "href" in attrs]

    def acts(self) -> Iterator[str]:
        """Yield what could run, load or post something."""
        for tag, attrs in self.elements:
            if tag in ("script", "style", "iframe", "object", "embed", "base", "meta", "img"):
                yield f"<{tag}>"
            for name, value in attrs.items():
                if name.startswith("on") or name in ("style", "srcdoc", "action", "formaction"):
                    yield f"{name}={value}"
                if name in ("href", "src") and value.strip().lower().startswith(
                    ("javascript:", "data:", "vbscript:")
                ):
                    yield f"{name}={value}"
