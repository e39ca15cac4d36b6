"""The one place that makes texts of unknown origin fit for the portal's HTML.

A contract comes from a pull request. Jinja escapes what it writes between tags and in attributes
in quotes; here is what it does not know: characters that reorder or hide what is read, links that
act, and Markdown in descriptions.
"""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from functools import cache
from urllib.parse import quote, urlsplit

from markdown_it import MarkdownIt
from markdown_it.renderer import RendererHTML
from markdown_it.token import Token
from markdown_it.utils import EnvType, OptionsDict
from markupsafe import Markup, escape

from bot.core.text import visible
from bot.render import escape as render

_SCHEMES = frozenset(("http", "https", "mailto"))
_LONGEST_PROSE = 20_000
_LONGEST_URL = 2_000
_FRENCH_SPACES = "\u00a0\u202f"
"""What French sets before a mark."""
_AT_FRENCH_SPACES = re.compile(f"([{_FRENCH_SPACES}])")
_KEEP = f"\n\t{_FRENCH_SPACES}"
"""Besides what prints: line breaks, tabs, and these two spaces."""


def shown(value: object) -> object:
    """Return what a template may write: a text without characters that hide or reorder others.

    Jinja calls it on every value, and escapes what comes out; finished HTML passes as it is.
    """
    if value is None:
        return ""
    if isinstance(value, Markup) or not isinstance(value, str):
        return value
    return lines(value)


def lines(text: str) -> str:
    """Return the text with its white space kept, and all else that does not print shown."""
    if text.isprintable():
        return text
    return "".join(char if char in _KEEP or char.isprintable() else visible(char) for char in text)


def html(text: str) -> str:
    """Return the text for HTML that no template writes: one line, with the spaces of French."""
    return "".join(
        piece if piece in _FRENCH_SPACES else render.html(piece)
        for piece in _AT_FRENCH_SPACES.split(text)
        if piece
    )


def steps(path: str) -> Markup:
    """Return a path for a narrow column: a line may break after each of its dots."""
    return escape(lines(path)).replace(".", Markup(".<wbr>"))


def outer_url(text: str | None) -> str | None:
    """Return the text where it is an absolute link that a browser only follows; else None."""
    if not text or not text.isprintable() or len(text) > _LONGEST_URL:
        return None
    try:
        parts = urlsplit(text.strip())
    except ValueError:
        return None
    if parts.scheme.lower() not in _SCHEMES or (parts.scheme != "mailto" and not parts.netloc):
        return None
    return text.strip()


def path_url(path: str) -> str:
    """Return a relative path for an attribute `href`."""
    return quote(path, safe="/#~.-_")


def json_attribute(value: object) -> str:
    """Return a value as JSON, for an attribute in quotes that Jinja still escapes."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def json_file(value: object) -> bytes:
    """Return a value as JSON for a file of its own, safe also where a script wraps it."""
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"), sort_keys=True)
    for char, written in (("<", "\\u003c"), ("\u2028", "\\u2028"), ("\u2029", "\\u2029")):
        text = text.replace(char, written)
    return text.encode("utf-8", "replace")


def prose(text: str | None) -> Markup:
    """Return a description as HTML: paragraphs, lists, emphasis, code, tables, outer links.

    Raw HTML stays text, images become their own words, headings become strong paragraphs so that
    the page's outline stays ours, and a link has to be one that `outer_url` lets through.
    """
    if not text:
        return Markup("")
    plain = lines(text[:_LONGEST_PROSE])
    if plain.isascii() and plain.replace(" ", "").isalnum():
        return Markup("<p>") + escape(plain) + Markup("</p>")
    return Markup(_markdown().render(plain))  # noqa: S704  # the renderer escapes all but its own tags


def inline(text: str | None) -> Markup:
    """Return a description as HTML that fits into a line: no blocks."""
    if not text:
        return Markup("")
    plain = " ".join(lines(text[:_LONGEST_PROSE]).split())
    if plain.replace(" ", "").replace(",", "").replace(".", "").isalnum():
        return escape(plain)
    return Markup(_markdown().renderInline(plain))  # noqa: S704  # as above


@cache
def _markdown() -> MarkdownIt:
    parser = MarkdownIt("commonmark", {"html": False, "maxNesting": 20}, renderer_cls=_Renderer)
    parser.enable("table").disable(["html_block", "html_inline", "reference"])
    parser.validateLink = lambda url: outer_url(url) is not None  # type: ignore[method-assign]
    return parser


class _Renderer(RendererHTML):
    """Writes only the tags that a description may have."""

    def image(self, tokens: Sequence[Token], idx: int, options: OptionsDict, env: EnvType) -> str:
        """Return the words that stand for the image; nothing is loaded."""
        return f"[{escape(self.renderInlineAsText(tokens[idx].children or [], options, env))}]"

    def link_open(
        self, tokens: Sequence[Token], idx: int, options: OptionsDict, env: EnvType
    ) -> str:
        """Return a link that hands nothing on to where it leads."""
        tokens[idx].attrSet("rel", "nofollow noopener noreferrer")
        return self.renderToken(tokens, idx, options, env)

    def heading_open(
        self, tokens: Sequence[Token], idx: int, options: OptionsDict, env: EnvType
    ) -> str:
        """Return the beginning of a strong paragraph."""
        _ = (tokens, idx, options, env)
        return "<p><strong>"

    def heading_close(
        self, tokens: Sequence[Token], idx: int, options: OptionsDict, env: EnvType
    ) -> str:
        """Return the end of a strong paragraph."""
        _ = (tokens, idx, options, env)
        return "</strong></p>\n"
