"""What GitHub makes of Markdown, by its own parser: the tags in it, and the cells of its tables."""

from __future__ import annotations

import re
from html import unescape

import cmarkgfm  # type: ignore[import-untyped]
from cmarkgfm.cmark import Options  # type: ignore[import-untyped]

_TAG = re.compile(r"</?[a-zA-Z][^>]*>|<!--")
OURS = {"details", "summary"}


def rendered(markdown: str) -> str:
    """Return the HTML, with raw HTML let through, so that a test sees what would be live."""
    options = Options.CMARK_OPT_UNSAFE | Options.CMARK_OPT_FOOTNOTES
    html: str = cmarkgfm.github_flavored_markdown_to_html(markdown, options)
    return html


def tags(html: str) -> set[str]:
    """Return the names of the tags in the HTML, comments as `!--`."""
    return {re.sub(r"[</>]|\s.*", "", tag) for tag in _TAG.findall(html)}


def outside_of_code(html: str) -> str:
    """Return the text that is not in a code span or block: the one that GitHub looks through."""
    return unescape(re.sub(r"<[^>]+>", " ", re.sub(r"(?s)<code.*?</code>", "", html)))


def cells(html: str) -> list[list[str]]:
    """Return the cells of every row of every table, as HTML."""
    return [
        re.findall(r"(?s)<t[dh][^>]*>(.*?)</t[dh]>", row)
        for row in re.findall(r"(?s)<tr>(.*?)</tr>", html)
    ]


def text(html: str) -> str:
    """Return the text of some HTML, as a reader sees it."""
    return unescape(re.sub(r"<[^>]+>", "", html))
