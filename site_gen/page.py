"""A page of the portal as a value: all that a writer needs, whatever generator serves it."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class SearchEntry:
    """What a search may find on a page.

    `anchor` is the id of the place on the page, empty for the page itself; `title` and `text` are
    plain texts of unknown origin.
    """

    anchor: str
    title: str
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """A finished page. `body` is HTML that needs nothing but the portal's own CSS and script.

    `path` is the folder below the portal's root, without slashes at its ends ("" is the home
    page); the page is the `index.html` in it. `section` names the entry of the portal's menu.
    `head` is HTML for the document's head: links to what says the same in another form.
    """

    path: str
    title: str
    body: str
    language: str
    description: str = ""
    section: str = ""
    head: str = ""
    search: tuple[SearchEntry, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Asset:
    """A file beside the pages, at a path below the portal's root in a language."""

    path: str
    data: bytes
    language: str = ""
