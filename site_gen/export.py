"""Writes the portal as plain files, for a disk or for another generator."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path

from bot.adapters.git import Repository
from site_gen.assets import asset_files
from site_gen.catalogue import catalogue
from site_gen.escaping import html
from site_gen.page import Page
from site_gen.paths import relative
from site_gen.portal import Portal
from site_gen.rendering import Site
from site_gen.writing import Writer

_ASSETS = "assets/contracts"
_DOCUMENT = """<!doctype html>
<html lang="{language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width,initial-scale=1">
<title>{title}</title>
<meta name="description" content="{description}">
<link rel="stylesheet" href="{css}">
<script src="{script}" defer></script>{head}
</head>
<body class="cs-plain">
{body}
</body>
</html>
"""


def export_site(
    folder: Path, target: Path, form: str, revision: str, languages: Sequence[str]
) -> int:
    """Write every page below a folder, and return how many there are.

    `form` is `html` for whole documents, `markdown` for files with front matter and the body as
    HTML. The first language is at the top, each other in a folder of its own. Raises StewardError
    where Git cannot be read, KeyError for a language that the portal does not speak.
    """
    repository = Repository.discover(folder)
    first, *others = languages
    site = Site(roots={first: "", **{name: name for name in others}}, explicit=form == "html")
    portal = Portal(site=site, catalogue=catalogue(repository, revision), repository=repository)
    writer = Writer(target)
    count = 0
    for made in portal.pages():
        place = "/".join(part for part in (site.roots[made.language], made.path) if part)
        if not isinstance(made, Page):
            writer.write(place, made.data)
            continue
        count += 1
        if form == "html":
            writer.page(place, document(made, place))
        else:
            writer.write(f"{place}/index.md" if place else "index.md", _markdown(made))
    for asset in asset_files():
        writer.write(f"{_ASSETS}/{asset.path}", asset.data)
    return count


def document(page: Page, place: str) -> str:
    """Return a page as a whole HTML document that lies in the folder `place`."""
    return _DOCUMENT.format(
        language=page.language,
        title=html(page.title),
        description=html(page.description or page.title),
        css=relative(place, f"{_ASSETS}/portal.css"),
        script=relative(place, f"{_ASSETS}/portal.js"),
        head=page.head,
        body=page.body,
    )


def _markdown(page: Page) -> bytes:
    """Return a page as Markdown: front matter, whose JSON strings are YAML, and one HTML block.

    A blank line ends a block of HTML (CommonMark 0.31, section 4.6), so there is none.
    """
    body = "\n".join(row for row in page.body.splitlines() if row.strip())
    front = {"title": page.title, "description": page.description, "lang": page.language}
    head = "\n".join(f"{key}: {json.dumps(value)}" for key, value in front.items())
    return f"---\n{head}\n---\n\n{body}\n".encode("utf-8", "xmlcharrefreplace")
